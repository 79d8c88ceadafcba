"""A trend told the other way round where no number stands beside it: 订单少了 told as 订单不降反增."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .open_parts import OpenPart, OpenParts, about
from .reading import Reading
from .trial import Trial

_LESS = re.compile(
    r"[比较][^,。]{0,8}[少低降减差]|[又也更]少|没有?(?:以前|去年|往年|上年)[^,。]{0,3}[多高好]"
)
_MORE = re.compile(r"[比较][^,。]{0,8}[多高增涨升好]|[又也更]多|起来了")
_AGAINST = re.compile(r"不[降减跌]反(?P<up>[增升涨])|逆势(?P<too>[增上攀])|不[增升涨]反[降减跌]")
_LIKENESS, _COVERED, _TELLING = 1.2, 0.4, 2


def check_trends(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """What the notes let rise and the prose lets fall, and the other way round.

    Only where the clause that tells of it says the opposite, and neither that clause nor any other that may
    tell of it says the same.
    """
    for found in opened.stretches:
        way = _way(trial.notes, found.start(), found.end())
        if not way or len(signs := about(trial.notes, *found.span())) < _TELLING:
            continue
        alike = opened.of(OpenPart(found.group(), signs, frozenset(), frozenset(), False, True))
        if not alike:
            continue
        best = max(alike, key=lambda one: one.much)
        if best.much < _LIKENESS or len(best.shared) < _COVERED * len(signs):
            continue
        clause = opened.clauses[best.order]
        if _way(trial.prose, clause.start, clause.end) != -way:
            continue
        if any(fact.direction for fact in trial.prose.facts_in(clause.start, clause.end)):
            continue
        others = {*opened.neighbours(best.order), *(one.order for one in alike)}
        if not any(_way(trial.prose, *opened.clauses[order][:2]) == way for order in others):
            yield trial.told(FindingKind.DIRECTION_FLIPPED, clause.start, clause.end)


def _way(reading: Reading, start: int, end: int) -> int:
    """1 where a stretch lets something rise, -1 where it lets it fall, 0 where it does neither or both."""
    if against := _AGAINST.search(reading.text, start, end):
        return 1 if against.lastgroup else -1
    up = reading.has(start, end, "up") or _MORE.search(reading.text, start, end) is not None
    down = reading.has(start, end, "down") or _LESS.search(reading.text, start, end) is not None
    return up - down
