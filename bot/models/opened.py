"""A client that is opened when it is first needed, and again after it was closed."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openai import AsyncOpenAI


class Opened:
    """One provider's client, in one event loop. It is opened in a thread, once, whoever asks meanwhile."""

    def __init__(self, open_it: "Callable[[], AsyncOpenAI]") -> None:
        self._open_it = open_it
        self._opening = asyncio.Lock()
        self._client: AsyncOpenAI | None = None

    async def client(self) -> "AsyncOpenAI":
        """The client. Raises Failure as opening it does."""
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(self._open_it)
            return self._client

    async def close(self) -> None:
        """Close its connections, if there are any."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()
