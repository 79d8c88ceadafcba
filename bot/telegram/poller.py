"""Long polling: what arrived is on disk before Telegram is told so."""

import asyncio
import json
import logging
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.telegram.calling import flood_seconds
from bot.telegram.health import Health
from bot.telegram.intake import ALLOWED, Intake
from storage import UnwritableDatabase

log = logging.getLogger(__name__)

POLL_SECONDS = 30
READ_SLACK = 10
LONGEST_PAUSE = 30.0
_ASKED = urlencode({"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED)})


class Poller:
    """Fetches updates, commits them, and only then asks for the ones behind them.

    A kill at any moment loses nothing: what was not committed is delivered again, what was committed waits
    in the inbox.
    """

    def __init__(self, bot: Bot, request: BaseRequest, intake: Intake, health: Health) -> None:
        self._bot = bot
        self._request = request
        self._intake = intake
        self._health = health

    async def run(self) -> None:
        """Poll until cancelled. Raises InvalidToken if Telegram no longer knows the token."""
        offset: int | None = None
        pause = 0.5
        while True:
            try:
                updates = await self._fetch(offset)
                self._health.heard()
                await self._intake.accept(updates)
            except InvalidToken:
                raise
            except Conflict:
                log.error(
                    "another program polls with the same token; stop it, or give this bot a token of its own"
                )
                pause = LONGEST_PAUSE / 3
            except UnwritableDatabase:
                log.debug("updates are not acknowledged: nothing can be stored")
            except RetryAfter as flood:
                pause = flood_seconds(flood)
            except TelegramError as problem:
                log.warning("polling failed: %s", type(problem).__name__)
            else:
                pause = 0.5
                if updates:
                    offset = updates[-1]["update_id"] + 1
                continue
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _fetch(self, offset: int | None) -> list[dict[str, Any]]:
        """The raw updates: one that the library cannot read must not spoil its batch."""
        behind = "" if offset is None else f"&offset={offset}"
        url = f"{self._bot.base_url}/getUpdates?{_ASKED}{behind}"
        result = await self._request.post(url, read_timeout=POLL_SECONDS + READ_SLACK)
        assert isinstance(result, list)
        return result
