"""Taking what was deleted out of the log beside the file too."""

import asyncio
from contextlib import suppress

from storage import StorageError, Store

PAUSE = 5.0


class Scrubber:
    """Scrubs one store. Somebody who reads there holds it up; then it is done as soon as nobody does."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._later: asyncio.Task[None] | None = None

    async def scrub(self) -> None:
        """Leave no trace of what was deleted: now, or soon."""
        if not await self._store.scrub():
            self._later = asyncio.create_task(self._try_again())

    async def _try_again(self) -> None:
        with suppress(StorageError):
            while True:
                await asyncio.sleep(PAUSE)
                if await self._store.scrub():
                    return
