"""What a model has sent is on disk at once, whatever the program is busy with: a kill then costs nothing."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

import pytest

from bot.assistant.metering import Meter
from bot.assistant.paid_calls import PaidCalls
from bot.assistant.writer import Writer
from bot.models import Models, Provider
from bot.writing.model import Answered
from bot.writing.model.answered import OnText
from bot.writing.model.judged import Judged
from bot.writing.model.judging import Judge
from bot.writing.model.lines import Line
from storage import Store, calls, people
from tests.assistant.ordered import ordered
from tests.chaos.looking import ask
from tests.doubles.modelserver import ModelServer, Says, model_server
from tests.doubles.modelserver.behaviour import Json
from tests.loop.office import diligent, turns_of
from tests.office import shipped

ME = "telegram:1"
PATIENCE = 10.0
"""Seconds that a reader takes over a text, at most."""
OTHERS = 5
"""At least so many more sections of the report a model is asked for."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "a.db")
    store.write_now(lambda db: people.meet(db, ME))
    yield store
    store.close()


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        yield running


async def test_while_one_section_is_read_the_answers_for_all_others_come_onto_the_disk(
    store: Store, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first answer comes a second before the others; its reader reads on until those are in the file."""
    reads, on_disk = Judge.judge, list[int]()

    def says(body: Json) -> Says:
        return Says(diligent(turns_of(body)), chunk=400, latency=0.3 if len(server.asked) == 1 else 1.3)

    def reads_for_long(judge: Judge, lines: Sequence[Line]) -> Judged:
        if not on_disk:
            on_disk.append(0)
            end = time.monotonic() + PATIENCE
            while on_disk[-1] <= OTHERS and time.monotonic() < end:
                time.sleep(0.05)
                on_disk.append(ask(store.path, "SELECT count(*) FROM model_calls")[0][0])
        return reads(judge, lines)

    server.answers(says)
    monkeypatch.setattr(Judge, "judge", reads_for_long)
    provider = Provider(name="one", base_url=server.base_url, model="test-model", concurrency=16)
    writer = Writer(store, shipped(), (provider,))
    writing = await store.write(lambda db: ordered(db, ME))
    await writer.write(writing)
    await asyncio.to_thread(writer.close)
    assert on_disk[-1] > OTHERS


async def test_what_is_heard_of_an_answer_is_told_where_it_is_waited_for_and_in_order(store: Store) -> None:
    paid, told = PaidCalls(Models(()), Meter(store)), list[tuple[str, threading.Thread]]()

    async def call(on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        on_text("修桥")
        on_restart()
        on_text("修路")
        on_text("三条")
        return Answered("修路三条")

    def hears(text: str) -> None:
        told.append((text, threading.current_thread()))

    _, kept = paid.asked(_nobody, ME, None)
    answer = await kept.bring("prompt", call, hears, lambda: hears("anew"))
    assert answer.text == "修路三条"
    assert [text for text, _ in told] == ["修桥", "anew", "修路", "三条"]
    assert {thread for _, thread in told} == {threading.main_thread()}
    await asyncio.to_thread(paid.close)


async def test_a_listener_that_fails_fails_for_itself_and_the_answer_is_kept(store: Store) -> None:
    paid = PaidCalls(Models(()), Meter(store))

    async def call(on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        on_text("修路")
        return Answered("修路三条")

    def fails(text: str) -> None:
        raise ValueError(text)

    _, kept = paid.asked(_nobody, ME, None)
    with pytest.raises(ValueError, match="修路"):
        await kept.bring("prompt", call, fails, lambda: None)
    assert await kept.get("prompt") == "修路三条"
    assert store.read_now(lambda db: calls.answer(db, ME, "prompt")) == "修路三条"
    await asyncio.to_thread(paid.close)


async def _nobody(*_: object, **how: object) -> Answered:
    raise AssertionError("nobody is asked")
