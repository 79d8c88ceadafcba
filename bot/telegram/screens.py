"""What is shown in each chat: answers, what is brought up to date later, files, how far a report has come."""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import AbstractContextManager
from functools import partial
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.assistant.desk import Assistant
from bot.assistant.faults import where_it_failed
from bot.assistant.showing import Reply
from bot.interview.move import Correct, Press
from bot.telegram.beside import Beside
from bot.telegram.calling import calling
from bot.telegram.delivery import deliver, hand_out
from bot.telegram.incoming import Incoming, chat_of
from bot.telegram.plain import answer_press
from bot.telegram.progress import ProgressCards
from bot.telegram.reactions import Reactions
from bot.telegram.screen import show
from storage import StorageError

log = logging.getLogger(__name__)

REPAIR_PAUSE = 5.0
LONGEST_REPAIR_PAUSE = 60.0


class Screens:
    """One hand at a time on every chat's screen; what could not be shown is shown later, until it works."""

    def __init__(self, bot: Bot, assistant: Assistant) -> None:
        self._bot = bot
        self._assistant = assistant
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._handing_over: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._progress = ProgressCards(bot, assistant)
        self._repairs: set[asyncio.Task[None]] = set()
        self._repaired: dict[int, int] = {}
        """What a repair has shown last in each chat, as the reply was numbered."""
        self._reactions, self._leaving = Reactions(bot, assistant.reported.acknowledged), Beside()
        self._closing = False

    def busy(self, chat: int) -> bool:
        """Whether something is being shown there."""
        lock = self._locks.get(chat)
        return lock is not None and lock.locked()

    def closing(self) -> list["asyncio.Task[Any]"]:
        """Begin no repair any more; what is still under way, also what an answer that is ending has begun."""
        self._closing = True
        begun = [*self._repairs, *self._reactions.under_way(), *self._leaving.under_way()]
        return [task for task in begun if not task.done()]

    async def answer(self, incoming: Incoming, reply: Reply, *, quietly: bool) -> None:
        """Show a reply, unless quietly, and hand over what waits; what fails is made up for later."""
        try:
            async with self.lock(incoming.chat):
                calls = []
                if not quietly and not self._was_shown(incoming.chat, reply):
                    calls.append(self._show(incoming, reply))
                if incoming.query is not None:
                    notice = reply.notice if isinstance(incoming.move, Press) else ""
                    calls.append(self._stop_spinner(incoming.query, notice))
                await (calls[0] if len(calls) == 1 else asyncio.gather(*calls))
            if reply.data:
                await hand_out(self._bot, self._assistant, incoming.person, incoming.chat)
            if reply.files:
                await self._deliver(incoming.person, incoming.chat)
        except (TelegramError, StorageError) as problem:
            log.warning("chat %s not answered yet: %s", incoming.chat, type(problem).__name__)
            self._later(self._repair(incoming.person, incoming.chat, REPAIR_PAUSE))
        except Exception as problem:  # noqa: BLE001 - the move is stored; the chat must go on
            await self._told(incoming.chat, problem)

    async def settle(self, person: str) -> None:
        """Show what this person should see now and hand over what waits for them, holding up nobody."""
        self._later(self._repair(person, chat_of(person)))

    async def take_up(self, person: str) -> None:
        """The same after a stop or a crash: who wrote in the meantime finds the card below their words."""
        self._later(self._repair(person, chat_of(person), below=True))

    def acknowledge(self, person: str, message_id: int, *, corrected: bool) -> None:
        """Set the reaction that says that this message was kept; also one that a kill may have left out."""
        self._reactions.acknowledge(person, chat_of(person), message_id, corrected=corrected)

    def acknowledging(self, incoming: Incoming) -> AbstractContextManager[None]:
        """`with` whatever answers a message that was kept: its reaction comes behind that."""
        assert incoming.touched is not None
        corrected = isinstance(incoming.move, Correct)
        return self._reactions.behind(incoming.person, incoming.chat, incoming.touched, corrected=corrected)

    def acknowledged(self, person: str, message_id: int) -> None:
        """That reaction went another way."""
        self._reactions.settle(person, message_id)

    async def progress(self, person: str) -> None:
        """Show how far this person's report has come; left out if the chat is busy with something else."""
        chat = chat_of(person)
        lock = self.lock(chat)
        if not lock.locked():
            async with lock:
                await self._progress.show(person, chat)

    def lock(self, chat: int) -> asyncio.Lock:
        """What keeps two hands from one screen: it is held while a chat's card or files are sent."""
        return self._locks.setdefault(chat, asyncio.Lock())

    def _was_shown(self, chat: int, reply: Reply) -> bool:
        """Whether a repair came first and has shown this, or something newer, while the answer waited."""
        return self._repaired.pop(chat, 0) >= reply.wanted and reply.screen.message_id is not None

    async def _show(self, incoming: Incoming, reply: Reply) -> None:
        """Show it; where that cannot be noted, it is shown again later."""
        noted = await show(self._bot, self._assistant, incoming.chat, reply, self._leaving)
        noted.add_done_callback(partial(self._noted, incoming))

    def _noted(self, incoming: Incoming, noted: "asyncio.Future[None]") -> None:
        if not noted.cancelled() and noted.exception() is not None:
            log.warning("chat %s: what is shown there could not be noted yet", incoming.chat)
            self._later(self._repair(incoming.person, incoming.chat, REPAIR_PAUSE))

    async def _deliver(self, person: str, chat: int) -> None:
        """Hand over what waits, one at a time: a repair and an answer must not both hand over one file."""
        lock = self._handing_over.setdefault(chat, asyncio.Lock())
        async with lock:
            await deliver(self._bot, self._assistant, person, chat)

    async def _stop_spinner(self, query: str, notice: str) -> None:
        """Answer the press; one that is too old to be answered needs no answer."""
        try:
            await calling(lambda: answer_press(self._bot, query, notice), repeatable=True)
        except BadRequest:
            return

    async def _repair(self, person: str, chat: int, pause: float = 0.0, *, below: bool = False) -> None:
        """Show what a person should see now and hand over what waits for them; try until it works.

        A card that is not right yet may have to stand `below` whatever the person wrote.
        """
        while True:
            await asyncio.sleep(pause)
            try:
                async with self.lock(chat):
                    reply = await self._assistant.present(person, below=below)
                    if reply.screen.wanted != reply.screen.shown:
                        noted = await show(self._bot, self._assistant, chat, reply, self._leaving)
                        self._repaired[chat] = reply.wanted
                        await noted
                await self._deliver(person, chat)
            except (Forbidden, BadRequest) as problem:
                log.warning("chat %s cannot be reached: %s", chat, type(problem).__name__)
            except (TelegramError, StorageError) as problem:
                log.warning("screen of chat %s not repaired yet: %s", chat, type(problem).__name__)
                pause = min(max(pause, REPAIR_PAUSE) * 2, LONGEST_REPAIR_PAUSE)
                continue
            except Exception as problem:  # noqa: BLE001 - a fault of ours: trying again would not mend it
                await self._told(chat, problem)
            return

    def _later(self, work: Coroutine[None, None, None]) -> None:
        if self._closing:
            work.close()
            return
        task = asyncio.create_task(work)
        self._repairs.add(task)
        task.add_done_callback(self._repairs.discard)

    async def _told(self, chat: int, problem: Exception) -> None:
        """Log a fault of ours and tell the person that their words are safe."""
        log.error("chat %s could not be answered: %s", chat, where_it_failed(problem))
        try:
            await calling(
                lambda: self._bot.send_message(chat, self._assistant.shelf.texts("trouble")), repeatable=False
            )
        except TelegramError:
            log.warning("chat %s could not be told", chat)
