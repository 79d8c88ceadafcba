"""What goes wrong, what it is called, and who is asked next."""

import asyncio
import logging
import time

import pytest

from bot.models import Models, Outcome, Patience, Provider

from ..doubles.modelserver import CUT, Fails, Hangs, ModelServer, Raw, Says
from ..doubles.modelserver import refusals as real
from ..doubles.modelserver.behaviour import Behaviour
from ..doubles.modelserver.wording import chunk, event
from .office import Opens, ask, fails, outcomes, provider_of

BEGUN = event(chunk({"content": "一年来，本人"}))
O = Outcome  # noqa: E741


async def test_a_stream_cut_in_the_middle_is_asked_again_and_what_was_shown_is_taken_back(
    models: Models, server: ModelServer
) -> None:
    server.script([Raw((BEGUN, 0.02, CUT)), "重新写的。"])
    shown: list[str] = []
    completion = await ask(models, on_text=shown.append, on_restart=shown.clear)
    assert completion.text == "重新写的。" == "".join(shown)
    assert outcomes(completion) == [O.BROKEN, O.WRITTEN]


@pytest.mark.parametrize(
    "ending", ["", event("[DONE]"), event(chunk({}, "null"))], ids=["no DONE", "DONE", "the word null"]
)
async def test_an_end_without_a_finish_reason_is_a_failure(
    models: Models, server: ModelServer, ending: str
) -> None:
    server.script([Raw((BEGUN, ending))] * 3)
    problem = await fails(models, O.BROKEN, O.BROKEN, O.BROKEN)
    assert "without a finish reason" in problem.attempts[0].detail


async def test_an_empty_body_is_a_failure(models: Models, server: ModelServer) -> None:
    server.script([Raw(()), "好。"])
    assert outcomes(await ask(models)) == [O.BROKEN, O.WRITTEN]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        ({"error": {"message": "upstream died", "code": 502}}, O.FAILING),
        ({"error": "upstream died"}, O.FAILING),
        ({"object": "error", "message": "upstream died", "code": 500}, O.FAILING),
        ({"error": {"message": "slow down", "code": "rate_limit_exceeded"}}, O.BUSY),
        ({"error": {"message": "no", "code": "data_inspection_failed"}}, O.REFUSED),
    ],
)
async def test_an_error_inside_the_stream_is_a_failure(
    both: Models, server: ModelServer, error: dict[str, object], outcome: Outcome
) -> None:
    server.script([Raw((BEGUN, event(error)))] * 8)
    completion = await ask(both)
    assert completion.provider == "second"
    assert completion.attempts[0].outcome is outcome


async def test_an_error_object_with_200_is_a_failure(both: Models, server: ModelServer) -> None:
    server.script([Raw(('{"error": {"message": "Content Exists Risk"}}',), "application/json")])
    assert outcomes(await ask(both)) == [O.REFUSED, O.WRITTEN]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<!DOCTYPE html><html>log in</html>", "text/html"),
        ("welcome to nginx", "text/plain"),
        ('{"ok": true}', "application/json"),
    ],
)
async def test_a_200_that_is_no_completion_goes_to_the_next_provider(
    both: Models, server: ModelServer, body: str, kind: str
) -> None:
    server.script([Raw((body,), content_type=kind)])
    completion = await ask(both)
    assert outcomes(completion) == [O.FOREIGN, O.WRITTEN]
    assert "usually ends with /v1" in completion.attempts[0].detail


@pytest.mark.parametrize("bad", ['data: {"choices": [\n\n', "data: 17\n\n", "data: {{{}\n\n"])
async def test_a_broken_chunk_is_a_failure(models: Models, server: ModelServer, bad: str) -> None:
    server.script([Raw((BEGUN, bad, event(chunk({}, "stop")))), "好。"])
    assert outcomes(await ask(models)) == [O.BROKEN, O.WRITTEN]


async def test_an_empty_text_is_asked_for_once_more(both: Models, server: ModelServer) -> None:
    server.script([Says("  \n"), Says("")])
    assert outcomes(await ask(both)) == [O.EMPTY, O.EMPTY, O.WRITTEN]


