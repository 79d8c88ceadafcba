"""How fast a person answers, and how much is left at that pace: a fold over the times of a draft's events."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

REST = timedelta(minutes=5)
"""Whoever is silent for longer is doing something else; that time does not count."""
KNOWN_AFTER = 5
"""How many questions it takes to know a pace."""


def time_spent(moments: Iterable[datetime]) -> timedelta:
    """The time between moments that follow each other closely; a clock that was set back adds nothing."""
    spent, before = timedelta(), None
    for moment in moments:
        if before is not None and timedelta() < moment - before <= REST:
            spent += moment - before
        before = moment
    return spent


def minutes_left(spent: timedelta, done: int, left: int) -> int | None:
    """Minutes for the questions that are left, in fives beyond a quarter of an hour; None if unknown."""
    if done < KNOWN_AFTER or not spent or not left:
        return None
    minutes = math.ceil(spent.total_seconds() / done * left / 60)
    return minutes if minutes <= 15 else math.ceil(minutes / 5) * 5
