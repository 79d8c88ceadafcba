"""Long polling into the durable inbox: what arrived is on disk before Telegram is told so."""

import asyncio
import json
import logging
from functools import partial
from typing import Any
from urllib.parse import urlencode

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.telegram.workers import Workers
from storage import Store, UnwritableDatabase, inbox
from storage.inbox import Arrival

log = logging.getLogger(__name__)

POLL_SECONDS = 30
READ_SLACK = 10
ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY]
LONGEST_PAUSE = 30.0


class Poller:
    """Fetches updates, commits them, and only then asks for the ones behind them.

    A kill at any moment loses nothing: what was not committed is delivered again, what was committed waits
    in the inbox. An update that cannot be parsed is put aside and holds up no other.
    """

    def __init__(self, bot: Bot, request: BaseRequest, store: Store, workers: Workers) -> None:
        self._bot = bot
        self._request = request
        self._store = store
        self._workers = workers
        self._source = f"telegram:{bot.id}"

    async def run(self) -> None:
        """Take up what an earlier run left in the inbox, then poll until cancelled."""
        self._workers.give(await self._store.read(lambda db: inbox.waiting(db, self._source)))
        if aside := await self._store.read(inbox.set_aside):
            log.warning("%d messages are set aside because they could not be handled", aside)
        offset: int | None = None
        pause = 0.5
        while True:
            try:
                updates = await self._fetch(offset)
                arrivals = [self._arrival(update) for update in updates]
                stored = await self._store.write(partial(inbox.put, source=self._source, arrivals=arrivals))
            except InvalidToken:
                raise
            except Conflict:
                log.error(
                    "another program polls with the same token; stop it, or give this bot a token of its own"
                )
                pause = LONGEST_PAUSE / 3
            except UnwritableDatabase as problem:
                log.error("%s; updates are not acknowledged until there is space again", problem)
            except RetryAfter as flood:
                wait = flood.retry_after
                pause = float(wait) if isinstance(wait, int) else wait.total_seconds()
            except TelegramError as problem:
                log.warning("polling failed: %s", type(problem).__name__)
            else:
                pause = 0.5
                if updates:
                    offset = updates[-1]["update_id"] + 1
                self._workers.give(stored)
                continue
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """The raw updates: one that the library cannot read must not spoil its batch."""
        asked = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED)}
        if offset is not None:
            asked["offset"] = offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(asked)}"
        result = await self._request.post(url, read_timeout=POLL_SECONDS + READ_SLACK)
        assert isinstance(result, list)
        return result

    def _arrival(self, update: dict[str, Any]) -> Arrival:
        readable = True
        chat = None
        try:
            parsed = Update.de_json(update, self._bot)
            chat = parsed.effective_chat.id if parsed and parsed.effective_chat else None
        except Exception:  # noqa: BLE001 - whatever a parser may raise on what nobody has seen before
            log.error("update %s cannot be parsed; it is put aside", update.get("update_id"))
            readable = False
        return Arrival(update["update_id"], chat, json.dumps(update, ensure_ascii=False), readable)
