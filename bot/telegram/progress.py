"""The progress card on a phone: edited in passing, never at the cost of anything else."""

import asyncio
import logging

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import RetryAfter, TelegramError

from bot.assistant.desk import Assistant
from bot.telegram.view import html, keyboard

log = logging.getLogger(__name__)


class ProgressCards:
    """Edits the progress card where it stands. An edit that fails is left to the next one."""

    def __init__(self, bot: Bot, assistant: Assistant) -> None:
        self._bot = bot
        self._assistant = assistant
        self._quiet_until: dict[int, float] = {}

    async def show(self, person: str, chat: int) -> None:
        """Edit the card, if it is what stands on the screen and Telegram has not asked to be left alone."""
        now = asyncio.get_running_loop().time()
        if now < self._quiet_until.get(chat, now):
            return
        self._quiet_until.pop(chat, None)
        reply = await self._assistant.glance(person)
        if reply is None or reply.screen.message_id is None:
            return
        text, buttons = html(reply.card), keyboard(reply.card)
        try:
            await self._bot.edit_message_text(
                text, chat, reply.screen.message_id, parse_mode=ParseMode.HTML, reply_markup=buttons
            )
        except RetryAfter as flood:
            wait = flood.retry_after
            self._quiet_until[chat] = now + (wait if isinstance(wait, int) else wait.total_seconds())
        except TelegramError as problem:
            log.info("progress of chat %s not shown: %s", chat, type(problem).__name__)
