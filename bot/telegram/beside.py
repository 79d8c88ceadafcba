"""What is called beside the answers: nobody waits for it, and it may be left out."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from telegram.error import TelegramError

log = logging.getLogger(__name__)


class Beside:
    """Does things in order within a chat. One that Telegram refuses is left out."""

    def __init__(self) -> None:
        self._waiting: dict[int, deque[Callable[[], Awaitable[object]]]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def later(self, chat: int, work: Callable[[], Awaitable[object]]) -> None:
        """Do this once everything before it is done in this chat."""
        task = self._tasks.get(chat)
        if task is not None and not task.done():
            self._waiting[chat].append(work)
            return
        self._waiting[chat] = deque([work])
        self._tasks[chat] = asyncio.create_task(self._work(chat))

    def under_way(self) -> list[asyncio.Task[None]]:
        """What is not done yet."""
        return [task for task in self._tasks.values() if not task.done()]

    async def _work(self, chat: int) -> None:
        waiting = self._waiting[chat]
        try:
            while waiting:
                try:
                    await waiting.popleft()()
                except TelegramError as problem:
                    log.info("a call beside the answers failed in chat %s: %s", chat, type(problem).__name__)
        finally:
            del self._waiting[chat]
            self._tasks.pop(chat, None)
