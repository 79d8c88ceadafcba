"""Claimed stretches of a text: what one reader took, no other reads again."""

from __future__ import annotations

from bisect import bisect_right, insort

_LAST = 1 << 60


class Claims:
    """Half-open spans. Cheap to ask, in any order."""

    __slots__ = ("_in_words", "_spans", "_words")

    def __init__(self) -> None:
        """Start with nothing claimed."""
        self._spans: list[tuple[int, int]] = []
        self._words: list[tuple[int, int]] = []
        self._in_words: set[int] = set()

    def take(self, start: int, end: int) -> None:
        """Claim a span: nothing else may be read there."""
        insort(self._spans, (start, end))

    def take_word(self, start: int, end: int) -> None:
        """Mark a fixed phrase: a number inside it is none, but a longer reading may run over its edge."""
        insort(self._words, (start, end))
        self._in_words.update(range(start, end))

    def touches(self, start: int, end: int) -> bool:
        """Whether a claimed span overlaps this one."""
        spans = self._spans
        if not spans:
            return False
        at = bisect_right(spans, (start, end))
        return (at > 0 and spans[at - 1][1] > start) or (at < len(spans) and spans[at][0] < end)

    def covers(self, start: int, end: int) -> bool:
        """Whether one claimed span, or one fixed phrase, contains this one."""
        return self.in_word(start, end) or _contains(self._spans, start, end)

    def in_word(self, start: int, end: int) -> bool:
        """Whether one fixed phrase contains this span."""
        return start in self._in_words and _contains(self._words, start, end)


def _contains(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(spans, (start, _LAST)) if spans else 0
    for _, stop in spans[max(0, at - 4) : at]:  # noqa: SIM110 - a generator would take twice as long
        if stop >= end:
            return True
    return False
