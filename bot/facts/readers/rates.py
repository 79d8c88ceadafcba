"""Numbers told by a unit of something else: 每斤85块 and 每公斤170元 are one price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ..fact import Fact, Hedge
from ..text.reading import Reading

_UNITS: dict[str, tuple[str, int | Decimal]] = {
    "公斤": ("mass", 1),
    "千克": ("mass", 1),
    "斤": ("mass", Decimal("0.5")),
    "吨": ("mass", 1000),
    "百斤": ("mass", 50),
    "亩": ("area", 1),
    "公顷": ("area", 15),
    "公里": ("length", 1),
    "里": ("length", Decimal("0.5")),
    "月": ("time", 1),
    "个月": ("time", 1),
    "季度": ("time", 3),
    "个季度": ("time", 3),
    "年": ("time", 12),
}
_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?:每一?|一(?=斤|公斤|吨|亩|个?月))(?P<unit>{_WORDS})|(?P<mean>[亩月年])均")
_AFTER = re.compile(rf"(?:/|每|一|1)(?P<unit>{_WORDS})")
_LEAD = 12


def with_bases(numbers: Sequence[Fact]) -> list[Fact]:
    """In 大概一吨两百六 the ton only says by what the price counts, and the hedge is the price's."""
    done: list[Fact] = []
    for order, fact in enumerate(numbers):
        following = numbers[order + 1] if order + 1 < len(numbers) else None
        before = done[-1] if done else None
        if (
            before is not None
            and before.end == fact.start
            and before.weak
            and before.unit
            and before.value == 1
        ):
            fact = fact._replace(hedge=fact.hedge or before.hedge)
            done[-1] = before._replace(hedge=Hedge.NONE)
        if (
            following is not None
            and fact.end == following.start
            and fact.value == 1
            and "一" in fact.text
            and fact.unit in _UNITS
        ):
            fact = fact._replace(weak=True)
        done.append(fact)
    return done


def same_rate(prose: Reading, fact: Fact, notes: Reading, note: Fact) -> bool:
    """Whether both are told by a unit of one measure, and are equal by the same unit of it."""
    if fact.measure != note.measure and note.measure:
        return False
    told, given = _base(prose, fact), _base(notes, note)
    if told is None or given is None or told[0] != given[0] or told[1] == given[1]:
        return False
    return fact.size * given[1] == note.size * told[1]


def _base(reading: Reading, fact: Fact) -> tuple[str, Decimal] | None:
    behind = _AFTER.match(reading.text, fact.end)
    if behind is None:
        clause = reading.clause_at(fact.start)
        found = list(_BEFORE.finditer(reading.text, max(clause.start, fact.start - _LEAD), fact.start))
        if not found:
            return None
        behind = found[-1]
    unit = behind["unit"] or (behind["mean"] if "mean" in behind.re.groupindex else "")
    group, factor = _UNITS[unit]
    return group, Decimal(factor)
