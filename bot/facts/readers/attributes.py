"""What a clause says about its numbers: direction, negation, status and time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..fact import Direction, Fact, FactKind, Status
from ..text.reading import Clause
from ..text.terms import Mark

_DATE, _RANK, _UNSAID = FactKind.DATE, FactKind.RANK, Direction.NONE
_STATUSES = (("plan", Status.PLANNED), ("doing", Status.UNDER_WAY), ("done", Status.DONE))
_SIGNED = re.compile(r"[↑↓]$|(?<=[\u4e00-\u9fff%wW元/, ])[-+]$")
"""↑2.1点, 产值-3.5%."""
_MORE = frozenset("多高长大涨增升贵")
_COMPARING = _MORE | frozenset("少低短小跌减降矮")
_SIGNS = frozenset("↑↓-+")
_SLIPPED, _PLACES = frozenset("退掉"), frozenset("位名")
"""退了2位."""
_SAYING_HOW = _COMPARING | _SIGNS | _SLIPPED
_BY_HOW_MUCH = re.compile(r"(?<![不至最差许大好很])(?P<how>[多少])[\u4e00-\u9fff]{0,3}$")
_DOING_LESS = re.compile(
    r"(?<![不至最差许大好很])(?P<how>[多少])[用打卖挣收花跑交出开发办报种栽养建修清拆]了?$"
)
_THAN = re.compile("[比较跟](?:[去上前往]年|同期|上?月|计划|任务)(?P<how>[多少])[\u4e00-\u9fff]{1,3}$")
"""比去年多退3户."""
_FEWER = re.compile(r"(?<![不至最差许大好很多减缺太年])少了?$")


def states(text: str, attributes: Sequence[Mark]) -> list[Fact]:
    """Status words and negations as facts of their own."""
    facts: list[Fact] = []
    for mark in attributes:
        if "negation" in mark.labels and "calm" not in mark.labels:
            kind, status = FactKind.NEGATION, Status.NONE
        elif "plan" in mark.labels:
            kind, status = FactKind.STATUS, Status.PLANNED
        elif "doing" in mark.labels:
            kind, status = FactKind.STATUS, Status.UNDER_WAY
        elif "done" in mark.labels:
            kind, status = FactKind.STATUS, Status.DONE
        else:
            continue
        facts.append(
            Fact(
                kind,
                mark.start,
                mark.end,
                text[mark.start : mark.end],
                status=status,
                negated=kind is FactKind.NEGATION,
            )
        )
    return facts


def with_attributes(
    text: str, clauses: Sequence[Clause], attributes: Sequence[Mark], facts: list[Fact]
) -> list[Fact]:
    """The facts, in their order, with every number knowing what its clause says about it."""
    size = len(text)
    later_clauses, marked = [clause.start for clause in clauses[1:]], [mark.start for mark in attributes]
    numbers = [fact.start for fact in facts if fact.value is not None]
    dates = [fact for fact in facts if fact.kind is _DATE]
    starts = [fact.start for fact in dates]
    done: list[Fact] = []
    order, previous = 0, 0
    for fact in facts:
        if fact.value is None:
            done.append(fact)
            continue
        start, end = fact.start, fact.end
        clause = clauses[bisect_right(later_clauses, start)]
        order += 1
        following = numbers[order] if order < len(numbers) else size
        begin = max(previous, clause.start)
        at = bisect_left(marked, start)
        near = attributes[bisect_left(marked, begin, 0, at) : at]
        at = bisect_left(marked, end, at)
        after = attributes[at : bisect_left(marked, min(following, clause.end), at)]
        direction, status, negated = _compared(text, fact), Status.NONE, False
        if near or after:
            direction = direction or _direction(after, near)
            status = _status(near, after)
            negated = any("negation" in mark.labels for mark in near)
        scope = fact.scope if fact.kind is _RANK else _scope(dates, starts, clause.start, start)
        subject = text[begin:start].strip("、 ")
        done.append(fact.said_with(direction, status, negated, scope, subject, _around(text, start)))
        previous = end
    return done


def _around(text: str, place: int) -> str:
    low = place - 80 if place > 80 else 0
    start = max(text.rfind("\n", low, place), text.rfind("。", low, place), low - 1) + 1
    end = text.find("\n", place, place + 40)
    return text[start : place + 40 if end < 0 else end]


def _direction(after: Sequence[Mark], near: Sequence[Mark]) -> Direction:
    for marks in (near[::-1], after[:1]):
        for mark in marks:
            if "up" in mark.labels:
                return Direction.UP
            if "down" in mark.labels:
                return Direction.DOWN
    return Direction.NONE


def _compared(text: str, fact: Fact) -> Direction:
    """多2件, 低0.4个点, 少用工一半, 翻番: more or less than something named just before, or than it was."""
    if fact.unit == "番":
        return Direction.UP
    lead = text[max(0, fact.start - 10) : fact.start].rstrip("了出")
    last = lead[-1:]
    is_more_or_less = "多" in lead or "少" in lead
    if not is_more_or_less and last not in _SAYING_HOW:
        return _UNSAID
    if last in _SIGNS and fact.measure in {"percent", "point", "dot", ""} and _SIGNED.search(lead):
        return Direction.UP if last in "↑+" else Direction.DOWN
    if last in _SLIPPED and fact.unit in _PLACES:
        return Direction.DOWN
    if is_more_or_less and (than := _THAN.search(lead)) is not None:
        return Direction.UP if than["how"] == "多" else Direction.DOWN
    if last in _COMPARING and ("比" in lead or "较" in lead or "同" in lead):
        return Direction.UP if last in _MORE else Direction.DOWN
    if not is_more_or_less:
        return Direction.NONE
    if _FEWER.search(lead):
        return Direction.DOWN
    pattern = _BY_HOW_MUCH if fact.measure in {"percent", "point", "dot"} else _DOING_LESS
    found = pattern.search(lead)
    if found is None:
        return Direction.NONE
    return Direction.UP if found["how"] == "多" else Direction.DOWN


def _status(near: Sequence[Mark], after: Sequence[Mark]) -> Status:
    said = {label for marks in (near, after) for mark in marks for label in mark.labels}
    return next((status for label, status in _STATUSES if label in said), Status.NONE)


def _scope(dates: Sequence[Fact], starts: Sequence[int], begin: int, place: int) -> str:
    at = bisect_left(starts, place) - 1
    return dates[at].scope if at >= 0 and starts[at] >= begin else ""
