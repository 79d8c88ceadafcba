"""The double beside a test that has no event loop of its own."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from .api import TOKEN, BotApi

Result = TypeVar("Result")


class ThreadedBotApi:
    """A BotApi whose loop runs in another thread: look at `api` directly, act through `do`."""

    def __init__(self, api: BotApi, loop: asyncio.AbstractEventLoop) -> None:
        self.api = api
        self._loop = loop

    def do(self, action: Coroutine[Any, Any, Result], timeout: float = 60.0) -> Result:
        """Run one action there, e.g. `do(phone.says("好"))`, and wait for its result."""
        return asyncio.run_coroutine_threadsafe(action, self._loop).result(timeout)


@contextmanager
def threaded_bot_api(token: str = TOKEN, port: int = 0) -> Iterator[ThreadedBotApi]:
    """A running BotApi in a thread of its own, gone at the end of the block."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="bot-api", daemon=True)
    thread.start()
    threaded = ThreadedBotApi(BotApi(token, port), loop)
    try:
        threaded.do(threaded.api.start())
        yield threaded
    finally:
        threaded.do(threaded.api.stop())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
