"""How much every clause of the prose tells of each stretch of the notes, by itself and with its head."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ..trial import Trial
from .open_parts import OpenParts

_FIGURE, _SYNONYM = 3.0, 1.5
_ONE = "#1"
"""Of which 一 tells little: 一分没借, 一案已调解."""
_FEW, _OF_ITS_HEAD, _OF_ITS_HEAD_IF_FEW = 4, 0.5, 0.8
"""How much of what stands before a stretch in its note counts for it, more where it tells little itself.

还没到账 speaks of what 答应补五十万 was about.
"""
_CLAIMED = 0.8
"""How much a clause has of what it tells at all."""


class Scales:
    """The open stretches of the notes, by their order, with how much every clause tells of each."""

    def __init__(self, trial: Trial, opened: OpenParts, left_open: Iterable[int]) -> None:
        """Take the clauses of the prose that leave anything open. Nothing is weighed that nobody asks for."""
        self._trial = trial
        self._opened = opened
        self._left_open = left_open
        self._own: dict[int, list[float]] = {}
        self._headed: dict[int, list[float]] = {}
        self.orders = [order for order, is_open in enumerate(opened.are_open) if is_open]

    @cached_property
    def of_closed(self) -> list[float]:
        """How much every clause tells of the closed stretch that it tells most of."""
        opened = self._opened
        closed = [self.likeness(order) for order, is_open in enumerate(opened.are_open) if not is_open]
        return [max(much) for much in zip([0.0] * len(opened.clauses), *closed, strict=True)]

    @cached_property
    def told_open(self) -> set[int | None]:
        """The open stretches that some clause left open is likelier to tell of than of any other."""
        return {self._likeliest(clause) for clause in self._left_open}

    def tellings(self, order: int) -> list[list[float]]:
        """How much every clause tells of an open stretch by itself; and with its head, where it has one."""
        own = self.likeness(order)
        return [own] if self._head(order) is None else [own, self._with_head(order)]

    def likeness(self, order: int) -> list[float]:
        """How much of a stretch stands in every clause: rare signs and figures count more."""
        if order not in self._own:
            notes, much = self._trial.notes, [0.0] * len(self._opened.clauses)
            start, end = self._opened.stretches[order].span()
            for sign in sorted(notes.signs_of(start, end) | notes.figures_in(start, end)):
                if places := self._trial.places.get(sign):
                    weight = _weight(sign) * len(places) ** -0.5
                    for place in places:
                        much[place] += weight
            self._own[order] = much
        return self._own[order]

    def _likeliest(self, clause: int) -> int | None:
        best = max(self.orders, key=lambda order: self._with_head(order)[clause])
        return best if self._with_head(best)[clause] > _CLAIMED else None

    def _with_head(self, order: int) -> list[float]:
        if order not in self._headed:
            self._headed[order] = self._add_head(order)
        return self._headed[order]

    def _add_head(self, order: int) -> list[float]:
        much, head = self.likeness(order), self._head(order)
        if head is None:
            return much
        share = _OF_ITS_HEAD if self._tells(order) > _FEW else _OF_ITS_HEAD_IF_FEW
        much = [own + share * more for own, more in zip(much, self.likeness(head), strict=True)]
        over = self._head(head) if self._tells(head) < _FEW else None
        if over is None:
            return much
        return [own + _OF_ITS_HEAD * more for own, more in zip(much, self.likeness(over), strict=True)]

    def _head(self, order: int) -> int | None:
        """The stretch before one in its note."""
        start = self._opened.stretches[order].start()
        before = order and self._opened.stretches[order - 1].start() >= self._trial.notes.line_at(start)[0]
        return order - 1 if before else None

    def _tells(self, order: int) -> int:
        return len(self._trial.notes.signs_of(*self._opened.stretches[order].span()))


def _weight(sign: str) -> float:
    if sign[0] == "#":
        return 1.0 if sign == _ONE else _FIGURE
    return _SYNONYM if len(sign) > 1 else 1.0
