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
_NONE = timedelta()
WORK = {"notes": 2}
"""How many times as long a question of that kind takes as one answered by a word or a press, at least."""


def time_between(before: datetime, moment: datetime) -> timedelta:
    """The time spent between two events, none after a rest; a clock that was set back adds nothing."""
    time = moment - before
    return time if _NONE < time <= REST else _NONE


def work_of(asked: Sequence[Question]) -> Mapping[str, int]:
    """How much work each question is, by its key."""
    return {question.key: WORK.get(question.kind, 1) for question in asked}


def minutes_left(
    spent: Mapping[str, timedelta], done: Collection[str], work: Mapping[str, int]
) -> int | None:
    """Minutes for the questions that are not `done`, in fives beyond a quarter of an hour.

    `spent` is the time at each question by its key, `work` what `work_of` says of all. One long or short
    answer does not change the pace. None as long as it is unknown, and if nothing is left.
    """
    if len(done) < KNOWN_AFTER:
        return None
    left = sum(work.values()) - sum([work[key] for key in done])
    took = [spent.get(key, _NONE) for key in done]
    if not left or sum(took, _NONE) < len(done) * QUICKEST:
        return None
    paces = sorted([time / work[key] for key, time in zip(done, took, strict=True)])
    aside = len(paces) // 4
    middle = paces[aside : len(paces) - aside]
    seconds = sum(middle, timedelta()).total_seconds() / len(middle) * left
    minutes = max(math.ceil(seconds / 60), 1)
    return minutes if minutes <= 15 else math.ceil(minutes / 5) * 5
