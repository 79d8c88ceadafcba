"""Documents that people send: fetched and read, one at a time, before they become a move."""

import asyncio
import logging

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.documents.reading import MOST_BYTES, Refusal, Unreadable, read_document
from bot.interview.move import Return, Unusable
from bot.telegram.calling import calling
from bot.telegram.reading import Paper

log = logging.getLogger(__name__)

NOT_FETCHED = "refused_not_fetched"
_TOO_BIG = "file is too big"


class Papers:
    """Reads documents. One file at a time is held in memory, whoever sent it."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._reading = asyncio.Lock()

    async def read(self, paper: Paper) -> Return | Unusable:
        """What the document says, or why nobody can tell."""
        if paper.size > MOST_BYTES:
            return Unusable(Refusal.TOO_BIG, paper.message_id)
        async with self._reading:
            try:
                data = await self._fetched(paper)
                text = await asyncio.to_thread(read_document, paper.name, data)
            except Unreadable as problem:
                return Unusable(problem.reason, paper.message_id)
            except TelegramError as problem:
                log.warning("a document was not fetched: %s", type(problem).__name__)
                return Unusable(NOT_FETCHED, paper.message_id)
        return Return(text, paper.message_id, paper.beside)

    async def _fetched(self, paper: Paper) -> bytes:
        try:
            file = await calling(lambda: self._bot.get_file(paper.file_id), repeatable=True)
        except BadRequest as problem:
            if _TOO_BIG in problem.message.lower():
                raise Unreadable(Refusal.TOO_BIG) from None
            raise
        return bytes(await calling(file.download_as_bytearray, repeatable=True))
