"""Progress on a phone: the card edited, the growing text streamed, in passing; nothing waits for it."""

import asyncio
import logging
from dataclasses import replace

from telegram import Bot
from telegram.constants import MessageLimit
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.assistant.desk import Assistant
from bot.assistant.showing import Glance
from bot.interview.card import Card, Style
from bot.telegram.calling import flood_seconds
from bot.telegram.plain import edit_to_card
from bot.telegram.view import html

log = logging.getLogger(__name__)


class ProgressCards:
    """Edits the progress card where it stands, and streams the section being written as a message draft.

    Where the Bot API server takes no drafts the card shows the growing text instead. What fails is left to
    the next time.
    """

    def __init__(self, bot: Bot, assistant: Assistant) -> None:
        self._bot = bot
        self._assistant = assistant
        self._quiet_until: dict[int, float] = {}
        self._streams = True
        self._shown: dict[int, tuple[int, str]] = {}

    async def show(self, person: str, chat: int) -> None:
        """Show how it comes along, if the card stands on the screen and Telegram allows it just now."""
        now = asyncio.get_running_loop().time()
        if now < self._quiet_until.get(chat, now):
            return
        self._quiet_until.pop(chat, None)
        glance = await self._assistant.glance(person)
        if glance is None:
            self._shown.pop(chat, None)
            return
        try:
            await self._stream(chat, glance)
            await self._edit(chat, glance)
        except RetryAfter as flood:
            self._quiet_until[chat] = now + flood_seconds(flood)
        except TelegramError as problem:
            log.info("progress of chat %s not shown: %s", chat, type(problem).__name__)

    async def _stream(self, chat: int, glance: Glance) -> None:
        """The draft goes by itself, with the next message or after half a minute."""
        if not (self._streams and glance.text):
            return
        text = glance.text[-MessageLimit.MAX_TEXT_LENGTH :]
        try:
            await self._bot.send_message_draft(chat, glance.number, text)
        except (InvalidToken, BadRequest) as problem:
            self._streams = False
            log.info("this Bot API server takes no message drafts: %s", type(problem).__name__)

    async def _edit(self, chat: int, glance: Glance) -> None:
        message_id = glance.reply.screen.message_id
        assert message_id is not None
        card = _without_text(glance.reply.card) if self._streams else glance.reply.card
        text = html(card)
        if self._shown.get(chat) != (message_id, text):
            await edit_to_card(self._bot, chat, message_id, card)
            self._shown[chat] = message_id, text


def _without_text(card: Card) -> Card:
    return replace(card, blocks=tuple(block for block in card.blocks if block.style is not Style.FOLDED))
