"""The real bot in the test's own event loop, over real HTTP, on a real SQLite file, and able to restart."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.assistant.access import Access
from bot.assistant.desk import Assistant
from bot.assistant.keeping import Keeping
from bot.assistant.metering import Limits
from bot.assistant.writer import Writer
from bot.library.shelf import Shelf, read_shelf
from bot.models import Patience, Provider
from bot.telegram.logging_in import make_bot
from bot.telegram.pace import Pace
from bot.telegram.run import Hearing, serve
from storage import Key, Store
from tests.doubles import BotApi, Phone, bot_api
from tests.doubles.modelserver import ModelServer, model_server
from tests.telegram.listening import listens
from tests.telegram.walking import begins

os.environ["PTB_TIMEDELTA"] = "true"
OPEN = Access(everybody=True)
A_DAY = date(2026, 12, 5)
AT_ONCE = Pace(per_chat=1e6, in_all=1e6)
"""Nobody waits for a turn; what turns do is tested by themselves."""
QUICK = Patience(
    connect=1.0, first_token=20.0, between_tokens=20.0, after_finish=0.2, backoff=0.005, longest_wait=0.1
)


class Shuzhi:
    """The program as a county office runs it: started, stopped, killed and started again on one file."""

    def __init__(self, api: BotApi, db: Path, shelf: Shelf, access: Access = OPEN) -> None:
        self.access = access
        self.api = api
        self.db = db
        self.shelf = shelf
        self._task: asyncio.Task[None] | None = None
        self._stop = asyncio.Event()
        self.store: Store | None = None
        self.key: Key | None = None
        self.providers: tuple[Provider, ...] = ()
        self.limits = Limits()
        self.pace = AT_ONCE
        self.hearing: Callable[[], Hearing] = Hearing
        """Makes who listens to voice messages, anew for every start."""
        self.day = A_DAY
        self.later = timedelta()
        """By how much the program's clock is ahead: waiting without waiting."""
        self.keeping = Keeping()
        self.asks_back = False
        """Whether the model is asked for follow-up questions too."""

    async def starts(self) -> None:
        """Start, and wait until it polls."""
        self._stop = asyncio.Event()
        self.store = Store(self.db, self.key)
        bot = make_bot(self.api.token, self.api.base_url.removesuffix("/bot"), self.pace)
        writer = Writer(
            self.store,
            self.shelf,
            self.providers,
            limits=self.limits,
            patience=QUICK,
            today=lambda: self.day,
            asks_back=self.asks_back,
        )
        house = Assistant(
            self.store,
            self.shelf,
            writer=writer,
            today=lambda: self.day,
            access=self.access,
            keeping=self.keeping,
            now=self._now,
        )
        self._task = asyncio.create_task(serve(bot, house, self._stop, hearing=self.hearing()))
        await self.api.polled()

    async def stops(self) -> None:
        """Stop as on SIGTERM."""
        self._stop.set()
        if self._task is not None:
            await self._task
        self._close()

    async def dies(self) -> None:
        """End in the middle of whatever it does, without any tidying up of its own."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self._close()

    async def restarts(self) -> None:
        """Die and start again."""
        await self.dies()
        await self.starts()

    def _now(self) -> datetime:
        return datetime.now(UTC) + self.later

    def _close(self) -> None:
        self._task = None
        if self.store is not None:
            self.store.close()
            self.store = None


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return read_shelf()


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as double:
        yield double
        assert double.complaints == []


@pytest.fixture
async def shuzhi(api: BotApi, tmp_path: Path, shelf: Shelf) -> AsyncIterator[Shuzhi]:
    program = Shuzhi(api, tmp_path / "shuzhi.db", shelf)
    await program.starts()
    yield program
    await program.stops()


@pytest.fixture
def phone(api: BotApi) -> Phone:
    return api.phone(first_name="王")


@pytest.fixture
async def ears() -> AsyncIterator[ModelServer]:
    from openai.resources import audio  # noqa: F401 - takes seconds the first time, while nobody waits yet

    async with model_server() as server:
        yield server


@pytest.fixture
async def office(shuzhi: Shuzhi, ears: ModelServer, phone: Phone, shelf: Shelf) -> Shuzhi:
    """The bot with somebody who listens, and a person in front of the first question."""
    shuzhi.hearing = partial(listens, ears.url)
    await shuzhi.restarts()
    await begins(phone, shelf.outlines["mayor"])
    return shuzhi
