"""Acknowledging notes by a reaction on the person's own message, where others would send a message."""

import asyncio
import logging
from collections import deque
from functools import partial

from telegram import Bot
from telegram.constants import ReactionEmoji, ReactionType
from telegram.error import TelegramError

from bot.telegram.calling import calling

log = logging.getLogger(__name__)

NOTED, CORRECTED = ReactionEmoji.THUMBS_UP.value, ReactionEmoji.WRITING_HAND.value


class Reactions:
    """Sets reactions beside the answers: one per message, in order within a chat, and nobody waits for them.

    The same reaction twice changes nothing. One that fails is left out: the note is kept all the same.
    """

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._waiting: dict[int, deque[tuple[int, str]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def acknowledge(self, chat: int, message_id: int, *, corrected: bool = False) -> None:
        """Let the person see that this message was kept."""
        sign = CORRECTED if corrected else NOTED
        if chat in self._waiting:
            self._waiting[chat].append((message_id, sign))
            return
        self._waiting[chat] = deque([(message_id, sign)])
        task = asyncio.create_task(self._work(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def under_way(self) -> list[asyncio.Task[None]]:
        """What is not done yet."""
        return list(self._tasks)

    async def _work(self, chat: int) -> None:
        waiting = self._waiting[chat]
        try:
            while waiting:
                message_id, sign = waiting.popleft()
                try:
                    plain = {"reaction": [{"type": ReactionType.EMOJI.value, "emoji": sign}]}
                    react = partial(self._bot.set_message_reaction, chat, message_id, api_kwargs=plain)
                    await calling(react, repeatable=True)
                except TelegramError as problem:
                    log.info("a reaction in chat %s was not set: %s", chat, type(problem).__name__)
        finally:
            del self._waiting[chat]