async def test_errors_that_may_pass_are_tried_twice_again_then_the_next_provider(
    both: Models, server: ModelServer
) -> None:
    server.script([Fails(500), Fails(503, "overloaded"), Fails(502, body="<html>Bad Gateway</html>")])
    completion = await ask(both)
    assert outcomes(completion) == [O.FAILING, O.FAILING, O.FAILING, O.WRITTEN]
    assert [attempt.provider for attempt in completion.attempts] == ["first"] * 3 + ["second"]
    assert outcomes(await ask(both)) == [O.WRITTEN]  # not held against it


async def test_a_refused_connection_is_tried_twice_again(
    opened: Opens, server: ModelServer, second: ModelServer
) -> None:
    nobody = provider_of(server, "gone", base_url="http://127.0.0.1:9/v1")
    completion = await ask(opened(nobody, provider_of(second, "second")))
    assert outcomes(completion) == [O.UNREACHABLE, O.UNREACHABLE, O.UNREACHABLE, O.WRITTEN]


@pytest.mark.parametrize(
    ("failing", "outcome"),
    [
        (real.WRONG_KEY, O.NO_ACCESS),
        (Fails(403, {"message": "no right to this model"}), O.NO_ACCESS),
        (Fails(402, {"message": "Insufficient Balance"}), O.NO_ACCESS),
        (Fails(429, {"message": "You exceeded your quota", "code": "insufficient_quota"}), O.NO_ACCESS),
        (real.UNKNOWN_MODEL, O.NO_MODEL),
        (Fails(404, {"message": 'model "x" not found, try pulling it first'}), O.NO_MODEL),
        (Fails(400, {"message": "Model Not Exist", "code": "invalid_request_error"}), O.NO_MODEL),
        (Fails(404, "model 'x' not found"), O.NO_MODEL),
        (Fails(405, body="<html>405</html>"), O.WRONG_ADDRESS),
        (Fails(404, body={"detail": "Not Found"}), O.WRONG_ADDRESS),
        (Fails(301, body="moved", headers={"Location": "https://elsewhere/v1"}), O.WRONG_ADDRESS),
    ],
)
async def test_what_cannot_get_better_sets_the_provider_aside_and_is_said_once(
    both: Models,
    server: ModelServer,
    failing: Behaviour,
    outcome: Outcome,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.script([failing])
    with caplog.at_level(logging.WARNING, "bot.models"):
        assert outcomes(await ask(both)) == [outcome, O.WRITTEN]
        assert outcomes(await ask(both)) == [O.SET_ASIDE, O.WRITTEN]
        assert outcomes(await ask(both)) == [O.SET_ASIDE, O.WRITTEN]
    assert len(server.asked) == 1
    assert len(caplog.records) == 1


async def test_a_base_url_without_v1_is_told_in_a_sentence(opened: Opens, server: ModelServer) -> None:
    problem = await fails(opened(provider_of(server, base_url=server.url)), O.WRONG_ADDRESS)
    assert problem.attempts[0].detail == (
        f"HTTP 404: nothing answers questions at {server.url}/chat/completions; "
        "a base_url usually ends with /v1"
    )


@pytest.mark.parametrize(
    "refusing",
    [
        real.DASHSCOPE_REFUSES,
        real.DASHSCOPE_REFUSES_NATIVELY,
        real.DEEPSEEK_REFUSES,
        real.DEEPSEEK_REFUSES_BRIEFLY,
        Fails(500, {"message": "Input data may contain inappropriate content."}),
        Says("一年来", finish="content_filter"),
        Says("一年来", finish="sensitive"),
    ],
)
async def test_a_refusal_goes_to_the_next_provider_without_a_retry(
    both: Models, server: ModelServer, refusing: Behaviour
) -> None:
    server.script([refusing])
    shown: list[str] = []
    completion = await ask(both, on_text=shown.append, on_restart=shown.clear)
    assert outcomes(completion) == [O.REFUSED, O.WRITTEN]
    assert "".join(shown) == "第二家写的。"
    assert outcomes(await ask(both)) == [O.WRITTEN]  # the next section may pass


async def test_a_refusal_in_the_field_for_it_is_one(both: Models, server: ModelServer) -> None:
    server.script([Raw((event(chunk({"refusal": "I cannot"})), event(chunk({}, "stop"))))])
    assert outcomes(await ask(both)) == [O.REFUSED, O.WRITTEN]


async def test_other_refused_requests_go_to_the_next_provider(both: Models, server: ModelServer) -> None:
    server.script(
        [Fails(400, {"message": "maximum context length is 8192", "code": "context_length_exceeded"})]
    )
    assert outcomes(await ask(both)) == [O.REJECTED, O.WRITTEN]


async def test_a_text_that_reached_max_tokens_is_asked_for_once_with_more(
    both: Models, server: ModelServer
) -> None:
    server.script([Says("一年来", finish="length")] * 2)
    completion = await ask(both, max_tokens=100)
    assert outcomes(completion) == [O.CUT, O.CUT, O.WRITTEN]
    assert [asked.body["max_tokens"] for asked in server.asked] == [100, 200]
    assert completion.cost > completion.attempts[-1].cost  # a cut text was paid for


async def test_a_cap_on_max_tokens_holds(opened: Opens, server: ModelServer) -> None:
    models = opened(provider_of(server, max_tokens=150))
    server.script([Says("一年来", finish="length")] * 3)
    await fails(models, O.CUT, O.CUT, max_tokens=100)
    await fails(models, O.CUT, max_tokens=400)
    assert [asked.body["max_tokens"] for asked in server.asked] == [100, 150, 150]


async def test_an_unknown_finish_reason_is_a_failure(models: Models, server: ModelServer) -> None:
    server.script([Says("一年来", finish="insufficient_system_resource"), "好。"])
    assert outcomes(await ask(models)) == [O.BROKEN, O.WRITTEN]


async def test_429_waits_as_long_as_asked(models: Models, server: ModelServer) -> None:
    server.script([real.busy(0.2), "好。"])
    began = time.monotonic()
    assert outcomes(await ask(models)) == [O.BUSY, O.WRITTEN]
    assert 0.2 <= time.monotonic() - began < 1


async def test_429_makes_the_other_calls_wait_too(models: Models, server: ModelServer) -> None:
    server.script([real.busy(0.45)])
    told = asyncio.create_task(ask(models))
    await server.until(lambda: bool(server.asked) and server.asked[0].took is not None)
    await asyncio.sleep(0.1)  # the answer is on its way
    await asyncio.gather(told, ask(models), ask(models))
    first, *later = (asked.at for asked in server.asked)
    assert len(later) == 3
    assert min(later) - first >= 0.45


async def test_429_without_a_time_backs_off(models: Models, server: ModelServer) -> None:
    server.script([real.busy(), real.busy(), "好。"])
    assert outcomes(await ask(models)) == [O.BUSY, O.BUSY, O.WRITTEN]


async def test_429_that_asks_for_too_long_goes_to_the_next_provider(
    both: Models, server: ModelServer
) -> None:
    server.script([real.busy(3600)])
    assert outcomes(await ask(both)) == [O.BUSY, O.WRITTEN]
    assert outcomes(await ask(both)) == [O.BUSY, O.WRITTEN]
    assert len(server.asked) == 1


async def test_429_for_ever_ends(models: Models, server: ModelServer) -> None:
    server.answers(lambda _: real.busy(0))
    await fails(models, *[O.BUSY] * 5)


async def test_a_stall_is_tried_once_again(opened: Opens, server: ModelServer, second: ModelServer) -> None:
    both = opened(provider_of(server), provider_of(second, "second"), first_token=0.3, between_tokens=0.2)
    server.script([Hangs(), Raw((BEGUN, 3600.0))])
    completion = await ask(both)
    assert outcomes(completion) == [O.STALLED, O.STALLED, O.WRITTEN]
    assert completion.seconds < 2


async def test_keep_alive_comments_are_no_sign_of_life(
    opened: Opens, server: ModelServer, second: ModelServer
) -> None:
    both = opened(provider_of(server), provider_of(second, "second"), first_token=0.3)
    server.script([Raw((": keep-alive\n\n", 0.1) * 50)] * 2)
    assert outcomes(await ask(both)) == [O.STALLED, O.STALLED, O.WRITTEN]


async def test_reasoning_is_a_sign_of_life(opened: Opens, server: ModelServer) -> None:
    models = opened(provider_of(server), first_token=0.5, between_tokens=0.5)
    server.script([Says("好。", reasoning="想" * 8, chunk=1, delay=0.1)])
    assert outcomes(await ask(models)) == [O.WRITTEN]


async def test_connections_closed_without_an_answer_are_tried_again(opened: Opens) -> None:
    async def closes(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(closes, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        models = Models([Provider("odd", f"http://127.0.0.1:{port}/v1", "m")], Patience(backoff=0.01))
        async with models:
            await fails(models, O.UNREACHABLE, O.UNREACHABLE, O.UNREACHABLE)
