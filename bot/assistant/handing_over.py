"""Finished files on their way to people: what waits, the file itself, and what has become of it."""

import asyncio

from sqlite_utils import Database

from bot.assistant.files import File, Kept, NotToBeMade, finished_file
from bot.assistant.paper import report_from, tally_of
from bot.assistant.recall import OutlineGone, recall
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from storage import Store, deliveries, drafts, versions
from storage.deliveries import Delivery

AT_A_TIME = 2
"""Made beside each other, whoever waits: each takes memory and a processor."""


class Gone(Exception):
    """The report was deleted while its files were on their way."""


class Files:
    """The files of all people, over one store and one shelf. Safe to call from several tasks at once."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self._store = store
        self._shelf = shelf
        self._making = asyncio.Semaphore(AT_A_TIME)

    async def waiting(self, person: str) -> list[Delivery]:
        """What the person is still to receive."""
        return await self._store.read(lambda db: deliveries.waiting(db, person))

    async def made(self, delivery: Delivery) -> File:
        """The file of one delivery, always of the report as it stood when finished.

        Raises NotToBeMade, or Gone.
        """
        state, kept = await self._store.read(lambda db: self._finished(db, delivery))
        async with self._making:
            return await asyncio.to_thread(finished_file, state, self._shelf, delivery.format, kept)

    async def placing(self, delivery: Delivery) -> None:
        """A message is about to be sent for it. Raises StorageError where its number could not be kept."""
        await self._store.write(lambda db: deliveries.placing(db, delivery.id))

    async def placed(self, delivery: Delivery, message_id: int) -> None:
        """This message is to become the file."""
        await self._store.write(lambda db: deliveries.placed(db, delivery.id, message_id))

    async def arrived(self, delivery: Delivery, message_id: int | None) -> None:
        """A file reached the person; it is not sent again."""
        await self._store.write(lambda db: deliveries.arrived(db, delivery.id, message_id))

    async def pinned(self, delivery: Delivery) -> int | None:
        """The message that is pinned for the draft of this file."""
        return await self._store.read(lambda db: deliveries.pinned(db, delivery.draft))

    async def pin(self, delivery: Delivery, message_id: int) -> None:
        """This message is pinned now for its draft."""
        await self._store.write(lambda db: deliveries.pin(db, delivery.draft, message_id))

    def _finished(self, db: Database, delivery: Delivery) -> tuple[DraftState, Kept | None]:
        row = drafts.get(db, delivery.draft)
        if row is None:
            raise Gone
        found = versions.report_of(db, delivery.finish_seq)
        try:
            state = recall(db, self._shelf, row, until=delivery.finish_seq)
        except OutlineGone:
            raise NotToBeMade(self._shelf.texts("outline_gone")) from None
        return state, Kept(report_from(found.report), tally_of(found.told)) if found else None
