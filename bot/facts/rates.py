"""Numbers told by a unit of something else: 每斤85块 and 每公斤170元 are one price."""

from __future__ import annotations

import re
from decimal import Decimal

from .fact import Fact
from .reading import Reading

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
