"""What the bot says of itself in Telegram: its command menu and its descriptions."""

import logging
from functools import partial

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.interview.texts import Texts
from bot.telegram.calling import calling

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
    "export",
    "stop",
    "drafts",
    "remind",
    "quiet",
    "new",
    "help",
    "cancel",
    "mydata",
    "forget",
)


async def introduce(bot: Bot, texts: Texts) -> None:
    """Set the command menu and what the bot says of itself, as the default and for Chinese phones."""
    commands = [BotCommand(name, texts(f"command_{name}")) for name in MENU]
    about, briefly = texts("about_bot"), texts("about_bot_briefly")
    try:
        for language in (None, "zh"):
            for call in (
                partial(bot.set_my_commands, commands, language_code=language),
                partial(bot.set_my_description, about, language_code=language),
                partial(bot.set_my_short_description, briefly, language_code=language),
            ):
                await calling(call, repeatable=True)
    except TelegramError as problem:
        log.warning("the command menu and the description were not all set: %s", type(problem).__name__)
