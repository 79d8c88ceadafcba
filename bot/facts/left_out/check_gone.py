"""Whole notes of which the prose says nothing: it has none of the characters that only they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from ..finding import Finding
from ..trial import Trial

_ENOUGH = 4


def check_gone(trial: Trial) -> Iterator[Finding]:
    """A note with four telling characters that no other note has, where the prose has none of them.

    Nor a word of the same meaning as one of them. What the notes know to be unknown is looked after
    elsewhere.
    """
    notes, prose = trial.notes, trial.prose
    lines = [line for line in _lines(notes.text) if not notes.has_gap(*line)]
    signs = [notes.signs_of(*line) for line in lines]
    often = Counter(chain.from_iterable(signs))
    told = prose.signs_of(0, len(prose.text)) if len(lines) > 1 else frozenset[str]()
    for (start, end), said in zip(lines, signs, strict=True) if told else ():
        own = [sign for sign in said if often[sign] == 1]
        if sum(len(sign) == 1 for sign in own) >= _ENOUGH and told.isdisjoint(own):
            yield trial.missing(start, end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
