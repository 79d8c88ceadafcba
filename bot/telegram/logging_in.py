"""Making the bot and logging in, however long the network stays away."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.models.provider import tellable
from bot.telegram.pace import Pace
from bot.telegram.request import BotApiRequest

log = logging.getLogger(__name__)

CONNECTIONS = 256
"""As many as the library's own request class has."""


class BadToken(Exception):
    """Telegram does not accept the token."""


def make_bot(token: str, api_url: str, pace: Pace | None = None) -> Bot:
    """A bot that talks to the server at `api_url`, at Telegram's pace or another one.

    Raises BadToken for a token that cannot be one.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    base = api_url.rstrip("/")
    try:
        return Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=BotApiRequest(CONNECTIONS, pace or Pace()),
            get_updates_request=BotApiRequest(1),
        )
    except InvalidToken:
        raise BadToken from None


async def log_in(bot: Bot, stop: asyncio.Event) -> None:
    """Log in; without a network, keep trying until `stop`. Raises BadToken for a token that is refused."""
    logging_in = asyncio.create_task(insist(bot, bot.initialize))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({logging_in, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not logging_in.done():
        logging_in.cancel()
        await asyncio.gather(logging_in, return_exceptions=True)
        return
    try:
        logging_in.result()
    except InvalidToken:
        raise BadToken from None
    log.info("running as @%s", bot.username)


async def insist(bot: Bot, call: Callable[[], Awaitable[object]]) -> None:
    """Make a call until it works; only a refused token ends it. For calls that carry nobody's words."""
    pause = 1.0
    while True:
        try:
            await call()
        except InvalidToken:
            raise
        except TelegramError as problem:
            if isinstance(problem, BadRequest):
                log.warning("the Bot API refuses: %s; trying again", problem.message)
            else:
                where, kind = tellable(bot.base_url.rpartition("/bot")[0]), type(problem).__name__
                log.warning("the Bot API cannot be reached at %s (%s), trying again", where, kind)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)
        else:
            return
