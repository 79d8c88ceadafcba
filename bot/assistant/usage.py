"""What models have cost, by report, person and day, and how much of today's limits that is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlite_utils import Database

from bot.assistant.metering import Limits
from storage import calls, drafts
from storage.calls import Usage

NOTHING = Usage("", "", None, 0, 0, 0, 0, 0, Decimal(0))
BY = {
    "all": ("day", "person", "draft"),
    "report": ("person", "draft"),
    "person": ("person",),
    "day": ("day",),
}
"""What lines may be added up by, and what then still tells them apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """What calls cost together; `outline` names the report's kind where the line is about one report."""

    used: Usage
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """What was used today by everybody (no person) or by one person, and the limits; None is no limit."""

    person: str
    calls: int
    most_calls: int | None
    tokens: int
    most_tokens: int | None
    money: Decimal
    most_money: Decimal | None


def lines(db: Database, by: str, *, person: str | None = None, day: str | None = None) -> list[Line]:
    """What was used, one line for each day, person and report, or added `by` one of them; oldest first.

    `person` is an id as stored (telegram:1001) or the part behind the colon; None means everybody.
    """
    sums: dict[tuple[object, ...], Usage] = {}
    for used in calls.usage(db, day=day):
        if person is not None and person not in (used.person, used.person.partition(":")[2]):
            continue
        names = BY[by]
        key = tuple(getattr(used, name) for name in names)
        blank = replace(NOTHING, **dict(zip(names, key, strict=True)))
        sums[key] = sums.get(key, blank).plus(used)
    return [Line(used, _outline(db, used.draft)) for used in sums.values()]


def total(every: Iterable[Usage]) -> Usage:
    """All of it together."""
    together = NOTHING
    for used in every:
        together = together.plus(used)
    return together


def today(db: Database, limits: Limits, day: date) -> list[Today]:
    """How far today's limits are used up: everybody first, then each person who had something written."""
    used = calls.usage(db, day=day.isoformat())
    everybody = total(used)
    found = [Today("", everybody.calls, None, everybody.tokens, limits.tokens, everybody.cost, limits.money)]
    for person in dict.fromkeys(one.person for one in used if one.person):
        mine = total(one for one in used if one.person == person)
        calls_made, most = mine.calls, limits.calls_per_person
        tokens, most_tokens = mine.tokens, limits.tokens_per_person
        found.append(Today(person, calls_made, most, tokens, most_tokens, mine.cost, limits.money_per_person))
    return found


def _outline(db: Database, draft: int | None) -> str:
    row = drafts.get(db, draft) if draft is not None else None
    return row.outline if row else ""
