"""The double itself: what a benchmark or another room's test relies on."""

import asyncio
import sys

import aiohttp

from bot.models import Models, Provider

from ..doubles.modelserver import ModelServer, Says, model_server
from .office import PROMPT, ask


async def test_it_lists_its_model_and_answers_without_a_stream(server: ModelServer) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{server.base_url}/models") as response:
            assert (await response.json())["data"][0]["id"] == "test-model"
        body = {"model": "m", "messages": [{"role": "user", "content": "四个汉字"}]}
        server.script([Says("两字", finish="length")])
        async with session.post(f"{server.base_url}/chat/completions", json=body) as response:
            whole = await response.json()
    assert whole["choices"][0] == {
        "index": 0,
        "message": {"role": "assistant", "content": "两字"},
        "finish_reason": "length",
    }
    assert (whole["usage"]["prompt_tokens"], whole["usage"]["completion_tokens"]) == (4, 2)


async def test_answers_see_the_request_and_the_script_comes_first(
    models: Models, server: ModelServer
) -> None:
    server.answers(lambda body: f"共{len(body['messages'])}条")
    server.script(["先说这句"])
    assert [(await ask(models)).text for _ in range(2)] == ["先说这句", "共2条"]


async def test_records_hold_no_key_where_a_failed_test_would_print_it(
    models: Models, server: ModelServer
) -> None:
    await ask(models)
    (asked,) = server.asked
    assert asked.key not in repr(asked)
    assert asked.body["messages"][0]["content"] == PROMPT[0].content
    assert asked.path == "/v1/chat/completions"


async def test_latency_and_delay_are_kept() -> None:
    async with (
        model_server(latency=0.1, delay=0.02, chunk=1) as server,
        Models([Provider("p", server.base_url, "m")]) as models,
    ):
        server.answers(lambda _: "一二三四五")
        completion = await ask(models)
    assert completion.seconds >= 0.2


async def test_it_runs_as_a_process() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.doubles.modelserver", "--latency", "0.01", stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
        async with Models([Provider("p", line.split()[1], "m")]) as models:
            assert (await ask(models)).text
    finally:
        process.terminate()
        await process.wait()
