"""What a reply to an earlier message is about."""

from sqlite_utils import Database

from bot.assistant.recall import own_draft
from bot.interview.cards.parts import sections, taking_words
from bot.interview.state import DraftState, Status
from bot.library.shelf import Shelf
from storage import drafts


def replied_to(db: Database, shelf: Shelf, person: str, message_id: int) -> tuple[DraftState, str] | None:
    """The draft and the question that a reply to this message adds to; None if it was no note and no card."""
    note = drafts.question_of_note(db, person, message_id)
    asked = note or drafts.question_of_card(db, person, message_id)
    state = own_draft(db, shelf, person, asked.draft) if asked else None
    if asked is None or state is None or state.status is Status.CANCELLED:
        return None
    key = state.outline.renames.get(asked.question_key, asked.question_key)
    if note is None:
        key = taking_words(state, _of_its_line(db, person, state, message_id) or key)
    return (state, key) if key in state.keys else None


def _of_its_line(db: Database, person: str, state: DraftState, message_id: int) -> str:
    """The question answered last of the section whose line a card has become; empty if it has become none.

    A card goes on to the next section before it shrinks, so what it asked last may stand in another one.
    """
    lines = [name for name, at in drafts.lines(db, person, state.id).items() if at == message_id]
    given = [
        question.key
        for name, _, asked in sections(state, "")
        if name in lines
        for question in asked
        if state.answer(question.key).given
    ]
    return given[-1] if given else ""
