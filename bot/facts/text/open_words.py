"""What the words of a text say of whether something is so: denied, planned, going on, falling short, done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from enum import IntFlag, auto

from .open_shapes import asides, open_shapes, slight_denials
from .terms import Mark


class Says(IntFlag):
    """What a word may say. The names are those of the lists in `open_words` of the phrase book."""

    DENIES = auto()
    SLIGHTLY = auto()
    REFUSES = auto()
    PREVENTS = auto()
    STILL = auto()
    AHEAD = auto()
    HOPED = auto()
    GOING = auto()
    ASKED = auto()
    PUSHED = auto()
    HALFWAY = auto()
    SHORT = auto()
    REST = auto()
    ONLY = auto()
    KEEPS = auto()
    FINISHED = auto()
    DONE = auto()
    SURELY = auto()
    NOTHING = auto()


LEFT_OPEN = ~(Says.FINISHED | Says.DONE | Says.SURELY | Says.NOTHING)
"""All that leaves a clause open, in whatever way."""


def words_said(marks: Iterable[Mark], says_of: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Where the words begin and end, and what they say; from left to right, none inside another."""
    found: dict[int, tuple[int, str]] = {}
    for start, end, word, _ in marks:
        found[start] = end, word  # of one beginning, the longest comes last
    upto = 0
    for start in sorted(found):
        if start >= upto:
            upto, word = found[start]
            if (says := says_of[word]) != Says.NOTHING:
                yield start, upto, says


class OpenWords:
    """The words of a text that leave something open or close it, asked for by place."""

    __slots__ = ("_ends", "_says", "_starts")

    def __init__(
        self,
        text: str,
        found: Iterable[tuple[int, int, int]],
        taken: Iterable[tuple[int, int]],
        none: Iterable[int],
    ) -> None:
        """Take the words of a text: single characters inside what is `taken` are none; `none` is denied."""
        spans, aside, slight = sorted(taken), list(asides(text)), list(slight_denials(text))
        words = [
            (start, end, _slightly(says) if _is_inside(slight, start) else says)
            for start, end, says in found
            if not (_is_inside(aside, start) or (end - start == 1 and _is_inside(spans, start)))
        ]
        words += [(at, at + 1, int(Says.DENIES)) for at in none]
        words += [(start, end, int(Says[says.upper()])) for start, end, says in open_shapes(text)]
        words.sort()
        self._starts = [start for start, _, _ in words]
        self._ends = [end for _, end, _ in words]
        self._says = [says for _, _, says in words]

    def says(self, start: int, end: int, what: Says) -> bool:
        """Whether a word that begins inside a span says one of these."""
        says, starts, asked = self._says, self._starts, int(what)
        at, size = bisect_left(starts, start), len(starts)
        while at < size and starts[at] < end:
            if says[at] & asked:
                return True
            at += 1
        return False

    def spans(self, start: int, end: int, what: Says) -> list[tuple[int, int]]:
        """Where the words stand that begin inside a span and say one of these."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        asked = int(what)
        return [(self._starts[at], self._ends[at]) for at in range(first, last) if self._says[at] & asked]


def _slightly(says: int) -> int:
    return says & ~int(Says.DENIES) | int(Says.SLIGHTLY) if says & int(Says.DENIES) else says


def _is_inside(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_left(spans, (place + 1,))
    return at > 0 and spans[at - 1][1] > place
