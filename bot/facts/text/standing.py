"""How a matter stands, by words that only brief texts are asked for: 搁着, 听说, 即将, 照常."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .terms import Mark

_NOTHING = "nothing"


class Standing:
    """The words of the lists of `standing` in a text; what lies inside a word of `nothing` is none."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        """Take the marks of the list `standing`, in any order."""
        self._text = text
        spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for mark in marks:
            for name in mark.labels:
                spans[name].append((mark.start, mark.end))
        empty = spans.pop(_NOTHING, [])
        self._spans = {
            name: [one for one in found if not _is_inside(one, empty)] for name, found in spans.items()
        }

    def says(self, name: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a word of a list lies inside a span."""
        return bool(self.spans(name, start, end))

    def spans(self, name: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """The words of a list that lie inside a span."""
        upto = len(self._text) if end is None else end
        return [one for one in self._spans.get(name, ()) if start <= one[0] and one[1] <= upto]

    def words(self, name: str, start: int = 0, end: int | None = None) -> list[str]:
        """Those words as they are written."""
        return [self._text[first:last] for first, last in self.spans(name, start, end)]


def _is_inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in others)
