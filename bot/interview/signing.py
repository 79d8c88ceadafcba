"""The day a report is signed on: which date is to be printed for somebody who left out the year."""

from datetime import date

from bot.interview.dates import nearest_day
from bot.interview.particulars import particular
from bot.interview.state import DraftState


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
    return nearest_day(particular("sign_date", words[-1].reading), today)
