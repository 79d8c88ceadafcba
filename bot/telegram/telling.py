"""Short sentences about what is not stored: sent beside everything else, once, or not at all."""

import asyncio
import logging
from collections.abc import Coroutine

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.calling import calling

log = logging.getLogger(__name__)


class Teller:
    """Sends sentences one after the other, so that many people at once meet no flood limit."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._telling: set[asyncio.Task[None]] = set()
        self._one_by_one = asyncio.Lock()

    def tell(self, chat: int, sentence: str) -> None:
        """Send it soon; nobody waits for it."""
        self.later(self._tell(chat, sentence))

    def later(self, work: Coroutine[None, None, None]) -> None:
        """Do it beside everything else."""
        task = asyncio.create_task(work)
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def close(self) -> None:
        """Leave out what is not sent yet."""
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    async def _tell(self, chat: int, sentence: str) -> None:
        try:
            async with self._one_by_one:
                await calling(lambda: self._bot.send_message(chat, sentence), repeatable=False)
        except TelegramError as problem:
            log.info("somebody could not be told: %s", type(problem).__name__)
