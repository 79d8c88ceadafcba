"""Labelled spans over a text, asked for by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


class Layer:
    """Spans with what each is, in the order of their beginnings."""

    __slots__ = ("_begins", "_ends", "_labels", "_starts")

    def __init__(self, spans: Sequence[tuple[int, int, str]]) -> None:
        """Take spans that are sorted."""
        self._starts = [start for start, _, _ in spans]
        self._ends = [end for _, end, _ in spans]
        self._labels = [label for _, _, label in spans]
        self._begins = bytearray(self._starts[-1] + 1 if spans else 0)
        for start in self._starts:
            self._begins[start] = 1

    def beginning_in(self, start: int, end: int) -> Sequence[str]:
        """What the spans are that begin inside a span."""
        if self._begins.find(1, start, end) < 0:
            return ()
        first = bisect_left(self._starts, start)
        return self._labels[first : bisect_left(self._starts, end, first)]

    def inside(self, start: int, end: int) -> Sequence[str]:
        """What the spans are that lie inside a span."""
        if self._begins.find(1, start, end) < 0:
            return ()
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if max(self._ends[first:last]) <= end:
            return self._labels[first:last]
        return [self._labels[at] for at in range(first, last) if self._ends[at] <= end]
