"""Deadlines, queues, and a person who presses /stop."""

import asyncio
import time

import pytest

from bot.models import Models, Outcome
from bot.models.deadline import Deadline

from ..doubles.modelserver import Fails, Hangs, ModelServer, Raw, Says
from ..doubles.modelserver.wording import chunk, event
from .office import Opens, ask, fails, provider_of

O = Outcome  # noqa: E741


async def test_a_slow_drip_ends_at_the_deadline(models: Models, server: ModelServer) -> None:
    server.script([Says("写" * 100, chunk=1, delay=0.05)])
    began = time.monotonic()
    shown: list[str] = []
    await fails(models, O.LATE, deadline_seconds=0.5, on_text=shown.append, on_restart=shown.clear)
    assert 0.5 <= time.monotonic() - began < 0.9
    assert shown == []


async def test_a_slow_drip_of_bytes_within_one_event_ends_too(opened: Opens, server: ModelServer) -> None:
    models = opened(provider_of(server), first_token=0.4)
    body = event(chunk({"content": "写" * 100}))
    server.script([Raw(tuple(piece for letter in body for piece in (letter, 0.02)))] * 3)
    await fails(models, O.STALLED, O.LATE, deadline_seconds=0.7)


async def test_the_deadline_is_for_all_retries_and_providers_together(
    both: Models, server: ModelServer, second: ModelServer
) -> None:
    server.script([Fails(500, latency=0.2)])
    server.answers(lambda _: Fails(400, latency=0.2))
    second.script([Says("写" * 40, delay=0.1)])
    began = time.monotonic()
    problem = await fails(both, O.FAILING, O.REJECTED, O.LATE, deadline_seconds=0.7)
    assert problem.attempts[-1].provider == "second"
    assert time.monotonic() - began < 1.2


async def test_no_pause_is_made_that_ends_after_the_deadline(opened: Opens, server: ModelServer) -> None:
    models = opened(provider_of(server), backoff=0.4)
    server.script([Fails(500)])
    began = time.monotonic()
    await fails(models, O.FAILING, deadline_seconds=0.3)
    assert time.monotonic() - began < 0.3


async def test_cancelling_closes_the_stream_promptly(models: Models, server: ModelServer) -> None:
    server.script([Says("写" * 1000, chunk=1, delay=0.02)])
    begun = asyncio.Event()
    task = asyncio.create_task(ask(models, on_text=lambda _: begun.set()))
    await begun.wait()
    task.cancel()
    pressed = time.monotonic()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert time.monotonic() - pressed < 0.2
    await server.until(lambda: server.asked[0].left, seconds=1)
    assert (await ask(models)).text  # its place is free again


async def test_cancelling_before_the_first_byte_closes_the_connection(
    models: Models, server: ModelServer
) -> None:
    server.script([Hangs()])
    task = asyncio.create_task(ask(models))
    await server.until(lambda: bool(server.asked))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await server.until(lambda: server.asked[0].left, seconds=1)


async def test_a_callback_that_raises_is_heard(models: Models, server: ModelServer) -> None:
    def breaks(_: str) -> None:
        raise TimeoutError("the chat is gone")

    with pytest.raises(TimeoutError, match="the chat is gone"):
        await ask(models, on_text=breaks)
    assert (await ask(models)).text


async def test_no_more_calls_at_a_time_than_the_provider_takes(opened: Opens, server: ModelServer) -> None:
    server.latency = 0.1
    models = opened(provider_of(server, concurrency=2))
    completions = await asyncio.gather(*(ask(models) for _ in range(6)))
    assert server.peak == 2
    assert max(completion.waited for completion in completions) >= 0.18


async def test_waiting_for_a_place_does_not_count(opened: Opens, server: ModelServer) -> None:
    server.latency = 0.2
    models = opened(provider_of(server, concurrency=1))
    await ask(models)  # the library is loaded
    completions = await asyncio.gather(*(ask(models, deadline_seconds=0.35) for _ in range(4)))
    assert all(completion.seconds < 0.35 for completion in completions)
    assert max(completion.waited for completion in completions) >= 0.5


async def test_waiting_can_be_cancelled(opened: Opens, server: ModelServer) -> None:
    server.script([Says("好。", latency=0.3)])
    models = opened(provider_of(server, concurrency=1))
    first = asyncio.create_task(ask(models))
    await server.until(lambda: bool(server.asked))
    waiting = asyncio.create_task(ask(models))
    await asyncio.sleep(0.05)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert (await first).text == "好。"
    assert (await ask(models)).text


async def test_a_deadline_that_is_up_tells_itself_from_other_timeouts() -> None:
    deadline = Deadline(0.01)
    with pytest.raises(TimeoutError):
        async with deadline:
            await asyncio.sleep(1)
    assert deadline.expired
    other = Deadline(1)
    with pytest.raises(TimeoutError):
        async with other:
            raise TimeoutError
    assert not other.expired


async def test_closing_twice_is_fine_and_a_question_opens_again(server: ModelServer, opened: Opens) -> None:
    models = opened(provider_of(server))
    async with models:
        await ask(models)
    await models.close()
    assert (await ask(models)).text
