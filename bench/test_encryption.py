"""What encryption at rest costs: answers a second, arrived, stored and the card made, with and without.

Run with `make bench`. One person types a long interview: every answer reads all earlier ones again, which is
the dearest case. The two are measured in turn, so that both see the same machine.
"""

import asyncio
import json
import time
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from bot.assistant.desk import Assistant
from bot.interview.move import Command, Press, Say
from bot.library.shelf import read_shelf
from storage import Key, Store, inbox
from storage.inbox import Arrival
from storage.sealing import new_key

ANSWERS = 300
ME = "telegram:1"


async def interview(path: Path, key: Key | None) -> float:
    """Answers a second."""
    store = Store(path, key)
    house = Assistant(store, read_shelf())
    start = (await house.take(ME, Command("new"))).card
    first = (await house.take(ME, Press(start.draft, start.version, "new:mayor"))).card
    await house.take(ME, Press(first.draft, first.version, "go:study_meetings"))
    begun = time.perf_counter()
    for number in range(ANSWERS):
        text = f"走访群众{number}户，收集问题45个，解决43个"
        arrived = [Arrival(number, 1, json.dumps({"update_id": number, "message": {"text": text}}))]
        (row,) = await store.write(lambda db, arrived=arrived: inbox.put(db, "telegram:7", arrived))  # type: ignore[misc]
        await house.take(ME, Say(text, number), inbox_seq=row.seq, message_id=number)
    spent = time.perf_counter() - begun
    store.close()
    return ANSWERS / spent


def test_answers_a_second(tmp_path: Path) -> None:
    best = {"clear": 0.0, "encrypted": 0.0}
    for number in range(6):
        for name in best:
            key = Key.read(new_key()) if name == "encrypted" else None
            measured = asyncio.run(interview(tmp_path / f"{name}-{number}.db", key))
            best[name] = max(best[name], measured)
    print(f"\nanswers a second: {best['clear']:.0f} in clear text, {best['encrypted']:.0f} encrypted")
    assert best["encrypted"] > best["clear"] / 2, "the aim is a tenth; half, for a busy machine"


def test_one_answer_is_sealed_and_opened(benchmark: BenchmarkFixture) -> None:
    key = Key.read(new_key())
    assert benchmark(lambda: key.open(key.seal("走访群众320户，收集问题45个，解决43个"))) != ""
