"""Start to the first card, memory at rest, `shuzhi --help`: `python -m bench.starting`, part of `make bench`.

The time is given twice: by the clock, and what this program's processes spent of it on a processor, which is
what the clock shows on a machine that does nothing else. The very first start, which compiles what it
imports, is told apart from all later ones.
"""

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.doubles import Call, bot_api

TRIES = 5
AT_REST = 3.0


def compiling(into: Path) -> dict[str, str]:
    """An environment in which Python keeps what it has compiled, as it does by default, in that folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(into)}


async def first_card(folder: Path, compiled: Path) -> tuple[float, float, float]:
    """Seconds by the clock and of processor until /start is answered, and MB after some seconds of rest."""
    async with bot_api() as api:
        await api.phone().command("start")
        shown: asyncio.Future[float] = asyncio.get_running_loop().create_future()

        def watch(call: Call) -> None:
            if call.method == "sendMessage" and not shown.done():
                shown.set_result(time.perf_counter())

        api.watch(watch)
        environment = {
            **compiling(compiled),
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
            "SHUZHI_DB": str(folder / "shuzhi.db"),
            "SHUZHI_ALLOWED": "*",
        }
        begun = time.perf_counter()
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.DEVNULL
        )
        took = await asyncio.wait_for(shown, 60) - begun
        spent = _processor(program.pid)
        await asyncio.sleep(AT_REST)
        memory = _memory_mb(program.pid)
        program.terminate()
        await program.wait()
    return took, spent, memory


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def help_shown(compiled: Path) -> tuple[float, float]:
    """Seconds by the clock and of processor that `shuzhi --help` takes."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [str(Path(sys.executable).parent / "shuzhi"), "--help"]
    subprocess.run(command, check=True, capture_output=True, env=compiling(compiled))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, spent


def main() -> None:
    """Measure and print: the first start, and the best of some more."""
    with tempfile.TemporaryDirectory(prefix="bench-") as kept:
        compiled = Path(kept)
        cards = []
        for _ in range(1 + TRIES):
            with tempfile.TemporaryDirectory(prefix="bench-") as folder:
                cards.append(asyncio.run(first_card(Path(folder), compiled)))
        helps = [help_shown(compiled) for _ in range(1 + TRIES)]
    first, *later = cards
    took, spent = min(card[0] for card in later), min(card[1] for card in later)
    memory = max(card[2] for card in later)
    print(f"start to the first card: {took:.2f} s, {spent:.2f} s of processor (aim: under 1 s)")
    print(f"the very first, which compiles: {first[0]:.2f} s, {first[1]:.2f} s of processor")
    print(f"memory at rest: {memory:.0f} MB (aim: under 100 MB)")
    took, spent = min(shown[0] for shown in helps), min(shown[1] for shown in helps)
    print(f"shuzhi --help: {took:.2f} s, {spent:.2f} s of processor (aim: under 0.3 s)")


if __name__ == "__main__":
    main()
