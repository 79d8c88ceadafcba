"""The bots as processes: started, measured, stopped."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.doubles import BotApi
from tests.telegram.running import free_port

ROOT = Path(__file__).parents[2]
PEERS_PYTHON = ROOT / ".venv" / "peers" / "bin" / "python"
"""Where `make bench` installs the frameworks that are no part of Shuzhi."""


@dataclass(frozen=True)
class Kind:
    """One of the bots that are compared. `begins` is what brings its first question.

    It polls, or is `pushed` to.
    """

    name: str
    module: str
    arguments: tuple[str, ...] = ()
    python: Path = Path(sys.executable)
    begins: str = "/start"
    pushed: bool = False


OURS = "shuzhi_itself"
KINDS = (
    Kind("shuzhi", OURS, begins="/resume"),
    Kind("shuzhi-webhook", OURS, begins="/resume", pushed=True),
    Kind("floor", "floor"),
    Kind("ptb-echo", "ptb_echo"),
    Kind("ptb-conversation", "ptb_conversation"),
    Kind("aiogram-memory", "aiogram_fsm", ("memory",), PEERS_PYTHON),
    Kind("aiogram-webhook", "aiogram_fsm", ("memory",), PEERS_PYTHON, pushed=True),
    Kind("aiogram-sqlite", "aiogram_fsm", ("sqlite",), PEERS_PYTHON),
)


def missing(kind: Kind) -> str:
    """Why this bot cannot run here; empty if it can."""
    if kind.python != PEERS_PYTHON:
        return ""
    if not PEERS_PYTHON.exists():
        return "aiogram is not installed (make bench tries to)"
    found = subprocess.run([PEERS_PYTHON, "-c", "import aiogram"], capture_output=True, check=False)
    return "" if found.returncode == 0 else "aiogram cannot be imported"


class Running:
    """A bot as its own process."""

    def __init__(self, kind: Kind, api: BotApi, folder: Path) -> None:
        self.kind = kind
        self._api = api
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None

    async def starts(self, asked: list[str]) -> None:
        """Start it, and wait until it polls, or has said where it is to be pushed to."""
        (self._folder / "questions.json").write_text(json.dumps(asked), "utf-8")
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PTB_TIMEDELTA": "true",
            "BENCH_TOKEN": self._api.token,
            "BENCH_SERVER": self._api.base_url.removesuffix("/bot"),
            "BENCH_FOLDER": str(self._folder),
            "BENCH_PUSHED_AT": f"127.0.0.1:{free_port()}" if self.kind.pushed else "",
            "SHUZHI_ALLOWED": "*",
        }
        module = f"bench.peers.bots.{self.kind.module}"
        with (self._folder / "log").open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                self.kind.python, "-m", module, *self.kind.arguments,
                env=environment, cwd=self._folder, stdout=log, stderr=log,
            )  # fmt: skip
        try:
            await self._api.waits_for(lambda api: api.polling or api.webhook, 60)
        except AssertionError:
            raise SystemExit((self._folder / "log").read_text("utf-8")[-2000:]) from None

    async def stops(self) -> None:
        """Stop it as on SIGTERM; after 10 seconds for good."""
        if self._process is None or self._process.returncode is not None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self._process.wait(), 10)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = self._about("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self, what: str) -> float:
        """Memory in use: `VmRSS` now, `VmHWM` at its highest."""
        line = next(line for line in self._about("status").splitlines() if line.startswith(what))
        return int(line.split()[1]) / 1024

    def forgets_its_peak(self) -> None:
        """From now on the peak is that of what comes."""
        assert self._process is not None
        Path(f"/proc/{self._process.pid}/clear_refs").write_text("5")

    def _about(self, name: str) -> str:
        assert self._process is not None
        return Path(f"/proc/{self._process.pid}/{name}").read_text()
