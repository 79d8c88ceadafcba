"""Taking what was deleted out of the log beside the file too."""

import asyncio
from contextlib import suppress

from storage import StorageError, Store
from storage.scrubbing import Left

PAUSE = 5.0


class Scrubber:
    """Scrubs one store. Somebody who reads there holds it up; then it is done as soon as that is possible."""

    def __init__(self, store: Store, pause: float = PAUSE) -> None:
        self._store = store
        self._pause = pause
        self._later: asyncio.Task[None] | None = None

    async def take_up(self) -> None:
        """Go on with what an earlier run may have left."""
        await self._scrub(Left.by_an_earlier_run(self._store.path))

    async def scrub(self) -> None:
        """Leave no trace of what was deleted: now, or soon."""
        await self._scrub(None)

    async def _scrub(self, left: Left | None) -> None:
        left = await self._store.scrub(left)
        if self._later is not None:
            self._later.cancel()
        if left is not None:
            self._later = asyncio.create_task(self._go_on(left))

    async def _go_on(self, left: Left | None) -> None:
        with suppress(StorageError):
            while left is not None:
                await asyncio.sleep(self._pause)
                left = await self._store.scrub(left)
