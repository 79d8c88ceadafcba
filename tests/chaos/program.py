"""The bot as a process of its own, with a log that can be read afterwards."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.doubles import BotApi
from tests.doubles.modelserver import ModelServer


class Program:
    """Started, killed and started again on one file. Its log goes on over all its lives."""

    def __init__(self, api: BotApi, server: ModelServer, db: Path, log: Path) -> None:
        self.db, self.log = db, log
        self.ended: list[tuple[float, float]] = []
        """When it was killed or told to stop, and when it was gone, each time."""
        self.exits: list[int] = []
        """Exit codes of lives that were not killed."""
        self.clocked = False
        """Whether the present life has a clock that jumps."""
        self.pushed = False
        """Whether Telegram pushes to the present life; otherwise it polls."""
        self._api = api
        self._port = _free_port()
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("SHUZHI_")},
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
            "SHUZHI_DB": str(db),
            "SHUZHI_ALLOWED": "*",
            "SHUZHI_LOG": "WARNING",
            "SHUZHI_MODEL": server.model,
            "OPENAI_BASE_URL": server.base_url,
            "OPENAI_API_KEY": "",
            "PTB_TIMEDELTA": "true",
        }
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """The process as the system knows it."""
        assert self._process is not None
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs; it may have ended by itself."""
        return self._process is not None and self._process.returncode is None

    async def starts(self, *, clocked: bool = False, pushed: bool = False) -> None:
        """Start it, perhaps under a clock that jumps, perhaps with a webhook."""
        self.clocked, self.pushed = clocked, pushed
        at = f"127.0.0.1:{self._port}"
        webhook = {"SHUZHI_WEBHOOK_URL": f"http://{at}/updates", "SHUZHI_WEBHOOK_LISTEN": at}
        environment = {**self._environment, **(webhook if pushed else {})}
        what = ("tests.chaos.clocked", "run") if clocked else ("bot", "run")
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", *what, env=environment, stdout=log, stderr=log
            )

    async def hears(self, seconds: float) -> None:
        """Wait until updates can reach it."""
        if self.pushed:
            await self._api.waits_for(lambda api: api.webhook is not None and self._listens(), seconds)
        else:
            await self._api.polled(seconds)

    def _listens(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), timeout=1):
            return True
        return False

    async def killed(self) -> None:
        """SIGKILL, and wait until it is gone."""
        assert self._process is not None
        if self.alive:
            at = time.time()
            self._process.kill()
            await self._process.wait()
            self.ended.append((at, time.time()))

    async def stopped(self) -> float:
        """SIGTERM; how many seconds it took to go. One that does not go in 30 s is killed and counted."""
        assert self._process is not None
        begun, at = time.monotonic(), time.time()
        if self.alive:
            self._process.send_signal(signal.SIGTERM)
        try:
            self.exits.append(await asyncio.wait_for(self._process.wait(), 30))
        except TimeoutError:
            await self.killed()
            self.exits.append(-int(signal.SIGKILL))
        self.ended.append((at, time.time()))
        return time.monotonic() - begun

    async def beside(
        self, enough: Callable[[str], bool], seconds: float, **changed: str
    ) -> tuple[int | None, str]:
        """A second copy, stopped once its words are `enough` or time is up; exit code, if any, and words."""
        words = self.log.with_name("second")
        with words.open("wb") as log:
            second = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                env={**self._environment, **changed},
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + seconds
        said = ""
        while second.returncode is None and not enough(said) and time.monotonic() < end:
            await asyncio.sleep(0.2)
            said = words.read_text("utf-8", "replace")
        code = second.returncode
        if code is None:
            second.terminate()
            await second.wait()
        return code, words.read_text("utf-8", "replace")

    def logged(self, words: str) -> int:
        """How many lines of the log have these words."""
        return sum(words in line for line in self.log.read_text("utf-8", "replace").splitlines())


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
