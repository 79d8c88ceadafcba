"""Documents that people send: fetched and read before they become a move."""

import asyncio
import logging
from dataclasses import replace

from telegram import Bot
from telegram.error import TelegramError

from bot.documents.refusals import Refusal, Unreadable
from bot.interview.move import Return, Unusable
from bot.telegram.fetching import TooBig, fetched
from bot.telegram.incoming import Paper

log = logging.getLogger(__name__)

NOT_FETCHED = "refused_not_fetched"
AT_ONCE = 4
"""So many documents are held in memory, each of its own person: chats send one after the other."""


class Papers:
    """Reads documents, one at a time. They come beside each other, so that a slow one holds up few."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._held = asyncio.Semaphore(AT_ONCE)
        self._reading = asyncio.Lock()

    async def read(self, paper: Paper) -> Return | Unusable:
        """What the document says, or why nobody can tell."""
        from bot.documents.reading import MOST_BYTES

        if paper.size > MOST_BYTES:
            return Unusable(Refusal.TOO_BIG, paper.message_id)
        async with self._held:
            try:
                data = await fetched(self._bot, paper.file_id)
                async with self._reading:
                    read = await asyncio.to_thread(_read, paper.name, data)
            except TooBig:
                return Unusable(Refusal.TOO_BIG, paper.message_id)
            except Unreadable as problem:
                return Unusable(problem.reason, paper.message_id)
            except TelegramError as problem:
                log.warning("a document was not fetched: %s", type(problem).__name__)
                return Unusable(NOT_FETCHED, paper.message_id)
        return replace(read, message_id=paper.message_id, beside=paper.beside)


def _read(name: str, data: bytes) -> Return:
    from bot.documents.reading import not_read, read_around, read_document

    text = read_document(name, data)
    return Return(text, around=read_around(data), not_read=not_read(data))
