"""One worker per chat: rows of the inbox in order, one after the other, chats beside each other."""

import asyncio
import json
import logging
import time
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from functools import partial
from weakref import WeakValueDictionary

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.assistant.desk import Assistant
from bot.assistant.faults import where_it_failed
from bot.assistant.showing import Reply
from bot.interview.move import Correct, Move, Press, Say, Unusable
from bot.telegram.asking_back import AskingBack
from bot.telegram.at_once import Arrived
from bot.telegram.beside import Beside
from bot.telegram.calling import calling
from bot.telegram.delivery import deliver, hand_out
from bot.telegram.health import Health
from bot.telegram.logs import about_update
from bot.telegram.papers import Papers
from bot.telegram.plain import answer_press
from bot.telegram.progress import ProgressCards
from bot.telegram.reactions import Reactions
from bot.telegram.reading import Incoming, Paper, chat_of, read
from bot.telegram.screen import show
from bot.telegram.voices import Voices
from storage import StorageError, inbox
from storage.inbox import Waiting

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
REPAIR_PAUSE = 5.0
LONGEST_REPAIR_PAUSE = 60.0
STORAGE_PAUSE = 2.0


@dataclass(slots=True)
class _Chat:
    rows: deque[Waiting] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None
    behind: Incoming | None = None
    """Whose card was left to the next row."""


