"""How far the notes, or the year pack, carry words of the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..text.scanning import Scan
from ..trial import Trial

QUOTES = re.compile(r"[“”\"《》‘’]")


def coverage(trial: Trial, words: str) -> float:
    """The share of neighbouring pairs of characters that stand in the notes too."""
    words = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", words)
    if len(words) < 2:
        return float(words in trial.notes.text)
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in trial.bigrams for pair in pairs) / len(pairs)


def is_allowed(trial: Trial, words: str) -> bool:
    """Whether the year pack carries these words, or a longer phrase with them."""
    return any(words in term for term in trial.lexicon.allowed)


def is_told_as(trial: Trial, word: str) -> bool:
    """Whether the notes have a word that a report may call so: 考了一次 a 测试."""
    return any(given in trial.notes.text for given in trial.lexicon.told_as.get(word, ()))


def has_any_of(trial: Trial, word: str, common: frozenset[str]) -> bool:
    """Whether the notes have a character of a word besides those that stand everywhere."""
    return not (set(word) - common or set(word)).isdisjoint(trial.notes.text)


def unbacked(trial: Trial, claims: Sequence[tuple[Scan, re.Pattern[str]]]) -> Iterator[re.Match[str]]:
    """What the prose says of each kind, where the notes say nothing of it: the two patterns of a claim."""
    for told, given in claims:
        found = list(told.finditer(trial.prose.text))
        if found and not given.search(trial.notes.text):
            yield from found
