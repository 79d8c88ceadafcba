"""Two short parts of one sentence that have exchanged their halves: 甲出车，乙出人 told as 甲出人，乙出车."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .finding import Finding, FindingKind
from .reading import Reading
from .trial import Trial

_PART = re.compile(r"[^,。;、:\n ]+")
_MINE = re.compile("我(?![们国省市县区镇乡村党军家])|本人")
_SHARED_OUT = re.compile("分别|各自|依次|均|都|互|双方")
_LEAST, _MOST, _SHARE = 2, 14, 0.7


class _Part(NamedTuple):
    start: int
    end: int
    signs: frozenset[str]


def check_crossed(trial: Trial) -> Iterator[Finding]:
    """Of two parts side by side each tells something of either of two parts that the notes have so."""
    given = list(_pairs(trial.notes, ",、;"))
    for one, other in _pairs(trial.prose, ",;") if given else ():
        here, there = one.signs - other.signs, other.signs - one.signs
        for first, second in given:
            own, its = first.signs - second.signs, second.signs - first.signs
            crossed = all(part & of_one for part in (here, there) for of_one in (own, its))
            if crossed and all(len(part & (own | its)) >= _SHARE * len(part) for part in (here, there)):
                yield trial.told(FindingKind.SUBJECTS_EXCHANGED, one.start, other.end)
                break


def _pairs(reading: Reading, between: str) -> Iterator[tuple[_Part, _Part]]:
    """Every two short parts with nothing but one of these marks between them."""
    text = reading.text
    for first, second in pairwise(_PART.finditer(text)):
        if second.start() != first.end() + 1 or text[first.end()] not in between:
            continue
        if not all(_LEAST < len(part.group()) <= _MOST for part in (first, second)):
            continue
        if not _SHARED_OUT.search(text, first.start(), second.end()):
            yield _part(reading, *first.span()), _part(reading, *second.span())


def _part(reading: Reading, start: int, end: int) -> _Part:
    signs = reading.signs_of(start, end) | reading.figures_in(start, end)
    if _MINE.search(reading.text, start, end):
        signs |= {"@我"}
    return _Part(start, end, signs - frozenset("本人我"))
