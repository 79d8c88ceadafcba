"""The loop with real models over HTTP, and the commands around it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.assistant.ask_models import AskModels
from bot.assistant.writing import answered_state, house_of, write_answers_with
from bot.cli import cli
from bot.models import Models, Patience, Provider
from bot.writing.model import Turn, write_report

from ..doubles.modelserver import ModelServer, model_server
from ..doubles.modelserver.behaviour import Fails, Json, Says
from ..office import EXAMPLES, shipped
from .office import diligent, is_complete, state_of

MAYOR = next(path for path in EXAMPLES if path.stem == "mayor")
QUICK = Patience(
    connect=1.0, first_token=4.0, between_tokens=4.0, after_finish=0.2, backoff=0.005, longest_wait=0.1
)


def turns_of(body: Json) -> list[Turn]:
    return [Turn(message["role"], message["content"]) for message in body["messages"]]


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with model_server() as running:
        running.answers(lambda body: diligent(turns_of(body)))
        yield running


def models_at(server: ModelServer, **more: object) -> Models:
    provider = Provider(name="one", base_url=server.base_url, model="test-model", **more)  # type: ignore[arg-type]
    return Models([provider], QUICK)


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


@pytest.mark.parametrize(
    "behaviour",
    [
        Fails(500, "broken"),
        Fails(
            400,
            {"code": "data_inspection_failed", "message": "Input data may contain inappropriate content."},
        ),
        Says("政府工作", finish="length"),
        Says("", reasoning="想了很久"),
        Says("[N1] 党委", cut_after=2),
    ],
    ids=["500", "refused", "cut", "empty", "broken"],
)
async def test_a_provider_that_fails_always(server: ModelServer, behaviour: Fails | Says) -> None:
    server.answers(lambda _: behaviour)
    async with models_at(server) as models:
        state = answered_state(MAYOR, shipped())
        made = await write_report(state, house_of(state, shipped()), AskModels(models, deadline=10.0))
    assert made.by_model == 0
    assert made.spent.failed > 0
    assert is_complete(made.report, state)


def test_the_command_shows_what_is_sent() -> None:
    shown = CliRunner().invoke(cli, ["prompt", "show", "study", "--answers", str(MAYOR)])
    assert shown.exit_code == 0
    assert shown.output.startswith("@@ system\n")
    assert "⟦F1：▢次⟧" in shown.output
    visible = CliRunner().invoke(cli, ["prompt", "show", "study", "--answers", str(MAYOR), "--visible"])
    assert "⟦F1：12次⟧" in visible.output


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
    monkeypatch.delenv("SHUZHI_MODELS", raising=False)
    done = await asyncio.to_thread(CliRunner().invoke, cli, ["write", str(MAYOR), "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "sentences:" in done.output
    assert "study\tdone" in done.output
