"""How long an answer of a model that was paid for is not yet on disk: `python -m bench.paid_answers`.

The real program starts with so many reports to be written at once, over real HTTP and on a real SQLite file,
while `--busy` processes keep the processors busy. It is seen from outside when the model server has sent the
last byte of an answer and when others can read its row: a kill in between pays twice. More than half a second
is more than `make chaos` allows for.
"""

import argparse
import asyncio
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import closing
from functools import partial
from pathlib import Path

from bot.writing.model.prompt import Prompt
from storage import Store
from tests.assistant.ordered import ordered
from tests.chaos.judging_reports import ON_ITS_WAY
from tests.chaos.looking import unfinished
from tests.chaos.program import Program
from tests.doubles import bot_api
from tests.doubles.modelserver import ModelServer, Says, model_server
from tests.doubles.modelserver.behaviour import Json
from tests.loop.office import diligent, turns_of
from tests.office import EXAMPLES

LOOKS = 0.002
"""Seconds between two looks into the file."""
LONGEST = 300.0
FIRST = 1001


class Watcher(threading.Thread):
    """Looks for new answers in the file, and notes when they were there first."""

    def __init__(self, db: Path) -> None:
        super().__init__(daemon=True)
        self._db = db
        self.enough = threading.Event()
        self.kept: dict[str, list[float]] = defaultdict(list)
        """When answers could be read, by the key of their prompt."""

    def run(self) -> None:
        newest = 0
        with closing(sqlite3.connect(f"file:{self._db}?mode=ro", uri=True, timeout=20)) as connection:
            while not self.enough.wait(LOOKS):
                found = connection.execute(
                    "SELECT id, key FROM model_calls WHERE id > ? ORDER BY id", (newest,)
                ).fetchall()
                for number, key in found:
                    newest = number
                    self.kept[key].append(time.time())


def key_of(body: Json) -> str:
    """The key under which the answer to this call is kept."""
    most = body.get("max_completion_tokens") or body["max_tokens"]
    return Prompt("", tuple(turns_of(body)), most, body["temperature"]).key


def waits(server: ModelServer, watcher: Watcher) -> list[float]:
    """Seconds from the last byte to the row, of every answer; equal prompts in the order of their answers."""
    sent = defaultdict(list)
    for call in server.asked:
        if call.took is not None and not call.left:
            sent[key_of(call.body)].append(call.at + call.took)
    return [
        kept - came
        for key, times in sent.items()
        for came, kept in zip(sorted(times), watcher.kept[key], strict=True)
    ]


def waiting(db: Path, orders: int) -> None:
    """A file in which so many people's reports wait to be written."""
    store = Store(db)
    for number in range(orders):
        example = EXAMPLES[number % len(EXAMPLES)]
        store.write_now(partial(ordered, person=f"telegram:{FIRST + number}", example=example))
    store.close()


async def measured(reports: int) -> tuple[list[float], float]:
    """Every answer's wait, and how long all reports took together."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        db = Path(folder) / "shuzhi.db"
        waiting(db, reports)
        async with bot_api() as api, model_server() as server:
            for number in range(reports):
                api.phone(FIRST + number)
            server.answers(lambda body: Says(diligent(turns_of(body)), chunk=60, latency=0.3, delay=0.03))
            watcher = Watcher(db)
            watcher.start()
            program, begun = Program(api, server, db, Path(folder) / "log"), time.monotonic()
            await program.starts()
            while unfinished(db)["reports"] and time.monotonic() < begun + LONGEST:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.2)
            took = time.monotonic() - begun
            await program.stopped()
            watcher.enough.set()
            watcher.join()
            return waits(server, watcher), took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.paid_answers", description=__doc__)
    parser.add_argument("--people", type=int, default=4, help="reports written at once (default: 4)")
    parser.add_argument("--busy", type=int, default=2, help="busy processes beside it (default: 2)")
    asked = parser.parse_args()
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(asked.busy)]
    try:
        times, took = asyncio.run(measured(asked.people))
    finally:
        for process in busy:
            process.kill()
            process.wait()
    ms = sorted(1000 * each for each in times)
    nine = statistics.quantiles(ms, n=10)[-1]
    print(
        f"{len(ms)} answers on disk after p50 {statistics.median(ms):.0f} ms, p90 {nine:.0f} ms, at most "
        f"{ms[-1]:.0f} ms; {sum(each > ON_ITS_WAY * 1000 for each in ms)} after more than {ON_ITS_WAY:g} s; "
        f"all reports after {took:.1f} s"
    )


if __name__ == "__main__":
    main()
