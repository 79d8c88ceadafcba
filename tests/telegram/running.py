"""The program with ports open: health pages, and a webhook that Telegram pushes to."""

import asyncio
import socket
from pathlib import Path

from bot.assistant.desk import Assistant
from bot.library.shelf import Shelf
from bot.telegram.logging_in import make_bot
from bot.telegram.ports import Listening
from bot.telegram.run import serve
from storage import Store
from tests.doubles import BotApi
from tests.telegram.conftest import A_DAY, OPEN


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Running:
    """The program with ports open, inside the test's loop."""

    def __init__(self, api: BotApi, db: Path, shelf: Shelf, listening: Listening) -> None:
        self.store = Store(db)
        self._stop = asyncio.Event()
        bot = make_bot(api.token, api.base_url.removesuffix("/bot"))
        house = Assistant(self.store, shelf, today=lambda: A_DAY, access=OPEN)
        self._task = asyncio.create_task(serve(bot, house, self._stop, listening))

    async def __aenter__(self) -> "Running":
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stop.set()
        await self._task
        self.store.close()
