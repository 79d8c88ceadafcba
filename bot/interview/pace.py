"""How fast a person answers, and how much is left at that pace."""

import math
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from bot.interview.outline import Question

REST = timedelta(minutes=5)
"""Whoever is silent for longer is doing something else; that time does not count."""
KNOWN_AFTER = 8
"""How many questions it takes to know a pace."""
QUICKEST = timedelta(seconds=5)
"""Nobody reads a question and answers it in less; what comes faster was piped, pasted or skipped."""
WORK = {"notes": 2}
"""How many times as long a question of that kind takes as one answered by a word or a press, at least."""


def time_between(before: datetime, moment: datetime) -> timedelta:
    """The time spent between two events, none after a rest; a clock that was set back adds nothing."""
    return moment - before if timedelta() < moment - before <= REST else timedelta()


def minutes_left(
    spent: Mapping[str, timedelta], done: Collection[str], asked: Sequence[Question]
) -> int | None:
    """Minutes for the questions `asked` that are not `done`, in fives beyond a quarter of an hour.

    `spent` is the time at each question by its key. One long or short answer does not change the pace. None
    as long as it is unknown, and if nothing is left.
    """
    if len(done) < KNOWN_AFTER:
        return None
    left = sum(_work(question) for question in asked if question.key not in done)
    if not left:
        return None
    at_each = [(spent.get(one.key, timedelta()), _work(one)) for one in asked if one.key in done]
    if sum((time for time, _ in at_each), timedelta()) < len(done) * QUICKEST:
        return None
    paces = sorted(time / work for time, work in at_each)
    aside = len(paces) // 4
    middle = paces[aside : len(paces) - aside]
    seconds = sum(middle, timedelta()).total_seconds() / len(middle) * left
    minutes = max(math.ceil(seconds / 60), 1)
    return minutes if minutes <= 15 else math.ceil(minutes / 5) * 5


def _work(question: Question) -> int:
    return WORK.get(question.kind, 1)
