"""Fetching a file that somebody sent."""

import asyncio

from telegram import Bot
from telegram.error import BadRequest, TimedOut

from bot.telegram.calling import calling

_TOO_BIG = "file is too big"
LONGEST = 180.0
"""Seconds that a file may take to come, with all tries."""


class TooBig(Exception):
    """The file is larger than what Telegram hands to a bot."""


async def fetched(bot: Bot, file_id: str) -> bytes:
    """What is in the file. Raises TooBig, or TelegramError if it cannot be had now."""
    try:
        async with asyncio.timeout(LONGEST):
            file = await calling(lambda: bot.get_file(file_id), repeatable=True)
            return bytes(await calling(file.download_as_bytearray, repeatable=True))
    except BadRequest as problem:
        if _TOO_BIG in problem.message.lower():
            raise TooBig from None
        raise
    except TimeoutError:
        raise TimedOut from None
