"""The bot as a running program: set up, take up what was left, poll, stop cleanly."""

import asyncio
import logging
import os
import signal

from telegram import Bot, BotCommand
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.assistant.desk import Assistant
from bot.telegram.calling import calling
from bot.telegram.poller import Poller
from bot.telegram.reading import CHANNEL
from bot.telegram.request import AiohttpRequest
from bot.telegram.workers import Workers

log = logging.getLogger(__name__)

MENU = (
    "start",
    "resume",
    "overview",
    "back",
    "skip",
    "undo",
    "redo",
    "preview",
    "finish",
    "drafts",
    "new",
    "help",
    "cancel",
)
GRACE = 5.0
CONNECTIONS = 64


class BadToken(Exception):
    """Telegram does not accept the token."""


def make_bot(token: str, api_url: str) -> Bot:
    """A bot that talks to the server at `api_url`. Raises BadToken for one that cannot be a token."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    base = api_url.rstrip("/")
    try:
        return Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=AiohttpRequest(CONNECTIONS),
            get_updates_request=AiohttpRequest(1),
        )
    except InvalidToken:
        raise BadToken from None


async def run_bot(bot: Bot, assistant: Assistant) -> None:
    """Poll until SIGINT or SIGTERM. Raises BadToken if Telegram refuses the token."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    await serve(bot, assistant, stop)


async def serve(bot: Bot, assistant: Assistant, stop: asyncio.Event) -> None:
    """The same until `stop` is set."""
    await _start(bot, stop)
    if stop.is_set():
        return
    async with AiohttpRequest(1) as request:
        await _work(bot, request, assistant, stop)


async def _work(bot: Bot, request: BaseRequest, assistant: Assistant, stop: asyncio.Event) -> None:
    workers = Workers(bot, assistant)
    polling = asyncio.create_task(Poller(bot, request, assistant.store, workers).run())
    repairing = asyncio.create_task(_repair(assistant, workers))
    introducing = asyncio.create_task(_introduce(bot, assistant))
    waiting = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait({polling, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if polling in done:
            try:
                polling.result()
            except InvalidToken:
                raise BadToken from None
    finally:
        for task in (polling, repairing, introducing, waiting):
            task.cancel()
        await asyncio.gather(polling, repairing, introducing, waiting, return_exceptions=True)
        await workers.close(GRACE)
        await bot.shutdown()


async def _start(bot: Bot, stop: asyncio.Event) -> None:
    """Log in; without a network, keep trying."""
    pause = 1.0
    while not stop.is_set():
        try:
            await bot.initialize()
        except InvalidToken:
            raise BadToken from None
        except TelegramError as problem:
            log.warning("the Bot API cannot be reached (%s), trying again", type(problem).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)
        else:
            log.info("running as @%s", bot.username)
            return


async def _repair(assistant: Assistant, workers: Workers) -> None:
    """Bring screens and files up to date that a stop or a crash left behind."""
    for person in await assistant.unfinished(CHANNEL):
        await workers.repair(person, int(person.partition(":")[2]))


async def _introduce(bot: Bot, assistant: Assistant) -> None:
    """Set the command menu."""
    texts = assistant.shelf.texts
    commands = [BotCommand(name, texts(f"command_{name}")) for name in MENU]
    try:
        await calling(lambda: bot.set_my_commands(commands), repeatable=True)
    except TelegramError as problem:
        log.warning("the command menu was not set: %s", type(problem).__name__)