class Workers:
    """Handles rows of the inbox: those of one chat in order, and no chat waits for another."""

    def __init__(self, bot: Bot, assistant: Assistant, health: Health, voices: Voices) -> None:
        self._bot = bot
        self._voices = voices
        self._papers = Papers(bot)
        self._health = health
        self._assistant = assistant
        self._chats: dict[int, _Chat] = {}
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._progress = ProgressCards(bot, assistant)
        self._repairs: set[asyncio.Task[None]] = set()
        self._handing_over: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._reactions, self._leaving = Reactions(bot, assistant.reported.acknowledged), Beside()
        self._moves: dict[int, Incoming | None] = {}
        self._replies: dict[int, Reply] = {}
        self.asking_back = AskingBack(bot, assistant, self._lock, self.settle)
        self._closing = False

    def free(self, chat: int) -> bool:
        """Whether nobody is being answered in this chat, and nothing of it is left to the next start."""
        lock = self._locks.get(chat)
        return not self._closing and chat not in self._chats and (lock is None or not lock.locked())

    def give(self, arrived: Arrived) -> None:
        """Queue rows; they are handled as soon as their chat is free.

        What is pushed while the program stops waits for the next start, behind what waits already.
        """
        if self._closing:
            return
        self._replies.update(arrived.replies)
        for row in arrived.rows:
            if row.raw in arrived.moves:
                self._moves[row.seq] = arrived.moves[row.raw]
            chat = self._chats.setdefault(row.chat or 0, _Chat())
            chat.rows.append(row)
            if chat.task is None or chat.task.done():
                chat.task = asyncio.create_task(self._work(row.chat or 0, chat))

    async def close(self, grace: float) -> None:
        """Let what is under way come to its end, for `grace` seconds at most; begin nothing any more.

        What is not done by then is done by the next start.
        """
        self._closing = True
        tasks = [chat.task for chat in self._chats.values() if chat.task] + list(self._repairs)
        tasks += self._reactions.under_way() + self._leaving.under_way()
        for chat in self._chats.values():
            while len(chat.rows) > 1:
                chat.rows.pop()
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def repair(self, person: str, chat: int, pause: float = 0.0, *, below: bool = False) -> None:
        """Show what a person should see now and hand over what waits for them; try until it works.

        A card that is not right yet may have to stand `below` whatever the person wrote.
        """
        while True:
            await asyncio.sleep(pause)
            try:
                async with self._lock(chat):
                    reply = await self._assistant.present(person, below=below)
                    if reply.screen.wanted != reply.screen.shown:
                        noted = await show(self._bot, self._assistant, chat, reply, self._leaving)
                        await (noted or asyncio.sleep(0))
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

    async def _paper(self, said: Move, paper: Paper) -> Move:
        """What a document says; if nobody can tell, the words beside it, and why."""
        told = await self._papers.read(paper)
        if isinstance(told, Unusable) and isinstance(said, Say):
            return replace(said, left_out=told.what)
        return told

    async def settle(self, person: str) -> None:
        """Show what this person should see now and hand over what waits for them, holding up nobody."""
        self._later(self.repair(person, chat_of(person)))

    async def take_up(self, person: str) -> None:
        """The same after a stop or a crash: who wrote in the meantime finds the card below their words."""
        self._later(self.repair(person, chat_of(person), below=True))

    def make_up(self, person: str, message_id: int, *, corrected: bool) -> None:
        """Set a reaction that a stop or a crash may have left out."""
        self._reactions.acknowledge(person, chat_of(person), message_id, corrected=corrected)

    async def progress(self, person: str) -> None:
        """Show how far this person's report has come; left out if the chat is busy with something else."""
        chat = chat_of(person)
        lock = self._lock(chat)
        if not lock.locked():
            async with lock:
                await self._progress.show(person, chat)

    def _lock(self, chat: int) -> asyncio.Lock:
        """What keeps two hands from one screen: it is held while a chat's card or files are sent."""
        return self._locks.setdefault(chat, asyncio.Lock())

    def _later(self, work: Coroutine[None, None, None]) -> None:
        if self._closing:
            work.close()
            return
        task = asyncio.create_task(work)
        self._repairs.add(task)
        task.add_done_callback(self._repairs.discard)

    async def _work(self, key: int, chat: _Chat) -> None:
        while chat.rows:
            if await self._handled(chat, chat.rows[0], more=len(chat.rows) > 1):
                chat.rows.popleft()
        if chat.behind is not None:
            self._later(self.repair(chat.behind.person, chat.behind.chat))
        self._chats.pop(key, None)

    async def _handled(self, chat: _Chat, row: Waiting, *, more: bool) -> bool:
        """Whether the row is through: handled, no move at all, or set aside after three failures.

        With `more` rows behind it a card that says nothing of its own is left to the next one, so that a
        burst, or a wait for Telegram's flood limit, ends in one edit and not in many.
        """
        begun = time.monotonic()
        about_update.set(str(row.seq))
        incoming: Incoming | None = None
        try:
            known = row.seq in self._moves
            incoming = self._moves.pop(row.seq) if known else read(json.loads(row.raw))
            if incoming is None:
                await self._assistant.store.write(lambda db: inbox.done(db, row.seq))
                return True
            if (reply := self._replies.get(row.seq)) is not None:
                await self._assistant.settled(reply)
                del self._replies[row.seq]
            else:
                if await self._voices.takes(incoming, row.seq):
                    return True
                if incoming.sent is not None and self._voices.hears and isinstance(incoming.move, Say):
                    incoming = replace(incoming, move=replace(incoming.move, left_out=""))
                if incoming.paper is not None:
                    incoming = replace(incoming, move=await self._paper(incoming.move, incoming.paper))
                reply = await self._assistant.take(
                    incoming.person, incoming.move, inbox_seq=row.seq, message_id=incoming.message_id
                )
        except inbox.TakenBack:
            return True
        except StorageError:
            await asyncio.sleep(STORAGE_PAUSE)
            return False
        except Exception as problem:  # noqa: BLE001 - one bad row must not stop the chat
            return await self._failed(row, incoming, problem)
        if reply.kept and incoming.touched is not None:
            corrected = isinstance(incoming.move, Correct)
            self._reactions.acknowledge(incoming.person, incoming.chat, incoming.touched, corrected=corrected)
        quietly = more and not reply.notice
        chat.behind = incoming if quietly else None
        await self._answer(incoming, reply, quietly=quietly)
        if reply.kept and not quietly:
            self.asking_back.said(incoming.person, incoming.chat)
        if reply.voices:
            self._voices.look_after(incoming.person)
        self._health.handled(time.monotonic() - begun)
        return True

    async def _answer(self, incoming: Incoming, reply: Reply, *, quietly: bool) -> None:
        try:
            async with self._lock(incoming.chat):
                calls = []
                if not quietly:
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
            self._later(self.repair(incoming.person, incoming.chat, REPAIR_PAUSE))
        except Exception as problem:  # noqa: BLE001 - the move is stored; the chat must go on
            await self._told(incoming.chat, problem)

    async def _show(self, incoming: Incoming, reply: Reply) -> None:
        """Show it; where that cannot be noted, it is shown again later."""
        noted = await show(self._bot, self._assistant, incoming.chat, reply, self._leaving)
        if noted is not None:
            noted.add_done_callback(partial(self._noted, incoming))

    def _noted(self, incoming: Incoming, noted: "asyncio.Future[None]") -> None:
        if not noted.cancelled() and noted.exception() is not None:
            log.warning("chat %s: what is shown there could not be noted yet", incoming.chat)
            self._later(self.repair(incoming.person, incoming.chat, REPAIR_PAUSE))

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

    async def _failed(self, row: Waiting, incoming: Incoming | None, problem: Exception) -> bool:
        """Count it; whether the row is set aside now. Its person learns of it, also after a restart."""
        self._health.failed()
        error = where_it_failed(problem)
        person = incoming.person if incoming is not None else None
        log.error("row %s of the inbox failed: %s", row.seq, error)
        try:
            given_up = await self._assistant.failed(row.seq, error, MOST_ATTEMPTS, person)
        except StorageError:
            await asyncio.sleep(STORAGE_PAUSE)
            return False
        if given_up and incoming is not None:
            self._later(self.repair(incoming.person, incoming.chat))
        return given_up

    async def _told(self, chat: int, problem: Exception) -> None:
        """Log a fault of ours and tell the person that their words are safe."""
        log.error("chat %s could not be answered: %s", chat, where_it_failed(problem))
        try:
            await calling(
                lambda: self._bot.send_message(chat, self._assistant.shelf.texts("trouble")), repeatable=False
            )
        except TelegramError:
            log.warning("chat %s could not be told", chat)
