"""Follow-up questions: what to ask now, and what people do about being asked."""

from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.assistant.outcome import Outcome
from bot.interview.decision import QUESTION
from bot.interview.follow_up import Asked, FollowUp, follow_up, just_said
from bot.interview.state import DraftState
from storage import follow_ups

if TYPE_CHECKING:
    from bot.assistant.views import Desk


def asked_back(desk: "Desk", state: DraftState) -> FollowUp | None:
    """What to ask about the note that came last, unless this person wants to be asked nothing more."""
    if not just_said(state):
        return None
    found = follow_up(state, desk.shelf.follow_ups, asked_before(desk.db, state))
    return found if found and follow_ups.wanted(desk.db, desk.person) else None


def asked_before(db: Database, state: DraftState) -> list[Asked]:
    """What was asked back at the question under the cursor, in order."""
    seen = follow_ups.asked(db, state.id, state.cursor)
    return [Asked(row.rule, row.version, bool(row.passed), row.text) for row in seen]


def answered_by_press(desk: "Desk", state: DraftState, present_view: str, how: str) -> Outcome:
    """Leave a follow-up question open, or switch them off or on; that is no event of the draft."""
    texts = desk.shelf.texts
    match how:
        case "pass":
            follow_ups.put_aside(desk.db, state.id, state.cursor)
            return Outcome(QUESTION)
        case "off" | "on":
            follow_ups.want(desk.db, desk.person, how == "on")
            return Outcome(present_view, texts("follow_up_on" if how == "on" else "follow_up_off"))
        case _:
            return Outcome(present_view, texts("stale"))
