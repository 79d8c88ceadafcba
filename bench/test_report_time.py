"""How long a whole report takes against its slowest section: the sections are to be written side by side.

Run with `pytest bench/test_report_time.py --benchmark-enable -s`. The model is a scripted server over HTTP
whose time to answer is a fixed beginning and so much for every character it writes.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable

import pytest

from bot.assistant.ask_models import AskModels
from bot.library.shelf import read_shelf
from bot.models import Models, Provider
from bot.writing.model import Progress, Stage, Turn, write_report
from tests.doubles.modelserver import ModelServer, model_server
from tests.doubles.modelserver.behaviour import Says
from tests.loop.office import Scripted, diligent, house_for, state_of

FIRST, EACH = 0.2, 0.002
ALLOWED = 1.15


def answered_slowly(body: dict[str, list[dict[str, str]]]) -> Says:
    """A diligent answer that takes its time, as a model takes it."""
    turns = [Turn("user" if m["role"] == "user" else "system", m["content"]) for m in body["messages"]]
    text = diligent(turns)
    return Says(text, latency=FIRST + EACH * len(text), chunk=len(text))


def provider_of(server: ModelServer) -> Provider:
    return Provider(name="scripted", base_url=server.base_url, model="test-model", concurrency=16)


async def timed(example: str) -> tuple[float, float, float]:
    """Seconds for the whole report, for its slowest section, for opening and conclusion together."""
    state = state_of(example)
    house = house_for(state)
    began: dict[str, float] = {}
    took: dict[str, float] = defaultdict(float)

    def watch(progress: Progress) -> None:
        now = time.perf_counter()
        if progress.stage is Stage.WAITING:
            began[progress.section] = now
        elif progress.stage in (Stage.DONE, Stage.PLAIN):
            took[progress.section] = now - began[progress.section]

    async with model_server() as server, Models([provider_of(server)]) as models:
        server.answers(answered_slowly)
        asking = AskModels(models, read_shelf().guard.personal)
        await write_report(state, house, asking)
        start = time.perf_counter()
        await write_report(state, house, asking, on_progress=watch)
        whole = time.perf_counter() - start
    frame = max(took.pop("opening"), took.pop("conclusion"))
    return whole, max(took.values()), frame


@pytest.mark.parametrize("example", ["mayor", "party-secretary", "deputy-agriculture"])
def test_a_report_takes_little_more_than_its_slowest_section(example: str) -> None:
    whole, slowest, frame = asyncio.run(timed(example))
    ratio = whole / (slowest + frame)
    print(
        f"\n{example}: whole {whole:.2f} s, slowest section {slowest:.2f} s, frame {frame:.2f} s, {ratio:.2f}"
    )
    assert ratio <= ALLOWED


def test_our_own_work_on_a_report(benchmark: Callable[..., object]) -> None:
    """Prompts, checks and assembling of a whole report, with a model that needs no time."""
    state = state_of("mayor")
    house = house_for(state)

    benchmark(lambda: asyncio.run(write_report(state, house, Scripted())))
