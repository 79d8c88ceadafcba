"""What arrives is put on disk before anybody is told that it arrived."""

import asyncio
import json
import logging
from collections import Counter
from functools import partial
from typing import Any

from sqlite_utils import Database
from telegram import Bot, Update

from bot.assistant.desk import Assistant
from bot.assistant.faults import where_it_failed
from bot.telegram.at_once import Arrived, arrive
from bot.telegram.door import Door, PutOut
from bot.telegram.guard import Guard
from bot.telegram.health import Health
from bot.telegram.in_reply import InReply, in_reply
from bot.telegram.incoming import Incoming
from bot.telegram.kept_out import KeptOut
from bot.telegram.raw import sender
from bot.telegram.reading import read
from bot.telegram.workers import Workers
from storage import StorageError, inbox, kept_out
from storage.inbox import Arrival

log = logging.getLogger(__name__)

ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY]


def source_of(bot: Bot) -> str:
    """How this bot is called in the inbox."""
    return f"telegram:{bot.id}"


class Intake:
    """Where polled and pushed updates enter: past door and guard, into the inbox, then to the workers."""

    def __init__(
        self,
        bot: Bot,
        assistant: Assistant,
        door: Door,
        guard: Guard,
        refusing: KeptOut,
        workers: Workers,
        health: Health,
    ) -> None:
        self._door = door
        self._guard = guard
        self._kept_out = refusing
        self._assistant = assistant
        self._store = assistant.store
        self._workers = workers
        self._health = health
        self._source = source_of(bot)
        self._arriving: Counter[int] = Counter()
        """Chats of which something is on its way to the disk: a press may be pushed beside a message."""

    async def take_up(self) -> None:
        """Give the workers what an earlier run left in the inbox; say how many messages are set aside."""
        self._guard.remember(await self._store.read(kept_out.noted))
        self._workers.give(Arrived(await self._store.read(lambda db: inbox.waiting(db, self._source))))
        if aside := await self._store.read(inbox.set_aside):
            log.warning("%d messages are set aside because they could not be handled", aside)

    async def accept(self, updates: list[dict[str, Any]]) -> None:
        """Commit raw updates; when this returns they are on disk. Raises StorageError if they are not.

        One that cannot be parsed, or that this program fails over, is put aside and holds up no other.
        """
        try:
            await self._accept(updates)
        except StorageError:
            raise
        except Exception as problem:  # noqa: BLE001 - one odd update must not make the bot deaf
            if len(updates) == 1:
                await self._put_aside(updates[0], problem)
            else:
                for update in updates:
                    await self.accept([update])

    async def _put_aside(self, update: dict[str, Any], problem: Exception) -> None:
        """Its number only: what it says may be something that must not be stored."""
        number = update["update_id"]
        log.error("update %s cannot be taken in; it is put aside: %s", number, where_it_failed(problem))
        aside = [Arrival(number, None, _number_of(update), readable=False)]
        await self._store.write(partial(inbox.put, source=self._source, arrivals=aside))

    async def pushed(self, update: dict[str, Any]) -> InReply | None:
        """The same for one update that was pushed; what may go along with the answer to it."""
        try:
            return await self._accept([update], pushed=True)
        except StorageError:
            raise
        except Exception as problem:  # noqa: BLE001 - as above
            await self._put_aside(update, problem)
            return None

    async def _accept(self, updates: list[dict[str, Any]], *, pushed: bool = False) -> InReply | None:
        private = self._door.private(updates)
        while True:
            try:
                arrived = await self._stored(private)
            except PutOut:
                self._door.forget()
            else:
                break
        self._health.arrived(len(arrived.rows))
        said = _said_along(arrived) if pushed else None
        self._workers.give(arrived, frozenset(arrived.replies) if said else frozenset())
        if arrived.replies:
            await asyncio.sleep(0)  # their cards go out before more is asked for
        return said

    async def _stored(self, private: list[dict[str, Any]]) -> Arrived:
        """Past door and guard, and into the inbox. Raises PutOut and has stored nothing."""
        judged = self._guard.judge(await self._door.let_in(private))
        moves: dict[str, Incoming | None] = {}
        arrivals = [_arrival(update, moves) for update in judged.kept]
        chats = {arrival.chat for arrival in arrivals if arrival.chat}
        free = {chat for chat in chats if chat not in self._arriving and self._workers.free(chat)}

        def put(db: Database) -> Arrived:
            self._door.keep(db, judged.kept)
            return arrive(db, self._assistant, self._source, arrivals, moves, free)

        self._arriving.update(chats)
        try:
            if judged.refused:
                return await self._kept_out.refuse(judged, put)
            return await self._store.write(put)
        finally:
            self._arriving -= Counter(chats)


def _said_along(arrived: Arrived) -> InReply | None:
    for row in arrived.rows:
        incoming, reply = arrived.moves.get(row.raw), arrived.replies.get(row.seq)
        if incoming is not None and reply is not None:
            return in_reply(incoming, reply)
    return None


def _arrival(update: dict[str, Any], moves: dict[str, Incoming | None]) -> Arrival:
    """The update as it is stored; the move in it is added to `moves` under that.

    Of one that does not tell who sent it only its number: neither door nor guard can judge what it says, and
    it would be nobody's to delete.
    """
    chat = sender(update)
    readable, raw = True, _number_of(update) if chat is None else _written(update)
    try:
        incoming = moves[raw] = read(update)
        chat = incoming.chat if incoming is not None else chat
    except Exception:  # noqa: BLE001 - whatever is in what nobody has seen before
        log.error("update %s cannot be read; it is put aside", update.get("update_id"))
        readable = False
    return Arrival(update["update_id"], chat, raw, readable)


def _number_of(update: dict[str, Any]) -> str:
    return json.dumps({"update_id": update["update_id"]})


def _written(update: dict[str, Any]) -> str:
    """The update as it is stored; halves of characters, which no file takes, as escapes."""
    plain = json.dumps(update, ensure_ascii=False)
    try:
        plain.encode()
    except UnicodeEncodeError:
        return json.dumps(update)
    return plain
