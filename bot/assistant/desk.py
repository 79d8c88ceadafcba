"""The assistant: takes moves, and says what is to be seen."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlite_utils import Database

from bot.assistant.access import CLOSED, Access
from bot.assistant.files import File
from bot.assistant.handing_over import Files
from bot.assistant.keeping import Keeping, data_files
from bot.assistant.own_data import own_data
from bot.assistant.reminding import to_remind, wants_reminding
from bot.assistant.reported import Reported
from bot.assistant.scrubbing import Scrubber
from bot.assistant.showing import Glance, Reply
from bot.assistant.taking import current, glance, presented, state_numbered, taken, with_lines
from bot.assistant.view_names import REMINDER
from bot.assistant.views import Desk
from bot.assistant.writer import Writer
from bot.interview.move import Move
from bot.interview.returning import CHINA
from bot.interview.state import DraftState, Status
from bot.library.shelf import Shelf
from storage import Damaged, Store, acknowledgements, inbox, people, writings
from storage.deadlines import Deadline
from storage.purge import take_back
from storage.writings import Writing

log = logging.getLogger(__name__)


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
        self.reported = Reported(store)
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
        return await self.store.read(lambda db: glance(self._desk(db, person)))

    def _reminded(self, db: Database, deadline: Deadline) -> bool:
        person = deadline.person
        try:
            state = state_numbered(db, self.shelf, deadline.draft)
        except Damaged:
            log.error("nobody is reminded of draft %s: it is damaged", deadline.draft)
            return False
        if not wants_reminding(state) or not self.access.admits(db, person):
            return False
        people.want(db, person, view=f"{REMINDER}:{deadline.draft}", notice="", newest_message_id=None)
        return True

    def _desk(self, db: Database, person: str) -> Desk:
        now, today = self._now(), self.today()
        return Desk(self.shelf, db, person, today, self.writer, self.access, self.keeping, now, self.hears)

    def taken(
        self, db: Database, person: str, move: Move, inbox_seq: int | None, message_id: int | None
    ) -> Reply:
        """`take` inside a job of the store that sees to the inbox row; `settled` belongs behind it."""
        return taken(self._desk(db, person), move, inbox_seq, message_id)

    def presented(self, db: Database, person: str) -> Reply:
        """`present` inside a job of the store."""
        return presented(self._desk(db, person))

    def state_of(self, db: Database, person: str) -> DraftState | None:
        """The draft a person is writing, inside a job of the store; None if there is none."""
        state = current(db, self.shelf, person)
        return state if state is not None and state.status is not Status.CANCELLED else None

    async def shown_below(self, reply: Reply) -> Reply:
        """The reply of a card that was to take the place of another, which cannot be edited any more."""
        person = reply.screen.person
        return await self.store.read(
            lambda db: with_lines(db, self.shelf, reply, current(db, self.shelf, person))
        )

    async def order(self, person: str) -> Writing | None:
        """What the person's current draft waits for from the writer."""

        def job(db: Database) -> Writing | None:
            draft = people.current_draft(db, person)
            return writings.waiting_of(db, draft) if draft is not None else None

        return await self.store.read(job)
