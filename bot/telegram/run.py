"""The bot as a running program: set up, take up what was left, poll, stop cleanly."""

import asyncio
import gc
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace

from telegram import Bot
from telegram.error import InvalidToken

from bot.assistant.desk import Assistant
from bot.assistant.faults import where_it_failed
from bot.assistant.orders import Orders
from bot.assistant.voices import Pauses, VoiceBook
from bot.models.listening import Listener
from bot.telegram.door import Door
from bot.telegram.garbage import leave_old_garbage, look_for_old_garbage
from bot.telegram.guard import Guard
from bot.telegram.health import Health
from bot.telegram.incoming import CHANNEL
from bot.telegram.intake import Intake, source_of
from bot.telegram.introducing import introduce
from bot.telegram.keeping import Retention
from bot.telegram.kept_out import KeptOut
from bot.telegram.logging_in import BadToken, insist, log_in
from bot.telegram.poller import Poller
from bot.telegram.ports import Listening, listen
from bot.telegram.reminders import remind
from bot.telegram.request import BotApiRequest
from bot.telegram.screens import Screens
from bot.telegram.telling import Teller
from bot.telegram.voices import Voices
from bot.telegram.workers import Workers
from storage import StorageError

log = logging.getLogger(__name__)

NOBODY = (
    "nobody may use this bot yet: write to it, and it answers with your id; set SHUZHI_ADMINS or "
    "SHUZHI_ALLOWED to that id and start again, or invite people with `shuzhi invite`"
)
GRACE = 1.0
"""Seconds in which calls that are under way may end; whatever is cut off is taken up by the next start."""
STORAGE_PAUSE = 2.0
BEGIN_AGAIN = 30.0


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who listens to voice messages (nobody, without a listener), how patiently, and what is kept."""

    listener: Listener | None = None
    pauses: Pauses = field(default_factory=Pauses)
    keep_audio: bool = False


async def run_bot(
    bot: Bot, assistant: Assistant, listening: Listening, hearing: Hearing | None = None
) -> None:
    """Run until SIGINT or SIGTERM. Raises BadToken for a refused token, OSError for a port that is taken."""
    gc.freeze()  # what was read at the start stays: looking through it for garbage finds none
    leave_old_garbage()
    gc.enable()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    looking = asyncio.create_task(look_for_old_garbage())
    try:
        await serve(bot, assistant, stop, listening, hearing)
    finally:
        looking.cancel()


async def serve(
    bot: Bot,
    assistant: Assistant,
    stop: asyncio.Event,
    listening: Listening | None = None,
    hearing: Hearing | None = None,
) -> None:
    """The same until `stop` is set."""
    where = listening or Listening()
    health = Health()
    async with AsyncExitStack() as open_ports:
        if where.health_at:
            from bot.telegram.health_pages import health_pages

            await listen(open_ports, where.health_at, health_pages(health))
        try:
            await log_in(bot, stop)
            if not stop.is_set():
                await _work(bot, assistant, stop, where, health, hearing or Hearing())
        finally:
            await bot.shutdown()


async def _work(
    bot: Bot,
    assistant: Assistant,
    stop: asyncio.Event,
    where: Listening,
    health: Health,
    ears: Hearing,
) -> None:
    voices = Voices(bot, VoiceBook(assistant, ears.pauses, keep_audio=ears.keep_audio), ears.listener)
    assistant.hears = ears.listener is not None
    screens = Screens(bot, assistant)
    workers = Workers(bot, assistant, health, voices, screens)
    assistant.access = replace(assistant.access, link=f"{bot.link}?start=")
    await _say_who_may_come_in(assistant)
    teller = Teller(bot)
    door, guard = Door(bot, assistant, teller), Guard(assistant)
    refusing = KeptOut(assistant, screens, teller, source_of(bot))
    intake = Intake(bot, assistant, door, guard, refusing, workers, health)
    await assistant.scrubber.take_up()
    await intake.take_up()
    await voices.take_up()
    hearing = asyncio.create_task(_hear(bot, intake, where, health, screens))
    repairing = asyncio.create_task(_on_and_on("repairing", lambda: _repair(assistant, screens)))
    introducing = asyncio.create_task(introduce(bot, assistant.shelf.texts))
    orders = Orders(assistant.writer, CHANNEL, assistant.ordered, screens.progress, screens.settle)
    writing = asyncio.create_task(_on_and_on("writing", orders.run))
    retaining = asyncio.create_task(_on_and_on("retention", Retention(bot, assistant).run))
    reminding = asyncio.create_task(_on_and_on("reminding", lambda: remind(assistant, screens)))
    waiting = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait({hearing, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if hearing in done:
            try:
                hearing.result()
            except InvalidToken:
                raise BadToken from None
    finally:
        await workers.asking_back.close()
        tasks = (hearing, repairing, introducing, waiting, writing, retaining, reminding)
        for task in tasks:
            task.cancel()
        ends = (teller.close(), workers.close(GRACE), voices.close())
        await asyncio.gather(*tasks, *ends, return_exceptions=True)


async def _on_and_on(name: str, work: Callable[[], Awaitable[None]]) -> None:
    """Work until it ends by itself; ended by a fault of ours, it is begun again."""
    while True:
        try:
            await work()
        except Exception as problem:  # noqa: BLE001 - the rest of the program goes on
            log.error("%s failed and begins again: %s", name, where_it_failed(problem))
            await asyncio.sleep(BEGIN_AGAIN)
        else:
            return


async def _hear(bot: Bot, intake: Intake, where: Listening, health: Health, screens: Screens) -> None:
    """Take in updates for ever: pushed to the webhook if there is one, polled otherwise."""
    if where.webhook_url:
        from bot.telegram.webhook import Webhook

        webhook = Webhook(bot, where.webhook_url, intake, health, screens.acknowledged)
        async with AsyncExitStack() as open_ports:
            await listen(open_ports, where.webhook_at, webhook.page())
            await insist(bot, webhook.ask)
            await webhook.watch()
    await insist(bot, bot.delete_webhook)
    async with BotApiRequest(1) as request:
        await Poller(bot, request, intake, health).run()


async def _say_who_may_come_in(assistant: Assistant) -> None:
    """Say loudly that anybody may use the bot, or that nobody can."""
    if assistant.access.everybody:
        log.warning("SHUZHI_ALLOWED is *: ANYBODY on Telegram may use this bot")
    elif not await assistant.store.read(assistant.access.reachable):
        log.warning(NOBODY)


async def _repair(assistant: Assistant, screens: Screens) -> None:
    """Bring screens, reactions and files up to date that a stop or a crash left behind."""
    while True:
        try:
            for owed in await assistant.reported.owed(CHANNEL):
                screens.acknowledge(owed.person, owed.message_id, corrected=bool(owed.corrected))
            for person in await assistant.reported.unfinished(CHANNEL):
                await screens.take_up(person)
        except StorageError:
            await asyncio.sleep(STORAGE_PAUSE)
        else:
            return
