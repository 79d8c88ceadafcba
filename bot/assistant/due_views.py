"""Views of the day a report is due."""

from datetime import date
from typing import TYPE_CHECKING

from bot.interview.card import Card
from bot.interview.cards.deadline import deadline_card, deadline_line, reminder_card
from bot.interview.reminding import Due
from bot.interview.state import DraftState
from storage import deadlines

if TYPE_CHECKING:
    from bot.assistant.views import Desk

WRITES_FIRST = ("telegram",)
"""Channels that can show something to somebody who has done nothing."""


def due_line(desk: "Desk", state: DraftState) -> str:
    """When the report is due and how far that is; empty if nobody has said."""
    due = _due(desk, state.id)
    return deadline_line(due, desk.day, desk.shelf.texts) if due else ""


def deadline_view(desk: "Desk", state: DraftState, notice: str) -> Card:
    """The card that asks for the day, and for the hour of reminders where the channel can bring them."""
    due = _due(desk, state.id)
    spent = deadlines.spent(desk.db, state.id, due.day.isoformat()) if due else ()
    reminds = desk.person.partition(":")[0] in WRITES_FIRST
    return deadline_card(
        state, desk.shelf.texts, due=due, today=desk.day, spent=spent, reminds=reminds, notice=notice
    )


def reminder_view(desk: "Desk", number: str) -> Card | None:
    """The reminder of the draft of that number; None once there is nothing to be reminded of."""
    found = next((state for row, state in desk.known() if str(row.id) == number), None)
    due = _due(desk, found.id) if found else None
    if found is None or due is None:
        return None
    return reminder_card(found, desk.shelf.texts, due, today=desk.day, version=desk.version())


def _due(desk: "Desk", draft: int) -> Due | None:
    found = deadlines.of_draft(desk.db, draft)
    return Due(date.fromisoformat(found.day), found.hour) if found else None
