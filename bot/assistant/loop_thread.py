"""A thread with an event loop of its own, for work that would hold up the caller's."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
CLOSING_SECONDS = 1.0
"""For cancelling what is under way."""


class LoopThread:
    """Runs coroutines in the thread, for any other event loop. The first one opens it, also after `close`."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._opening = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    async def run(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`, done over there. Cancelled here, it is cancelled there."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._opened()))

    def _opened(self) -> asyncio.AbstractEventLoop:
        with self._opening:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._loop.run_forever, name=self._name, daemon=True)
                self._thread.start()
            return self._loop

    def close(self, last: Callable[[], Awaitable[None]] | None = None) -> None:
        """Cancel everything, do `last` if there is something to do, and end the thread.

        One whose work holds the processor all the time is left to itself: it ends with the program.
        """
        with self._opening:
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        if loop is None or thread is None:
            return
        try:
            asyncio.run_coroutine_threadsafe(_wound_up(last), loop).result(CLOSING_SECONDS)
        except TimeoutError:
            return
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _wound_up(last: Callable[[], Awaitable[None]] | None) -> None:
    under_way = asyncio.all_tasks() - {asyncio.current_task()}
    for task in under_way:
        task.cancel()
    await asyncio.gather(*under_way, return_exceptions=True)
    if last is not None:
        await last()
