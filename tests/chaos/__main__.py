"""Kill the real program again and again and count what is lost: `make chaos`.

People type whole interviews in bursts over the Bot API double and order reports, for which a scripted model
server writes, while the program, a process of its own, is killed (SIGKILL) at random moments and everything
around it fails now and then. Exit code 1 if anything was lost, doubled, out of order, paid or delivered
twice, or a card is wrong in the end.
"""

import argparse
import asyncio
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.library.shelf import read_shelf
from tests.chaos import judging, judging_reports
from tests.chaos.episodes import Episodes, mounted
from tests.chaos.looking import unfinished
from tests.chaos.people import Typist
from tests.chaos.program import Program
from tests.chaos.tally import Tally
from tests.chaos.trouble import Trouble, Writer
from tests.doubles import bot_api
from tests.doubles.fonts import some_font
from tests.doubles.modelserver import model_server

AT_WORK = 1.4
"""Seconds that a life may last at most once the program polls."""
IN_DELIVERY, NOT_YET_MET = 0.15, 0.5
"""The share of kills that wait for documents to be on their way, once a kill has met some, and before."""
FOR_A_DELIVERY = 3.0
"""Seconds, and as many more as a start takes here."""
CLOCKED, PUSHED = 0.25, 0.3
"""The share of lives with a clock that jumps, and of those with a webhook."""
INSIDE = "SHUZHI_CHAOS_INSIDE"
LAST_WAIT = 240.0


async def kill_often(
    episodes: Episodes, kills: int, starting: float, chance: random.Random, tally: Tally
) -> None:
    """Kill the program so often, each time at a random moment of its life, with episodes in between.

    `starting` is how long it takes here to start.
    """
    program, plan, begun = episodes.program, episodes.plan(kills), time.monotonic()
    for number in range(1, kills + 1):
        await asyncio.sleep(chance.uniform(0.2, starting + AT_WORK))
        met = tally.faults["kills while documents were on their way"]
        if chance.random() < (IN_DELIVERY if met else NOT_YET_MET):
            await documents_under_way(program.db, FOR_A_DELIVERY + starting)
            await asyncio.sleep(chance.uniform(0.0, 0.3))
        if not program.alive:
            tally.wrong.append("the program ended by itself")
        await program.killed()
        left = unfinished(program.db)
        tally.counts["kills"] += 1
        tally.faults["kills with answers waiting"] += bool(left["answers"] or episodes.api.pending)
        tally.faults["kills while a report was being written"] += bool(left["reports"])
        tally.faults["kills while documents were on their way"] += bool(left["documents"])
        tally.faults["kills under a clock that jumps"] += program.clocked
        tally.faults["kills while Telegram pushes to a webhook"] += program.pushed
        await program.starts(clocked=chance.random() < CLOCKED, pushed=chance.random() < PUSHED)
        for episode in plan.get(number, []):
            await episode()
        if number % 10 == 0 or number == kills:
            sys.stderr.write(f"{number} kills after {time.monotonic() - begun:.0f} s\n")


async def documents_under_way(db: Path, seconds: float) -> None:
    """Wait so long for a delivery: it is over so soon that a kill would seldom meet one."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not unfinished(db)["documents"]:  # noqa: ASYNC110 - another process
        await asyncio.sleep(0.02)


async def storm(asked: argparse.Namespace, folder: Path, small_disk: bool) -> Tally:
    """Let people type while the program is killed; then wait for quiet and judge."""
    seed, chance, tally, shelf = asked.seed, random.Random(asked.seed), Tally(), read_shelf()
    with tempfile.TemporaryDirectory() as logs:
        async with bot_api() as api, api.pushing(), model_server() as server:
            writer = Writer(server, random.Random(seed + 1), tally)
            trouble = Trouble(api, chance, tally)
            program = Program(api, server, folder / "shuzhi.db", Path(logs) / "log")
            typists = [
                Typist(
                    api,
                    program.db,
                    api.phone(1001 + number, f"第{number}位"),
                    outline,
                    trouble,
                    random.Random(seed + 10 + number),
                    tally,
                )
                for number, outline in enumerate(list(shelf.outlines.values())[: asked.people])
            ]
            episodes = Episodes(api, server, program, typists, shelf, tally, small_disk, asked.outage)
            try:
                await weather(episodes, asked.kills, chance)
                await program.stopped()
            finally:
                await program.killed()
            tally.counts["stops that were not clean"] += program.exits[-1] != 0
            judging.answers(program.db, typists, tally)
            judging.set_aside(program.db, trouble.odd, tally)
            judging_reports.reports(program, typists, tally)
            judging_reports.paid(server, writer, program, tally)
            judging.faults(api, tally)
            tally.wrong += api.complaints
            if asked.keep:
                kept_for_looking(folder, program.log, asked.keep)
            if traces := program.logged("Traceback"):
                tally.wrong.append(f"{traces} tracebacks in the log:\n{program.log.read_text()[-4000:]}")
    return tally


def kept_for_looking(folder: Path, log: Path, where: Path) -> None:
    """Copy what is left of a run."""
    where.mkdir(parents=True, exist_ok=True)
    for file in (*folder.iterdir(), log):
        shutil.copy(file, where)


async def weather(episodes: Episodes, kills: int, chance: random.Random) -> None:
    """The storm itself: first calm, so that everybody can begin, in the end calm again, until all is done."""
    api, program, tally, typists = episodes.api, episodes.program, episodes.tally, episodes.typists
    begun = time.monotonic()
    await program.starts()
    await program.hears(60.0)
    starting = time.monotonic() - begun
    for typist in typists:
        await typist.begins()
    enough = asyncio.Event()
    typing = [asyncio.create_task(typist.types(enough)) for typist in typists]
    try:
        await kill_often(episodes, kills, starting, chance, tally)
    finally:
        enough.set()
        ends = await asyncio.gather(*typing, return_exceptions=True)
        tally.wrong += [f"somebody could not go on typing: {end!r}" for end in ends if end is not None]
    api.heal()
    for typist in typists:
        await typist.ends()
    if left := await episodes.quiet(LAST_WAIT):
        tally.wrong.append(f"in the end there still wait: {left}")
    await episodes.restart_looked_at()


def in_a_namespace(arguments: list[str]) -> None:
    """Go on as root of a namespace of our own, where a small file system can be mounted; where that works."""
    unshare = shutil.which("unshare")
    if INSIDE in os.environ or unshare is None:
        return
    rooms = [unshare, "--user", "--map-root-user", "--mount"]
    if subprocess.run([*rooms, "true"], capture_output=True, check=False).returncode == 0:
        inside = {**os.environ, INSIDE: "1"}
        os.execve(unshare, [*rooms, sys.executable, "-m", "tests.chaos", *arguments], inside)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how often (default: 200)")
    parser.add_argument("--people", type=int, default=3, choices=range(1, 6), help="default: 3")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument(
        "--outage", type=float, default=120.0, help="seconds of the long outage (default: 120)"
    )
    parser.add_argument("--keep", type=Path, help="leave the database and the log in this folder")
    asked = parser.parse_args()
    in_a_namespace(sys.argv[1:])
    with some_font(), tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small_disk = mounted(folder)
        try:
            tally = asyncio.run(storm(asked, folder, small_disk))
        finally:
            if small_disk:
                subprocess.run(["umount", str(folder)], check=False)
    sys.stdout.write("\n".join([f"seed: {asked.seed}", *tally.lines()]) + "\n")
    return int(not tally.good)


if __name__ == "__main__":
    sys.exit(main())
