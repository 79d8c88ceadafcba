"""Coming back after a pause: where the person was, and what is next, in one line."""

from datetime import datetime, timedelta, timezone

from bot.interview.asked import END
from bot.interview.cards.ending import place_of
from bot.interview.state import DraftState, Status
from bot.interview.texts import Texts

PAUSE = timedelta(hours=6)
"""After so long a silence people are told where they were."""
CHINA = timezone(timedelta(hours=8))
"""The one clock of the country, without summer time."""


def where_they_were(state: DraftState, seen: datetime, now: datetime, texts: Texts) -> str:
    """The line for somebody last seen then; empty after a short pause, and where nothing is left to ask."""
    if now - seen < PAUSE or state.status is not Status.ACTIVE:
        return ""
    when = _when(seen, now, texts)
    if state.cursor == END:
        return texts("resumed_at_end", when=when)
    place, following = place_of(state, texts), state.after(state.cursor)
    if following == END:
        return texts("resumed_at_last", when=when, place=place)
    return texts("resumed_after", when=when, place=place, next=state.outline.question(following).label)


def day_in_words(moment: datetime, texts: Texts) -> str:
    """12月20日, by the country's clock."""
    day = moment.astimezone(CHINA)
    return texts("on_day", month=day.month, day=day.day)


def _when(seen: datetime, now: datetime, texts: Texts) -> str:
    days = (now.astimezone(CHINA).date() - seen.astimezone(CHINA).date()).days
    match days:
        case 0:
            return texts("when_today")
        case 1:
            return texts("when_yesterday")
        case _ if days <= 30:
            return texts("when_days", n=days)
        case _:
            return day_in_words(seen, texts)
