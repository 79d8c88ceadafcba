"""The assistant: takes moves, and says what is to be seen."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from sqlite_utils import Database

from bot.assistant.access import CLOSED, Access
from bot.assistant.contents import lines_left
from bot.assistant.drawing import Drawing
from bot.assistant.files import File
from bot.assistant.handing_over import Files
from bot.assistant.keeping import Keeping, data_files
from bot.assistant.moves import Mover
from bot.assistant.own_data import own_data
from bot.assistant.placing import MENU, waits_for_a_place
from bot.assistant.recall import recall_numbered
from bot.assistant.reminding import to_remind, wants_reminding
from bot.assistant.scrubbing import Scrubber
from bot.assistant.showing import Glance, Reply
from bot.assistant.unfollowed import lost_by
from bot.assistant.view_names import FORGOTTEN, HELD, REMINDER, START, WRITING
from bot.assistant.views import Desk
from bot.assistant.writer import Writer
from bot.interview.cards.overridden import newly_overridden
from bot.interview.cards.unfollowed import newly_unfollowed
from bot.interview.decision import PLACING, QUESTION
from bot.interview.move import Correct, Move, Press
from bot.interview.returning import CHINA, where_they_were
from bot.interview.state import DraftState, Status
from bot.library.shelf import Shelf
from storage import (
    Store,
    acknowledgements,
    deliveries,
    drafts,
    follow_ups,
    inbox,
    people,
    writings,
)
from storage.acknowledgements import Owed
from storage.deadlines import Deadline
from storage.open_ends import open_ends
from storage.purge import take_back
from storage.writings import Writing

SECTIONS = 1000
"""More than any report has."""


class Assistant:
    """All use cases over one store and one shelf. Safe to call from several tasks at once."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        *,
        writer: Writer | None = None,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        access: Access = CLOSED,
        keeping: Keeping | None = None,
    ) -> None:
        self.keeping = keeping or Keeping()
        self.access = access
        self.store = store
        self.shelf = shelf
        self.writer = writer or Writer(store, shelf)
        self.files = Files(store, shelf)
        """Finished files on their way to people."""
        self.scrubber = Scrubber(store)
        self.hears = False
        """Whether the channel has somebody who listens to voice messages."""
        self.ordered = asyncio.Event()
        """Set when a move has ordered something from the writer, or called it off."""
        self.today = today
        self._now = now

    async def take(
        self, person: str, move: Move, *, inbox_seq: int | None = None, message_id: int | None = None
    ) -> Reply:
        """Store what a move means, mark its inbox row done, and say what to show: one transaction.

        `message_id` is the newest message that the person sent, if the move is one.
        """

        def job(db: Database) -> Reply:
            if inbox_seq is not None:
                inbox.begin(db, inbox_seq)
            return self.taken(db, person, move, inbox_seq, message_id)

        reply = await self.store.write(job)
        await self.settled(reply)
        return reply

    async def settled(self, reply: Reply) -> None:
        """What comes behind the commit of `taken`."""
        if reply.orders:
            self.ordered.set()
        if reply.gone or reply.erased:
            await self.scrubber.scrub()

    def take_back(self, db: Database, person: str, rows: list[int], messages: list[int]) -> None:
        """Inside a job of the store: delete messages that must not be kept, and want a screen without them.

        `scrubber` belongs behind it.
        """
        take_back(db, person, rows, messages)
        for message in messages:
            acknowledgements.settle(db, person, message)
        if people.last_seen(db, person) is None:
            return
        people.want(db, person, view=people.screen(db, person).view, notice="", newest_message_id=None)

    async def failed(self, inbox_seq: int, error: str, most_attempts: int, person: str | None) -> bool:
        """Count a failure to handle what arrived; whether that was one too many and it is set aside.

        Then the person's screen is to say so. `error` tells where in the program it failed.
        """

        def job(db: Database) -> bool:
            set_aside = inbox.failed(db, inbox_seq, error, most_attempts)
            if set_aside and person is not None:
                people.meet(db, person)
                screen = people.screen(db, person)
                notice = self.shelf.texts("given_up")
                people.want(db, person, view=screen.view, notice=notice, newest_message_id=None)
            return set_aside

        return await self.store.write(job)

    async def data(self, person: str) -> tuple[File, ...]:
        """Everything that is kept of the person, as files: one to be read, one for programs."""
        data = await self.store.read(lambda db: own_data(db, person, self.shelf))
        return await asyncio.to_thread(data_files, data, person, self.shelf, self._now())

    async def present(self, person: str, *, below: bool = False) -> Reply:
        """What should be on the person's screen now, without any move: to repair it after a restart.

        It may be wanted `below` everything that the person wrote.
        """
        return await self.store.write(lambda db: replace(self.presented(db, person), below=below))

    async def remind(self, channel: str) -> list[str]:
        """Put a reminder on the screen of everybody whose time has come, each once; return who they are."""
        now = self._now()

        def job(db: Database) -> list[str]:
            due = to_remind(db, channel, now, now.astimezone(CHINA).date())
            return [deadline.person for deadline in due if self._reminded(db, deadline)]

        return await self.store.write(job)

    async def glance(self, person: str) -> Glance | None:
        """The progress card that stands on the screen, as it is now; None if something else stands there."""
        return await self.store.read(lambda db: self._glance(db, person))

    def _reminded(self, db: Database, deadline: Deadline) -> bool:
        person, state = deadline.person, self._state(db, deadline.draft)
        if not wants_reminding(state) or not self.access.admits(db, person):
            return False
        people.want(db, person, view=f"{REMINDER}:{deadline.draft}", notice="", newest_message_id=None)
        return True

    def _glance(self, db: Database, person: str) -> Glance | None:
        screen = people.screen(db, person)
        if screen.view != WRITING or screen.wanted != screen.shown or screen.message_id is None:
            return None
        desk = self._desk(db, person)
        card = Drawing(desk).card(WRITING, self._state(db, people.current_draft(db, person)), screen.notice)
        reply = Reply(card, "", screen.wanted, screen)
        growing = self.writer.board(card.draft).growing
        if growing is None:
            return Glance(reply)
        number, line = growing
        return Glance(reply, card.draft * SECTIONS + number, f"{line.name}\n{line.text}")

    def _desk(self, db: Database, person: str) -> Desk:
        now, today = self._now(), self.today()
        return Desk(self.shelf, db, person, today, self.writer, self.access, self.keeping, now, self.hears)

    def taken(
        self, db: Database, person: str, move: Move, inbox_seq: int | None, message_id: int | None
    ) -> Reply:
        """`take` inside a job of the store that sees to the inbox row; `settled` belongs behind it."""
        found = people.found(db, person)
        known, before, seen = found.person, found.screen, found.person.last_seen if found.person else None
        if known is None:
            known = people.meet(db, person)
        else:
            people.here(db, person)
        desk = self._desk(db, person)
        present_view = before.view or (QUESTION if known.current_draft else START)
        state = self._state(db, known.current_draft)
        outcome = Mover(desk, state, present_view, inbox_seq, found.corrects).make(move)
        left_open = open_ends(db, person)
        after = self._state(db, left_open.draft)
        if outcome.view == QUESTION and left_open.held:
            outcome = replace(outcome, view=HELD)
        elif outcome.view == QUESTION and waits_for_a_place(after, before.view, move):
            outcome = replace(outcome, view=f"{PLACING}:{MENU}")
        on_card = "" if isinstance(move, Press) and not outcome.lasting else outcome.notice
        if outcome.gone:
            gone = replace(before, view=FORGOTTEN, notice="", wanted=before.wanted + 1, place="")
            card = Drawing(desk).card(FORGOTTEN, None)
            return Reply(card, "", gone.wanted, gone, orders=True, gone=True)
        if outcome.view == QUESTION and state and seen and after and after.id == state.id:
            then = datetime.fromisoformat(seen)
            if back := where_they_were(state, then, self._now(), self.shelf.texts):
                on_card = back if outcome.resumes else back + on_card
        if state and after and after.id == state.id:
            on_card += newly_overridden(state, after, self.shelf.texts)
            asked_at = after.cursor if outcome.view == QUESTION else ""
            lost = lost_by(db, self.shelf, state, after)
            on_card += newly_unfollowed(self.shelf.texts, lost, asked_at)
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
        return reply if reply.in_place else self._with_lines(db, reply, after)

    def _with_lines(self, db: Database, reply: Reply, state: DraftState | None) -> Reply:
        """The reply with what stays of the card on the screen."""
        return replace(reply, left=lines_left(db, reply.screen, state, reply.card, self.shelf.texts))

    def presented(self, db: Database, person: str) -> Reply:
        """The same inside a job of the store."""
        screen = people.screen(db, person)
        desk = self._desk(db, person)
        state = self._current(db, person)
        card = Drawing(desk).card(screen.view or START, state, screen.notice)
        return self._with_lines(db, Reply(card, screen.notice, screen.wanted, screen), state)

    def _current(self, db: Database, person: str) -> DraftState | None:
        return self._state(db, people.current_draft(db, person))

    def _state(self, db: Database, draft: int | None) -> DraftState | None:
        return recall_numbered(db, self.shelf, draft) if draft is not None else None

    def state_of(self, db: Database, person: str) -> DraftState | None:
        """The draft a person is writing, inside a job of the store; None if there is none."""
        state = self._current(db, person)
        return state if state is not None and state.status is not Status.CANCELLED else None

    async def shown_below(self, reply: Reply) -> Reply:
        """The reply of a card that was to take the place of another, which cannot be edited any more."""
        person = reply.screen.person
        return await self.store.read(lambda db: self._with_lines(db, reply, self._current(db, person)))

    async def shown(self, reply: Reply, message_id: int) -> None:
        """The channel has shown the reply's card as this message."""
        await self.store.write(partial(_note_shown, reply=reply, message_id=message_id))

    def shown_again(self, reply: Reply, message_id: int) -> "asyncio.Future[None]":
        """The same of a message that stood there before: it is noted by the way, and nobody has to wait.

        Lost by a kill, it costs one more edit, which changes nothing.
        """
        return self.store.write_soon(partial(_note_shown, reply=reply, message_id=message_id))

    async def owed(self, channel: str) -> list[Owed]:
        """The messages that were kept and may not have been acknowledged: what a restart makes up for."""
        return await self.store.read(lambda db: acknowledgements.owed(db, channel))

    def acknowledged(self, person: str, message_id: int) -> "asyncio.Future[None]":
        """A message has its reaction, or cannot have one: noted by the way, nobody has to wait."""
        return self.store.write_soon(lambda db: acknowledgements.settle(db, person, message_id))

    async def order(self, person: str) -> Writing | None:
        """What the person's current draft waits for from the writer."""

        def job(db: Database) -> Writing | None:
            draft = people.current_draft(db, person)
            return writings.waiting_of(db, draft) if draft is not None else None

        return await self.store.read(job)

    async def unfinished(self, channel: str) -> list[str]:
        """Whose screen is not as it should be, or who still waits for a file: what a restart takes up."""

        def job(db: Database) -> list[str]:
            behind = [screen.person for screen in people.behind(db, channel)]
            return sorted({*behind, *deliveries.people_waiting(db, channel)})

        return await self.store.read(job)


def _kept(move: Move, message_id: int | None) -> int | None:
    """The person's own message that was kept: a new one, or the one they edited."""
    return move.message_id if isinstance(move, Correct) else message_id


def _note_shown(db: Database, *, reply: Reply, message_id: int) -> None:
    person, card = reply.screen.person, reply.card
    before, sections = reply.screen.message_id, reply.left.sections
    if before is not None and before != message_id and sections:
        drafts.remember_lines(db, person, before, int(reply.screen.about.partition(":")[0]), sections)
    people.shown(db, person, message_id=message_id, wanted=reply.wanted, about=card.about, place=card.place)
    if card.question and (before, reply.screen.about) != (message_id, card.about):
        drafts.remember_card(db, person, message_id, card.draft, card.question)
    if card.follow_up:
        follow_ups.ask(db, card.draft, card.question, card.follow_up, card.version, card.asks_back)
