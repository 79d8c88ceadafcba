"""The time one call may take, with the waiting for a free place left out."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import TracebackType


class Deadline:
    """`async with` it: raises TimeoutError when the seconds are up; `expired` tells that one from others."""

    def __init__(self, seconds: float) -> None:
        self._timeout = asyncio.timeout(seconds)
        self._began = time.monotonic()
        self.waited = 0.0

    async def __aenter__(self) -> "Deadline":
        self._began = time.monotonic()
        await self._timeout.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._timeout.__aexit__(kind, problem, trace)

    @property
    def expired(self) -> bool:
        """Whether it was the deadline that ended the work."""
        return self._timeout.expired()

    @property
    def spent(self) -> float:
        """Seconds since the start, without the waiting."""
        return time.monotonic() - self._began - self.waited

    @property
    def remaining(self) -> float:
        """Seconds until it passes; without end while the clock stands still."""
        when = self._timeout.when()
        return float("inf") if when is None else when - asyncio.get_running_loop().time()

    @asynccontextmanager
    async def place(self, places: asyncio.Semaphore) -> AsyncIterator[None]:
        """Inside it one of the places is held; the clock stands still until there is one."""
        left, began = self.remaining, time.monotonic()
        if places.locked():
            self._timeout.reschedule(None)
        await places.acquire()
        try:
            self.waited += time.monotonic() - began
            if self._timeout.when() is None:
                self._timeout.reschedule(asyncio.get_running_loop().time() + left)
            yield
        finally:
            places.release()
