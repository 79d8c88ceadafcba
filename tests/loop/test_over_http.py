"""The loop with real models over HTTP, and the commands around it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner

from bot.assistant.ask_models import AskModels
from bot.assistant.from_answers import answered_state, write_answers_with
from bot.assistant.house import house_of
from bot.assistant.tallies import tally_of_calls
from bot.cli import cli
from bot.interview.cards.writing import tally_line
from bot.models import Models, Patience, Provider
from bot.writing.model import Prompt, write_report
from tests.loop.office import turns_of

from ..doubles.modelserver import ModelServer, model_server
from ..doubles.modelserver import refusals as real
from ..doubles.modelserver.behaviour import Behaviour, Fails, Hangs, Json, Raw, Says
from ..doubles.modelserver.wording import chunk, event
from ..office import EXAMPLES, shipped
from .office import diligent, is_complete, state_of

MAYOR = next(path for path in EXAMPLES if path.stem == "mayor")
QUICK = Patience(
    connect=1.0, first_token=4.0, between_tokens=4.0, after_finish=0.2, backoff=0.005, longest_wait=0.1
)


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        running.answers(lambda body: diligent(turns_of(body)))
        yield running


def provider_of(server: ModelServer, **more: object) -> Provider:
    return Provider(name="one", base_url=server.base_url, model="test-model", **more)  # type: ignore[arg-type]


def models_at(server: ModelServer, **more: object) -> Models:
    return Models([provider_of(server, **more)], QUICK)


async def test_a_report_over_http(server: ModelServer) -> None:
    async with models_at(server) as models:
        written = await write_answers_with(MAYOR, shipped(), models)
    assert written.by_model is not None
    assert written.by_model.by_model > 50
    assert written.by_model.spent.prompt_tokens > 10_000
    assert is_complete(written.by_model.report, state_of("mayor"))
    sent = json.dumps([ask.body["messages"] for ask in server.asked], ensure_ascii=False)
    for value in ("贺长青", "石桥", "2.36亿", "21340", "恒泽"):
        assert value not in sent


async def test_a_provider_that_shows_values_gets_them(server: ModelServer) -> None:
    async with models_at(server, seals="visible") as models:
        written = await write_answers_with(MAYOR, shipped(), models)
    sent = json.dumps([ask.body["messages"] for ask in server.asked], ensure_ascii=False)
    assert "：2.36亿⟧" in sent
    assert written.by_model is not None
    assert written.by_model.by_model > 50


def drips() -> Raw:
    """A word now and then, for longer than anybody waits."""
    return Raw(tuple(piece for _ in range(100) for piece in (event(chunk({"content": "一"})), 0.2)))


BEGUN = event(chunk({"content": "一年来"}))
DOWN, NO_ACCESS, REFUSED = "没有接通", "账号或设置有问题", "不肯写"
TRAPS: dict[str, tuple[Behaviour, str]] = {
    "500": (Fails(500, "broken"), DOWN),
    "busy": (real.busy(0.01), DOWN),
    "busy for long": (real.busy(600), DOWN),
    "cut": (Says("[N1] 党委", chunk=1, cut_after=2), DOWN),
    "no finish reason": (Says("[N1] 党委", finish=None, done=False), DOWN),
    "error in the stream": (
        Raw((event(chunk({"content": "一"})), event({"error": {"message": "no"}}))),
        DOWN,
    ),
    "web page": (Raw(("<html>login</html>",), content_type="text/html"), DOWN),
    "broken chunk": (Raw((event(chunk({"content": "一"})), 'data: {"choices": [\n\n')), DOWN),
    "nulls": (Raw((event({"choices": None}), event(chunk(None, "stop")), event("[DONE]"))), DOWN),
    "empty": (Says("", reasoning="想了很久"), DOWN),
    "length": (Says("政府工作", finish="length"), DOWN),
    "drip": (drips(), DOWN),
    "stall": (Hangs(30.0), DOWN),
    "key": (real.WRONG_KEY, NO_ACCESS),
    "model": (real.UNKNOWN_MODEL, NO_ACCESS),
    "content filter": (Says("一年来", finish="content_filter"), REFUSED),
    "dashscope": (real.DASHSCOPE_REFUSES, REFUSED),
    "deepseek": (real.DEEPSEEK_REFUSES, REFUSED),
}


@pytest.mark.parametrize("trap", TRAPS)
async def test_whatever_the_server_does_the_report_is_complete_and_the_line_says_so(
    server: ModelServer, trap: str
) -> None:
    behaviour, told = TRAPS[trap]
    server.answers(lambda _: behaviour)
    impatient = replace(QUICK, first_token=0.5, between_tokens=0.5)
    state = answered_state(MAYOR, shipped(), public=False)
    async with Models([provider_of(server)], impatient) as models:
        deadline = 1.5 if trap == "drip" else 20.0
        asking = AskModels(models, shipped().guard.personal, deadline=deadline)
        made = await write_report(state, house_of(state, shipped()), asking)
    assert made.by_model == 0
    assert made.spent.failed > 0
    assert is_complete(made.report, state)
    assert told in tally_line(shipped().texts, tally_of_calls(made.sections, made.spent))


def thinking(field: Literal["reasoning_content", "reasoning"]) -> Callable[[str], Behaviour]:
    return lambda text: Says(text, reasoning="先看N1，[N1] 合计30次。", reasoning_in=field, chunk=500)


TOLERATED: dict[str, Callable[[str], Behaviour]] = {
    "plain json": lambda text: Says(text, plain=True),
    "reasoning_content": thinking("reasoning_content"),
    "reasoning": thinking("reasoning"),
    "think": lambda text: Says(f"<think>先看N1。[N1] 合计30次。</think>{text}", chunk=7),
    "nulls between": lambda text: Raw(
        (
            event({"choices": None}),
            event(chunk({"content": text})),
            event(chunk(None)),
            event(chunk({}, "stop")),
        )
    ),
    "no done": lambda text: Says(text, done=False, chunk=500),
}


@pytest.mark.parametrize("packed", TOLERATED)
async def test_what_comes_badly_packed_is_written_with(server: ModelServer, packed: str) -> None:
    server.answers(lambda body: TOLERATED[packed](diligent(turns_of(body))))
    async with models_at(server) as models:
        written = await write_answers_with(MAYOR, shipped(), models)
    assert written.by_model is not None
    assert written.by_model.by_model > 50
    assert written.by_model.spent.failed == 0


async def test_what_passes_is_waited_out_and_what_is_not_taken_is_swapped(server: ModelServer) -> None:
    passing: list[Behaviour] = [
        real.busy(0.05),
        Fails(502, "bad"),
        Says("[N1]", cut_after=1),
        Says("[N1]", finish="length"),
    ]
    seen: dict[str, Behaviour] = {}

    def answer(body: Json) -> Behaviour:
        asked = Prompt("", tuple(turns_of(body)), 0, 0).key
        if "max_tokens" in body:
            return real.MAX_TOKENS_UNSUPPORTED
        if asked in seen:
            return Says(diligent(turns_of(body)), chunk=500)
        return seen.setdefault(asked, passing[len(seen) % len(passing)])

    server.answers(answer)
    async with models_at(server) as models:
        written = await write_answers_with(MAYOR, shipped(), models)
    assert written.by_model is not None
    assert written.by_model.by_model > 50
    assert written.by_model.spent.failed == 0


async def test_the_command_shows_exactly_what_is_sent(server: ModelServer) -> None:
    async with models_at(server) as models:
        await write_answers_with(MAYOR, shipped(), models)
    shown = CliRunner().invoke(cli, ["prompt", "show", "study", "--answers", str(MAYOR)])
    assert shown.exit_code == 0
    assert shown.output.startswith("@@ system\n")
    assert "⟦F1：▢次⟧" in shown.output
    asked = next(ask.body for ask in server.asked if "学习上" in turns_of(ask.body)[1].content)
    sent = Prompt("", tuple(turns_of(asked)), 0, 0).text
    assert shown.output == sent
    visible = CliRunner().invoke(cli, ["prompt", "show", "study", "--answers", str(MAYOR), "--visible"])
    assert "⟦F1：8次⟧" in visible.output


def test_the_command_names_the_sections_there_are() -> None:
    shown = CliRunner().invoke(cli, ["prompt", "show", "nothing", "--answers", str(MAYOR)])
    assert shown.exit_code == 2
    assert "study" in shown.output
    thin = CliRunner().invoke(cli, ["prompt", "show", "others", "--answers", str(EXAMPLES[0])])
    assert thin.exit_code in (0, 2)


def test_writing_without_a_model_is_the_plain_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("SHUZHI_MODEL", "SHUZHI_MODELS"):
        monkeypatch.delenv(name, raising=False)
    done = CliRunner().invoke(cli, ["write", str(MAYOR), "--out", str(tmp_path)])
    assert done.exit_code == 0
    assert "sentences:" not in done.output
    assert list(tmp_path.glob("*.txt"))


async def test_writing_with_a_model_says_how_it_went(
    server: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHUZHI_MODEL", "test-model")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    monkeypatch.delenv("SHUZHI_DB", raising=False)
    monkeypatch.delenv("SHUZHI_MODELS", raising=False)
    done = await asyncio.to_thread(CliRunner().invoke, cli, ["write", str(MAYOR), "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "sentences:" in done.output
    assert re.search(r"share of the prompts that is the same: [67]\d%", done.output)
    assert re.search(r"opening: \d+ characters, wanted \d+ to \d+", done.output) is None
    assert "study\tdone" in done.output
    asked = len(server.asked)
    again = await asyncio.to_thread(CliRunner().invoke, cli, ["write", str(MAYOR), "--out", str(tmp_path)])
    assert len(server.asked) == asked
    assert "calls: 0 paid" in again.output
    used = json.loads(CliRunner().invoke(cli, ["usage", "--json"]).output)["used"]
    assert [line["person"] for line in used] == ["write:mayor"]
    assert used[0]["calls"] == asked
    monkeypatch.setenv("SHUZHI_DAILY_TOKENS", "1")
    other = tmp_path / "again.yaml"
    other.write_bytes(MAYOR.read_bytes())
    bounded = await asyncio.to_thread(CliRunner().invoke, cli, ["write", str(other), "--out", str(tmp_path)])
    assert len(server.asked) == asked
    assert "sentences: 0 model" in bounded.output
    purged = CliRunner().invoke(cli, ["purge", "--user", "write:mayor", "--yes"])
    assert purged.exit_code == 0
