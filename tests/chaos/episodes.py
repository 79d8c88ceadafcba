"""What goes wrong now and then and for longer: disks, locks, second copies, outages, stops, quiet weeks."""

import asyncio
import errno
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.library.shelf import Shelf
from storage.store import BUSY_SECONDS
from tests.chaos import judging
from tests.chaos.looking import unfinished
from tests.chaos.people import Typist
from tests.chaos.program import Program
from tests.chaos.tally import Tally
from tests.doubles import BotApi
from tests.doubles.modelserver import ModelServer

FULL_SECONDS = 5.0
PATIENCE = 120.0
LONGEST_STOP = 6.0
"""Seconds, on a machine that is as busy as this one; it takes one or two at rest."""
SMALL_DISK = "64m"
CANNOT, CAN_AGAIN = "cannot write", "can be written again"


def mounted(folder: Path) -> bool:
    """Whether a small file system of its own could be mounted there: as root of Linux, or of a namespace."""
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None:
        return False
    asked = [mount, "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(folder)]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


@dataclass
class Episodes:
    """Each is one method; its outcome goes into the tally."""

    api: BotApi
    server: ModelServer
    program: Program
    typists: Sequence[Typist]
    shelf: Shelf
    tally: Tally
    small_disk: bool
    outage_seconds: float

    def plan(self, kills: int) -> dict[int, list[Callable[[], Awaitable[None]]]]:
        """Which episode follows which kill: each at least once, spread over the whole run."""
        once = [
            self.restart_looked_at,
            self.stop_in_a_model_call,
            self.full_disk,
            self.short_lock,
            self.quiet_week,
            self.second_copy_on_the_file,
            self.long_lock,
            self.second_copy_with_the_token,
            self.outage,
        ]
        often = [self.restart_looked_at, self.stop_in_a_model_call, self.quiet_week, self.full_disk]
        episodes = once + often * (kills // 60)
        planned: dict[int, list[Callable[[], Awaitable[None]]]] = {}
        for number, episode in enumerate(episodes):
            planned.setdefault(max(1, (number + 1) * kills // (len(episodes) + 1)), []).append(episode)
        return planned

    async def restart_looked_at(self) -> None:
        """After a kill and a start, with nobody typing, every card becomes what it should be."""
        async with self._nobody_types():
            await self._restart_and_look()

    async def quiet_week(self) -> None:
        """Everything is handled, nobody types; afterwards update ids start again at a low random number."""
        async with self._nobody_types():
            await self._restart_and_look()
            self.api.restart_update_ids()
            self.tally.faults["update ids that start again lower"] += 1

    async def stop_in_a_model_call(self) -> None:
        """SIGTERM while the model server is answering."""
        await self.program.hears(PATIENCE)
        async with self.typists[0].busy:
            await self.typists[0].ends()
        with suppress(TimeoutError):
            await self.server.until(self._being_asked, PATIENCE)
        inside = self._being_asked()
        seconds = await self.program.stopped()
        self.tally.counts["stops that were not clean"] += self.program.exits[-1] != 0
        if inside:
            self.tally.faults["stops (SIGTERM) in the middle of a model call"] += 1
        self.tally.notes.append(f"SIGTERM{' in a model call' if inside else ''}: gone after {seconds:.1f} s")
        if seconds > LONGEST_STOP:
            self.tally.wrong.append(f"a stop took {seconds:.1f} s")
        await self.program.starts()

    def _being_asked(self) -> bool:
        return any(call.took is None for call in self.server.asked[-40:])

    async def full_disk(self) -> None:
        """No room for a while, with people typing."""
        await self._hears()
        before = self._told()
        give_back = self._fill() if self.small_disk else self._forbid_growth()
        await asyncio.sleep(FULL_SECONDS)
        give_back()
        how = "no space left on the file system" if self.small_disk else "a limit on the size of files"
        self.tally.faults["full disks"] += await self._goes_on(f"full disk ({how})", before)

    async def short_lock(self) -> None:
        """Somebody else holds the database for a moment: everybody waits, nothing is told."""
        await self._locked(1.5)
        self.tally.faults["databases locked for a moment"] += 1

    async def long_lock(self) -> None:
        """Somebody else holds the database for longer than the program waits."""
        await self._hears()
        before = self._told()
        await self._locked(BUSY_SECONDS + 3)
        name = "databases locked for longer than the program waits"
        self.tally.faults[name] += await self._goes_on("locked database", before)

    async def second_copy_on_the_file(self) -> None:
        """It is refused with a sentence, and the first goes on."""
        await self._hears()
        code, said = await self.program.beside(lambda _: False, PATIENCE)
        if code != 2 or "another shuzhi runs" not in said:
            self.tally.wrong.append(f"a second copy on the file was not refused: {code} {said}")
        self.tally.faults["second copies on the same file"] += 1

    async def second_copy_with_the_token(self) -> None:
        """On a file of its own: one of the two names the other in its log. Nobody types meanwhile."""
        async with self._nobody_types():
            await self._polling()
            before = self.program.logged("same token")
            other = self.program.log.with_name("other.db")

            def named(said: str) -> bool:
                return "same token" in said or self.program.logged("same token") > before

            _, said = await self.program.beside(named, PATIENCE, SHUZHI_DB=str(other))
            if not named(said):
                self.tally.wrong.append("two copies with one token, and no log names it")
            await self.program.killed()
            await self.program.starts()
        self.tally.faults["second copies with the same token"] += 1

    async def outage(self) -> None:
        """The network is gone for longer, with people typing."""
        await self._polling()
        before = self.api.cut_off
        with self.api.outage():
            await asyncio.sleep(self.outage_seconds)
        cut = self.api.cut_off - before
        self.tally.faults["outages of minutes"] += cut > 0
        self.tally.notes.append(f"outage: {self.outage_seconds:.0f} s, in which {cut} calls met no network")

    async def quiet(self, seconds: float) -> dict[str, int]:
        """Wait until nothing waits any more; what still does after so many seconds."""
        end = time.monotonic() + seconds
        while any((left := unfinished(self.program.db)).values()) or self.api.pending:
            if time.monotonic() > end:
                return left
            await asyncio.sleep(0.2)
        return {}

    async def _restart_and_look(self) -> None:
        self.api.heal()
        await self.program.killed()
        await self.program.starts()
        await self.program.hears(PATIENCE)
        if left := await self.quiet(PATIENCE):
            self.tally.wrong.append(f"{PATIENCE:.0f} s after a restart there still wait: {left}")
        try:
            await self.api.settles(quiet=0.5, timeout=PATIENCE)
        except AssertionError as problem:
            self.tally.wrong.append(f"after a restart it did not come to rest: {problem}")
        await judging.cards(self.program.db, self.shelf, self.typists, self.tally)

    @asynccontextmanager
    async def _nobody_types(self) -> AsyncIterator[None]:
        async with AsyncExitStack() as hands:
            for typist in self.typists:
                await hands.enter_async_context(typist.busy)
            yield

    async def _hears(self) -> None:
        self.api.heal()
        await self.program.hears(PATIENCE)

    async def _polling(self) -> None:
        """With a life that polls: one that is pushed to calls nobody while nothing comes."""
        if self.program.pushed:
            await self.program.killed()
            await self.program.starts()
        await self._hears()

    def _told(self) -> tuple[int, int]:
        """How often the log said that nothing can be written, and how often that it goes on."""
        return self.program.logged(CANNOT), self.program.logged(CAN_AGAIN)

    async def _goes_on(self, what: str, before: tuple[int, int]) -> bool:
        """Until the program has said that it can write again; then look how often it said that it cannot.

        Whether it met the trouble at all.
        """
        end = time.monotonic() + PATIENCE
        while (now := self._told())[0] - before[0] > now[1] - before[1]:
            if time.monotonic() > end:
                self.tally.wrong.append(f"{what}: it did not go on by itself")
                return True
            await asyncio.sleep(0.2)
        told = now[0] - before[0]
        self.tally.notes.append(f"{what}: told in {told} line{'' if told == 1 else 's'}")
        if told > 1:
            self.tally.wrong.append(f"{what} was told in {told} lines")
        return told > 0

    def _fill(self) -> Callable[[], None]:
        ballast = self.program.db.with_name("ballast")
        with ballast.open("wb", buffering=0) as file:
            for piece in (1 << 20, 1 << 12, 1):
                try:
                    while True:
                        file.write(b"\0" * piece)
                except OSError as problem:
                    if problem.errno != errno.ENOSPC:
                        raise
        return ballast.unlink

    def _forbid_growth(self) -> Callable[[], None]:
        beside = (self.program.log, self.program.db.with_name(f"{self.program.db.name}-wal"))
        most = max(file.stat().st_size for file in beside if file.exists()) + (1 << 13)
        pid, hard = self.program.pid, resource.RLIM_INFINITY
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, hard))

        def give_back() -> None:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))

        return give_back

    async def _locked(self, seconds: float) -> None:
        other = sqlite3.connect(self.program.db, timeout=10, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(seconds)
        other.execute("ROLLBACK")
        other.close()
