"""Acknowledging notes by a reaction on the person's own message, where others would send a message."""

from functools import partial

from telegram import Bot
from telegram.constants import ReactionEmoji

from bot.telegram.beside import Beside
from bot.telegram.calling import calling
from bot.telegram.plain import react

NOTED, CORRECTED = ReactionEmoji.THUMBS_UP.value, ReactionEmoji.WRITING_HAND.value


class Reactions(Beside):
    """Sets reactions beside the answers, one per message: the same twice changes nothing.

    Where one fails, the note is kept all the same.
    """

    def __init__(self, bot: Bot) -> None:
        super().__init__()
        self._bot = bot

    def acknowledge(self, chat: int, message_id: int, *, corrected: bool = False) -> None:
        """Let the person see that this message was kept."""
        sign = CORRECTED if corrected else NOTED
        setting = partial(react, self._bot, chat, message_id, sign)
        self.later(chat, partial(calling, setting, repeatable=True))
