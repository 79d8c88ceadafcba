"""Updates pushed by Telegram: answered with 200 only when they are on disk.

The answer carries the reaction, or the end of the spinner: so a note costs one call, the edit of its card.
"""

import asyncio
import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.telegram.calling import calling
from bot.telegram.health import Health
from bot.telegram.in_turn import InTurn
from bot.telegram.intake import ALLOWED, Intake
from bot.telegram.raw import content
from storage import StorageError

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1024 * 1024
CONNECTIONS = 40
"""As many as Telegram opens by itself: over one alone, every push waits for the way of the one before."""
LOOKS_EVERY = 30.0
WAITED = 3.0
"""Seconds after which a message was not pushed at once: what was sent before it may only be coming now."""


def secret_of(token: str) -> str:
    """What Telegram sends along with every push; made from the token, so nobody has to choose one."""
    return hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()


class Webhook:
    """Where Telegram pushes: takes what comes, and looks whether it still comes."""

    def __init__(
        self, bot: Bot, url: str, intake: Intake, health: Health, acknowledged: Callable[[str, int], None]
    ) -> None:
        """`acknowledged` notes that a person's message has its reaction."""
        self._acknowledged = acknowledged
        self._bot = bot
        self._url = url
        self._intake = intake
        self._health = health
        self._secret = secret_of(bot.token)
        self._in_turn = InTurn()
        self._pushes = 0
        self._pushes_before = 0

    async def ask(self) -> None:
        """Tell Telegram where to push. Raises TelegramError if it will not."""
        await calling(
            lambda: self._bot.set_webhook(
                self._url,
                secret_token=self._secret,
                allowed_updates=ALLOWED,
                max_connections=CONNECTIONS,
            ),
            repeatable=True,
        )
        self._health.heard()

    def page(self) -> web.Application:
        """Takes pushes at the path of the address.

        403 without the secret, 400 for what is no update, 503 when it could not be stored: then Telegram
        pushes it again.
        """
        page = web.Application(client_max_size=LARGEST_UPDATE)
        page.router.add_post(urlsplit(self._url).path or "/", self._push)
        return page

    async def watch(self) -> None:
        """For ever: as silence says nothing where Telegram pushes, it is asked. Raises InvalidToken only."""
        while True:
            await asyncio.sleep(LOOKS_EVERY)
            try:
                await self.look()
            except InvalidToken:
                raise
            except TelegramError as problem:
                log.warning("the Bot API cannot be reached (%s)", type(problem).__name__)

    async def look(self) -> None:
        """Heard, unless updates wait and none came since the last look; pushes taken away are asked for anew.

        Raises TelegramError if Telegram does not answer.
        """
        info = await self._bot.get_webhook_info()
        if info.url != self._url:
            log.warning(
                "Telegram no longer pushes here: does another program use the same token? Asked again"
            )
            await self.ask()
        elif info.pending_update_count and self._pushes == self._pushes_before:
            log.warning("%d updates wait, and Telegram does not get through", info.pending_update_count)
        else:
            self._health.heard()
        self._pushes_before = self._pushes

    async def _push(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            number = int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        press = "callback_query" in update
        if press or _waited(update):
            await self._in_turn.before(number, press=press)
        try:
            said = await self._intake.pushed(update)
        except StorageError:
            return web.Response(status=503)
        self._in_turn.took(number)
        self._pushes += 1
        self._health.heard()
        if said is None:
            return web.Response()
        answer = web.json_response(said.call)
        await answer.prepare(request)
        await answer.write_eof()
        if said.acknowledges is not None:
            self._acknowledged(*said.acknowledges)
        return answer


def _waited(update: dict[str, Any]) -> bool:
    """Whether this message had to wait. Somebody who presses and then types gives the press its time."""
    sent = content(update).get("date")
    return isinstance(sent, int) and time.time() - sent > WAITED
