"""The comparison: `python -m bench.peers`, also a part of `make bench`.

Every bot is a process of its own with a double of its own; all are up at once and take turns cell by cell, so
that a busy machine is as busy for one as for the other.
"""

import argparse
import asyncio
import math
import tempfile
from collections.abc import Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.peers.drafts import begun, questions
from bench.peers.people import Crowd, Measured, script
from bench.peers.printing import table
from bench.peers.running import KINDS, OURS, Kind, Running, missing
from tests.doubles import BotApi, bot_api

FASTEST = 4000
"""Answers a second that no bot reaches: so much is there to say for everybody in all cells."""


@dataclass(frozen=True)
class Rival:
    """One bot, up and running, with everybody at the first question."""

    running: Running
    api: BotApi
    crowd: Crowd
    note: int
    press: int


async def enter(stack: AsyncExitStack, kind: Kind, size: int, asked: list[str]) -> Rival:
    """Start a bot and bring everybody to the first question; count what a note and a press cost."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
    api = await stack.enter_async_context(bot_api())
    if kind.pushed:
        await stack.enter_async_context(api.pushing())
    if kind.module == OURS:
        begun(folder / "shuzhi.db", 1001, size)
    running = Running(kind, api, folder)
    stack.push_async_callback(running.stops)
    await running.starts(asked)
    crowd = Crowd(api, size, asked)
    await crowd.begin(kind.begins)
    note, press = await crowd.calls_of_a_move()
    return Rival(running, api, crowd, note, press)


async def turn(rival: Rival, seats: int, seconds: float, slower: float) -> Measured:
    """One bot's turn in one cell."""
    if slower:
        for method in ("*", "getUpdates", "push"):
            rival.api.fail(method, "delay", times=-1, delay=slower)
    rival.running.forgets_its_peak()
    cpu = rival.running.cpu()
    found = await rival.crowd.types(seats, seconds)
    found.cpu = rival.running.cpu() - cpu
    found.peak_mb = rival.running.memory_mb("VmHWM")
    rival.api.heal()
    await rival.crowd.rest()
    return found


async def compare(
    kinds: Iterable[Kind], people: list[int], slower: list[int], seconds: float, rounds: int
) -> None:
    """Run and print every cell."""
    asked = questions()
    moves = len(list(script(asked)))
    size = max(people) + math.ceil(seconds * len(people) * len(slower) * FASTEST / moves)
    async with AsyncExitStack() as stack:
        rivals = []
        for kind in kinds:
            if why := missing(kind):
                print(f"{kind.name} is left out: {why}")
                continue
            rivals.append(await enter(stack, kind, size, asked))
        print("Bot API calls for a note and for a press: ", end="")
        print(", ".join(f"{r.running.kind.name} {r.note} and {r.press}" for r in rivals))
        for delay in slower:
            for seats in people:
                cell: dict[str, list[Measured]] = {rival.running.kind.name: [] for rival in rivals}
                for _ in range(rounds):
                    for rival in rivals:
                        cell[rival.running.kind.name].append(
                            await turn(rival, seats, seconds / rounds, delay / 1000)
                        )
                late = f"every call {delay} ms slower" if delay else "the server answers at once"
                print(f"\n{seats} typing, {late}")
                print(table(cell), flush=True)


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    names = [kind.name for kind in KINDS]
    parser.add_argument("--people", default="1,50,500", help="how many type at once (default: 1,50,500)")
    parser.add_argument("--slower", default="0,50", help="milliseconds added to every call (default: 0,50)")
    parser.add_argument("--seconds", type=float, default=2.0, help="for each bot in each cell (default: 2)")
    parser.add_argument("--rounds", type=int, default=2, help="in so many turns (default: 2)")
    parser.add_argument("--only", default=",".join(names), help=f"which of {', '.join(names)}")
    asked = parser.parse_args()
    chosen = [kind for kind in KINDS if kind.name in asked.only.split(",")]
    people, slower = ([int(n) for n in text.split(",")] for text in (asked.people, asked.slower))
    asyncio.run(compare(chosen, people, slower, asked.seconds, asked.rounds))


if __name__ == "__main__":
    main()
