"""How fast a person answers, and how much is left at that pace."""

import math
from datetime import datetime, timedelta

REST = timedelta(minutes=5)
"""Whoever is silent for longer is doing something else; that time does not count."""
KNOWN_AFTER = 5
"""How many questions it takes to know a pace."""
QUICKEST = timedelta(seconds=5)
"""Nobody reads a question and answers it in less; what comes faster was piped, pasted or skipped."""


def time_between(before: datetime, moment: datetime) -> timedelta:
    """The time spent between two events, none after a rest; a clock that was set back adds nothing."""
    return moment - before if timedelta() < moment - before <= REST else timedelta()


def minutes_left(spent: timedelta, done: int, left: int) -> int | None:
    """Minutes for the questions that are left, in fives beyond a quarter of an hour; None if unknown."""
    if done < KNOWN_AFTER or spent < done * QUICKEST or not left:
        return None
    minutes = math.ceil(spent.total_seconds() / done * left / 60)
    return minutes if minutes <= 15 else math.ceil(minutes / 5) * 5
