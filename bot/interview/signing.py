"""The day a report is signed on: which date is to be printed for somebody who left out the year."""

import re
from datetime import date

from bot.interview.dates import nearest_day
from bot.interview.state import DraftState

_AROUND = re.compile(r"^(?:落款|日期|就|写|是|[：:，,])*(.+?)(?:吧|[。.！!])*$", re.DOTALL)


def in_full(day: date) -> str:
    """2026年12月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_meant(state: DraftState, today: date) -> date | None:
    """The day that a signing date not told in full seems to mean; None if there is nothing to ask.

    The report prints what was said until somebody takes the full date.
    """
    words = state.answer("sign_date").words
    if not words or "date" in state.by_hand.restated:
        return None
    found = _AROUND.match(words[-1].reading.strip())
    return nearest_day(found[1], today) if found else None
