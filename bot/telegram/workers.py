"""One worker per chat: rows of the inbox in order, one after the other, chats beside each other."""

import asyncio
import json
import logging
import time
from collections import deque
from contextlib import nullcontext
from dataclasses import dataclass, field, replace

from telegram import Bot

from bot.assistant.desk import Assistant
from bot.assistant.faults import where_it_failed
from bot.assistant.showing import Reply
from bot.interview.move import Move, Say, Unusable
from bot.telegram.asking_back import AskingBack
from bot.telegram.at_once import Arrived
from bot.telegram.health import Health
from bot.telegram.incoming import Incoming, Paper
from bot.telegram.logs import about_update
from bot.telegram.papers import Papers
from bot.telegram.reading import read
from bot.telegram.screens import Screens
from bot.telegram.voices import Voices
from storage import StorageError, inbox
from storage.inbox import Waiting

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
STORAGE_PAUSE = 2.0


@dataclass(slots=True)
class _Chat:
    rows: deque[Waiting] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None
    behind: Incoming | None = None
    """Whose card was left to the next row."""


class Workers:
    """Handles rows of the inbox: those of one chat in order, and no chat waits for another."""

    def __init__(
        self, bot: Bot, assistant: Assistant, health: Health, voices: Voices, screens: Screens
    ) -> None:
        self._screens = screens
        self._voices = voices
        self._papers = Papers(bot)
        self._health = health
        self._assistant = assistant
        self._chats: dict[int, _Chat] = {}
        self._moves: dict[int, Incoming | None] = {}
        self._replies: dict[int, Reply] = {}
        self._told: set[int] = set()
        """Rows of which reaction, or spinner, was seen to another way."""
        self.asking_back = AskingBack(bot, assistant, screens.lock, screens.settle)
        self._closing = False

    def free(self, chat: int) -> bool:
        """Whether nobody is being answered in this chat, and nothing of it is left to the next start."""
        return not self._closing and chat not in self._chats and not self._screens.busy(chat)

    def give(self, arrived: Arrived, told: frozenset[int] = frozenset()) -> None:
        """Queue rows; they are handled as soon as their chat is free. Of those `told` only the card is shown.

        What is pushed while the program stops waits for the next start, behind what waits already.
        """
        if self._closing:
            return
        self._replies.update(arrived.replies)
        self._told.update(told)
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
        for chat in self._chats.values():
            while len(chat.rows) > 1:
                chat.rows.pop()
        end = time.monotonic() + grace
        while tasks := [*self._under_way(), *self._screens.closing()]:
            if (left := end - time.monotonic()) > 0:
                await asyncio.wait(tasks, timeout=left)
            else:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    def _under_way(self) -> list[asyncio.Task[None]]:
        return [chat.task for chat in self._chats.values() if chat.task and not chat.task.done()]

    async def _paper(self, said: Move, paper: Paper) -> Move:
        """What a document says; if nobody can tell, the words beside it, and why."""
        told = await self._papers.read(paper)
        if isinstance(told, Unusable) and isinstance(said, Say):
            return replace(said, left_out=told.what)
        return told

    async def _work(self, key: int, chat: _Chat) -> None:
        while chat.rows:
            if await self._handled(chat, chat.rows[0], more=len(chat.rows) > 1):
                chat.rows.popleft()
        if chat.behind is not None:
            await self._screens.settle(chat.behind.person)
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
        told = row.seq in self._told
        if told:
            self._told.discard(row.seq)
            incoming = replace(incoming, query=None)
        quietly = more and not reply.notice
        chat.behind = incoming if quietly else None
        noted = reply.kept and incoming.touched is not None and not told
        with self._screens.acknowledging(incoming) if noted else nullcontext():
            await self._screens.answer(incoming, reply, quietly=quietly)
        if reply.kept and not quietly:
            self.asking_back.said(incoming.person, incoming.chat)
        if reply.voices:
            self._voices.look_after(incoming.person)
        self._health.handled(time.monotonic() - begun)
        return True

    async def _failed(self, row: Waiting, incoming: Incoming | None, problem: Exception) -> bool:
        """Count it; whether the row is set aside now. Its person learns of it, also after a restart."""
        self._health.failed()
        error = where_it_failed(problem)
        person = incoming.person if incoming is not None else None
        log.error("row %s of the inbox failed: %s", row.seq, error)
        try:
            given_up = await self._assistant.failed(row.seq, error, MOST_ATTEMPTS, person)
        except inbox.TakenBack:
            return True
        except StorageError:
            await asyncio.sleep(STORAGE_PAUSE)
            return False
        if given_up and incoming is not None:
            await self._screens.settle(incoming.person)
        return given_up
