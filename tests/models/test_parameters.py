"""Parameters that a server does not take are left out or renamed once, and that is remembered."""

import asyncio
from dataclasses import replace

import pytest

from bot.models import Models, Outcome

from ..doubles.modelserver import Fails, ModelServer
from ..doubles.modelserver import refusals as real
from ..doubles.modelserver.behaviour import Behaviour, Json
from .office import ask, fails, outcomes

EXTRA = "Extra inputs are not permitted, field: '{}'"


@pytest.mark.parametrize(
    ("refusing", "gone", "instead"),
    [
        (real.MAX_TOKENS_UNSUPPORTED, "max_tokens", "max_completion_tokens"),
        (real.TEMPERATURE_UNSUPPORTED, "temperature", None),
        (real.STREAM_OPTIONS_UNSUPPORTED, "stream_options", None),
        (Fails(400, {"message": EXTRA.format("stream_options")}), "stream_options", None),
        (
            Fails(400, body={"object": "error", "message": "Unknown parameter: temperature"}),
            "temperature",
            None,
        ),
    ],
)
async def test_a_parameter_that_is_not_taken_is_swapped_once_and_remembered(
    models: Models, server: ModelServer, refusing: Behaviour, gone: str, instead: str | None
) -> None:
    server.script([refusing])
    assert outcomes(await ask(models)) == [Outcome.ADJUSTED, Outcome.WRITTEN]
    assert outcomes(await ask(models)) == [Outcome.WRITTEN]
    first, *later = (asked.body for asked in server.asked)
    assert gone in first
    for body in later:
        assert gone not in body
        assert instead is None or body[instead] == 800


async def test_without_stream_options_there_is_no_usage(models: Models, server: ModelServer) -> None:
    server.script([real.STREAM_OPTIONS_UNSUPPORTED])
    completion = await ask(models)
    assert not completion.metered
    assert completion.cost == completion.prompt_tokens == 0


async def test_all_three_may_be_learned_in_one_call(models: Models, server: ModelServer) -> None:
    server.script(
        [real.MAX_TOKENS_UNSUPPORTED, real.TEMPERATURE_UNSUPPORTED, real.STREAM_OPTIONS_UNSUPPORTED]
    )
    assert outcomes(await ask(models)) == [Outcome.ADJUSTED] * 3 + [Outcome.WRITTEN]


async def test_calls_that_learn_the_same_at_the_same_time_all_succeed(
    models: Models, server: ModelServer
) -> None:
    def picky(body: Json) -> str | Behaviour:
        return real.MAX_TOKENS_UNSUPPORTED if "max_tokens" in body else "好。"

    server.latency = 0.05
    server.answers(picky)
    completions = await asyncio.gather(*(ask(models) for _ in range(4)))
    assert {completion.text for completion in completions} == {"好。"}


async def test_calls_that_learn_different_things_at_the_same_time_teach_both(
    models: Models, server: ModelServer
) -> None:
    server.script(
        [
            replace(real.MAX_TOKENS_UNSUPPORTED, latency=0.1),
            replace(real.TEMPERATURE_UNSUPPORTED, latency=0.2),
        ]
    )
    await asyncio.gather(ask(models), ask(models))
    await ask(models)
    last = server.asked[-1].body
    assert "temperature" not in last
    assert "max_tokens" not in last


async def test_a_server_that_never_gives_in_is_left(models: Models, server: ModelServer) -> None:
    server.answers(lambda _: real.MAX_TOKENS_UNSUPPORTED)
    await fails(models, Outcome.ADJUSTED, Outcome.ADJUSTED)


async def test_a_value_out_of_range_is_not_taken_for_an_unknown_parameter(
    models: Models, server: ModelServer
) -> None:
    server.script([Fails(400, {"message": "Invalid max_tokens value, the valid range is [1, 8192]"})])
    await fails(models, Outcome.REJECTED)
