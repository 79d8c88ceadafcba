"""When to remind somebody of a deadline: some days before, at the hour they chose, never at night."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.interview.returning import CHINA

DAYS_BEFORE = (7, 3, 1)
HOURS = (8, 12, 18, 20)
"""The hours to choose from."""
NIGHT_FROM = 22
"""From then until the chosen hour nobody is written to."""


@dataclass(frozen=True, slots=True)
class Due:
    """A report's deadline, as its cards show it. `hour` is None if the person wants no reminders."""

    day: date
    hour: int | None = None


def reached(due: Due, now: datetime) -> frozenset[int]:
    """The reminders whose moment has come, by days before the deadline."""
    if due.hour is None:
        return frozenset()
    here = now.astimezone(CHINA)
    today = here.date() if here.hour >= due.hour else here.date() - timedelta(1)
    return frozenset(days for days in DAYS_BEFORE if today >= due.day - timedelta(days))


def may_be_sent(due: Due, now: datetime) -> bool:
    """Whether this is a time of day to write to somebody, and the deadline not past."""
    here = now.astimezone(CHINA)
    return due.hour is not None and due.hour <= here.hour < NIGHT_FROM and here.date() <= due.day


def to_come(due: Due, spent: Collection[int]) -> tuple[date, ...]:
    """The days on which reminders will come, in order."""
    return tuple(due.day - timedelta(days) for days in DAYS_BEFORE if days not in spent)
