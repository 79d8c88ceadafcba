"""What a move, or looking again, brings to a person's screen: inside one job of the store."""

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from bot.assistant.contents import lines_left
from bot.assistant.drawing import Drawing
from bot.assistant.moves import Mover
from bot.assistant.outcome import Outcome
from bot.assistant.placing import MENU, waits_for_a_place
from bot.assistant.recall import recall_numbered
from bot.assistant.showing import Glance, Reply
from bot.assistant.unfollowed import lost_by
from bot.assistant.view_names import FORGOTTEN, HELD, START, WRITING
from bot.assistant.views import Desk
from bot.interview.cards.overridden import newly_overridden
from bot.interview.cards.unfollowed import newly_unfollowed
from bot.interview.decision import PLACING, QUESTION
from bot.interview.move import Correct, Move, Press
from bot.interview.returning import where_they_were
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from storage import acknowledgements, people
from storage.open_ends import open_ends

SECTIONS = 1000
"""More than any report has."""


def taken(desk: Desk, move: Move, inbox_seq: int | None, message_id: int | None) -> Reply:
    """Store what a move means, and say what is to be seen."""
    db, person, shelf = desk.db, desk.person, desk.shelf
    found = people.found(db, person)
    known, before, seen = found.person, found.screen, found.person.last_seen if found.person else None
    if known is None:
        known = people.meet(db, person)
    else:
        people.here(db, person)
    present_view = before.view or (QUESTION if known.current_draft else START)
    state = state_numbered(db, shelf, known.current_draft)
    outcome = Mover(desk, state, present_view, inbox_seq, found.corrects).make(move)
    left_open = open_ends(db, person)
    after = state_numbered(db, shelf, left_open.draft)
    if outcome.view == QUESTION and left_open.held:
        outcome = replace(outcome, view=HELD)
    elif outcome.view == QUESTION and waits_for_a_place(after, before.view, move):
        outcome = replace(outcome, view=f"{PLACING}:{MENU}")
    on_card = "" if isinstance(move, Press) and not outcome.lasting else outcome.notice
    if outcome.gone:
        gone = replace(before, view=FORGOTTEN, notice="", wanted=before.wanted + 1, place="")
        card = Drawing(desk).card(FORGOTTEN, None)
        return Reply(card, "", gone.wanted, gone, orders=True, gone=True)
    if state and after and after.id == state.id:
        on_card = _with_what_changed(desk, outcome, on_card, state, after, seen)
    card = Drawing(desk).card(outcome.view, after, on_card)
    screen = people.want(db, person, view=outcome.view, notice=on_card, newest_message_id=message_id)
    if outcome.kept and (message := _kept(move, message_id)) is not None:
        acknowledgements.owe(db, person, message, corrected=isinstance(move, Correct))
    reply = Reply(
        card,
        outcome.notice,
        screen.wanted,
        screen,
        outcome.kept,
        orders=outcome.orders,
        data=outcome.data,
        files=left_open.files,
        voices=left_open.voices,
        erased=outcome.erased,
    )
    return reply if reply.in_place else with_lines(db, shelf, reply, after)


def _with_what_changed(
    desk: Desk, outcome: Outcome, remark: str, before: DraftState, after: DraftState, seen: str | None
) -> str:
    """The remark, and what has to be said besides: where the person was when last `seen`, and what this step
    has put out of step with words by hand."""
    texts, at_question = desk.shelf.texts, outcome.view == QUESTION
    if at_question and seen:
        back = where_they_were(before, datetime.fromisoformat(seen), desk.now, texts)
        remark = back if back and outcome.resumes else back + remark
    lost = lost_by(desk.db, desk.shelf, before, after)
    overridden = newly_overridden(before, after, texts)
    return remark + overridden + newly_unfollowed(texts, lost, after.cursor if at_question else "")


def presented(desk: Desk) -> Reply:
    """What is to be seen now, without any move."""
    screen = people.screen(desk.db, desk.person)
    state = current(desk.db, desk.shelf, desk.person)
    card = Drawing(desk).card(screen.view or START, state, screen.notice)
    return with_lines(desk.db, desk.shelf, Reply(card, screen.notice, screen.wanted, screen), state)


def glance(desk: Desk) -> Glance | None:
    """The progress card that stands on the screen, as it is now; None if something else stands there."""
    screen = people.screen(desk.db, desk.person)
    if screen.view != WRITING or screen.wanted != screen.shown or screen.message_id is None:
        return None
    card = Drawing(desk).card(WRITING, current(desk.db, desk.shelf, desk.person), screen.notice)
    reply = Reply(card, "", screen.wanted, screen)
    growing = desk.writer.board(card.draft).growing
    if growing is None:
        return Glance(reply)
    number, line = growing
    return Glance(reply, card.draft * SECTIONS + number, f"{line.name}\n{line.text}")


def with_lines(db: Database, shelf: Shelf, reply: Reply, state: DraftState | None) -> Reply:
    """The reply with what stays of the card on the screen."""
    return replace(reply, left=lines_left(db, reply.screen, state, reply.card, shelf.texts))


def current(db: Database, shelf: Shelf, person: str) -> DraftState | None:
    """The draft that the person writes, also one that was given up."""
    return state_numbered(db, shelf, people.current_draft(db, person))


def state_numbered(db: Database, shelf: Shelf, draft: int | None) -> DraftState | None:
    """The state of a draft; None for no draft."""
    return recall_numbered(db, shelf, draft) if draft is not None else None


def _kept(move: Move, message_id: int | None) -> int | None:
    """The person's own message that was kept: a new one, or the one they edited."""
    return move.message_id if isinstance(move, Correct) else message_id
