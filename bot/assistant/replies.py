"""What a reply to an earlier message is about, and what it adds there."""

from sqlite_utils import Database

from bot.assistant.outcome import Outcome
from bot.assistant.recall import keep_all, own_draft
from bot.assistant.views import Desk
from bot.interview import respond
from bot.interview.cards.sections import sections, taking_words
from bot.interview.decision import PLACING, Decision
from bot.interview.move import Say
from bot.interview.said import put_aside
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


def added_by_reply(
    desk: Desk, present: DraftState | None, present_view: str, move: Say, inbox_seq: int | None
) -> Outcome | None:
    """What a reply to an earlier card or note adds to its question; None if it is a reply to neither."""

    def remark(key: str, **values: object) -> Outcome:
        return Outcome(present_view, desk.shelf.texts(key, **values), kept=True)

    meant = replied_to(desk.db, desk.shelf, desk.person, move.reply_to) if move.reply_to is not None else None
    if meant is None:
        return None
    state, key = meant
    here = present is not None and present.id == state.id
    if here and key == state.cursor:
        return None
    decision = respond.add(state, move, key, desk.years())
    if decision.event is None and not move.text.strip():
        return None
    if decision.event is None:
        decision = Decision(put_aside(move, key), PLACING)
    keep_all(desk.db, state.id, decision, inbox_seq)
    if decision.view == PLACING:
        return Outcome(PLACING, kept=True) if here else remark("kept_out")
    if here and decision.notice:
        return Outcome(decision.view, desk.shelf.texts(decision.notice), kept=True)
    label = state.outline.question(key).label
    return remark("added_to" if here else "added_elsewhere", label=label, title=state.outline.title)


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
