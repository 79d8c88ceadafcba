"""The growth measurement: `python -m bench.growth`, also a part of `make bench`.

Every answer arrives, is stored and leads to a card, as in the running bot; now and then one is corrected or
replied to. Both files take turns, so that a busy machine is as busy for one as for the other.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

from bench.growth.filling import SIDE_BY_SIDE, fill
from bench.peers.drafts import begun
from bot.assistant.access import Access
from bot.assistant.desk import Assistant
from bot.interview.move import Correct, Move, Say
from bot.library.shelf import Shelf, read_shelf
from storage import Store, inbox, retention
from storage.inbox import Arrival

ANSWERS = 60
AIM = 1.1


@dataclass
class Side:
    """One of the two files, and what was measured on it, in seconds."""

    path: Path
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    rounds: list[float] = field(default_factory=list)


def _move(number: int) -> Move:
    text = f"第{number}件：走访群众{number + 20}户，收集问题45个"
    match number % 10:
        case 8:
            return Correct(text, number - 2)
        case 9:
            return Say(text, number, reply_to=number - 4)
        case _:
            return Say(text, number)


async def answers(side: Side, shelf: Shelf, person: int, updates: "count[int]") -> None:
    """One new person's answers; and what a start and an hourly round cost."""
    before = time.perf_counter()
    store = Store(side.path)
    house = Assistant(store, shelf, access=Access(everybody=True))
    try:
        await store.read(lambda db: inbox.waiting(db, "telegram:7"))
        await store.read(inbox.set_aside)
        await house.reported.unfinished("telegram")
        side.start.append(time.perf_counter() - before)
        cpu, wall = time.process_time(), time.perf_counter()
        for number in range(1, ANSWERS + 1):
            move = _move(number)
            raw = json.dumps({"update_id": number, "message": {"text": str(move)}})
            put = partial(inbox.put, source="telegram:7", arrivals=[Arrival(next(updates), person, raw)])
            (row,) = await store.write(put)
            name = f"telegram:{person}"
            reply = await house.take(name, move, inbox_seq=row.seq, message_id=number)
            await house.reported.shown(reply, 100_000 + number)
            await house.files.waiting(name)
        side.cpu.append((time.process_time() - cpu) / ANSWERS)
        side.wall.append((time.perf_counter() - wall) / ANSWERS)
        before = time.perf_counter()
        await store.read(lambda db: retention.untouched(db, "telegram", 3650))
        side.rounds.append(time.perf_counter() - before)
    finally:
        store.close()


async def measure(empty: Side, full: Side, rounds: int) -> None:
    """Both sides in turn."""
    shelf, updates = read_shelf(), count(2_000_000_000)
    for number in range(rounds + 1):
        for side in (empty, full):
            person = 1001 + number
            begun(side.path, person, 1)
            await answers(side, shelf, person, updates)
    for side in (empty, full):
        for measured in (side.cpu, side.wall, side.start, side.rounds):
            del measured[0]  # the first ones read the file for the first time


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--drafts", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=5_000_000)
    parser.add_argument("--rounds", type=int, default=15, help=f"of {ANSWERS} answers each (default: 15)")
    asked = parser.parse_args()
    if asked.drafts % (2 * SIDE_BY_SIDE) or asked.events % asked.drafts or asked.drafts <= 0:
        parser.error(f"drafts come in {2 * SIDE_BY_SIDE}s, and each has as many events as any other")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        empty, full = Side(Path(folder) / "empty.db"), Side(Path(folder) / "full.db")
        before = time.perf_counter()
        fill(full.path, asked.drafts, asked.events)
        size = full.path.stat().st_size / 1e6
        spent = time.perf_counter() - before
        print(f"{asked.drafts:,} drafts and {asked.events:,} events: {size:,.0f} MB, made in {spent:.0f} s")
        asyncio.run(measure(empty, full, asked.rounds))
    for name, less, more in (
        ("CPU per answer", empty.cpu, full.cpu),
        ("time per answer", empty.wall, full.wall),
        ("opening the file at start", empty.start, full.start),
        ("looking for old reports, hourly", empty.rounds, full.rounds),
    ):
        small, large = statistics.median(less) * 1000, statistics.median(more) * 1000
        aim = f" (aim {AIM})" if name == "CPU per answer" else ""
        print(
            f"{name}: {small:.2f} ms in an empty file, {large:.2f} ms in the full: {large / small:.2f}×{aim}"
        )


if __name__ == "__main__":
    main()
