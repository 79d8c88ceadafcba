"""The guard in the terminal and over answers files: refused before storage, asked about, masked."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.cli import cli
from tests.commands.running import refused, run
from tests.doubles.modelserver import ModelServer, Says, model_server
from tests.loop.office import diligent, turns_of
from tests.office import EXAMPLES
from tests.storage.on_disk import file_text
from tests.telegram.desk_work import sent
from tests.terminal.at_a_terminal import terminal
from tests.terminal.scripts import script

TITLE = "镇长 · 述职述德述廉"
PERSONAL = "协调解决信访人周立山的困难，家住幸福村12号，电话13812345678，身份证11010519491231002X。"
HIDDEN = ("13812345678", "11010519491231002X", "周立山", "幸福村12号")


@pytest.fixture
async def model() -> AsyncIterator[ModelServer]:
    """A model that is shown values, and is named in models.yaml."""
    async with model_server() as server:
        server.answers(lambda body: Says(diligent(turns_of(body)), chunk=400))
        told = f'{{name: one, base_url: "{server.base_url}", model: m, seals: visible, concurrency: 8}}'
        await asyncio.to_thread(Path("models.yaml").write_text, f"providers:\n  - {told}\n", "utf-8")
        yield server


def answers(*said: str) -> Path:
    """An answers file in which these were said."""
    notes = "".join(f"    - '{text}'\n" for text in said)
    Path("a.yaml").write_text(f"outline: mayor\nanswers:\n  disputes:\n{notes}", "utf-8")
    return Path("a.yaml")


def whole() -> Path:
    """A whole example, with something personal said in it."""
    said = yaml.safe_load(next(path for path in EXAMPLES if path.stem == "mayor").read_text("utf-8"))
    said["answers"]["disputes"] = [PERSONAL]
    Path("a.yaml").write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")
    return Path("a.yaml")


def test_a_mark_in_an_answers_file_is_refused_and_nothing_is_written() -> None:
    told = refused("write", answers("办结信访件31件", "机密★1年，代号甲"), "--out", "out", "--db", "a.db")
    assert "a.yaml:5: disputes: 有密级标志，没有写" in told
    assert not Path("out").exists()
    assert not Path("a.db").exists()
    assert "a.yaml:5: " in refused("prompt", "show", "work", "--answers", "a.yaml")
    secret = answers("办结信访件31件").rename("机密-材料.yaml")
    assert "文件名里的密级字样" in refused("write", secret, "--out", "out", "--public")


async def test_doubtful_answers_are_written_only_as_public(model: ModelServer) -> None:
    file = answers("办结信访件31件", "按内部资料做了部署")
    writing = partial(run, "write", file, "--out", "out", "--db", "a.db", SHUZHI_MODELS="models.yaml")
    told = (await asyncio.to_thread(writing)).stderr
    assert "a.yaml:5: disputes: 有“内部”字样，没有写" in told
    assert "--public" in told
    assert model.asked == []
    done = await asyncio.to_thread(writing, "--public")
    assert done.exit_code == 0, done.output
    assert "内部资料" in report()


async def test_personal_numbers_reach_no_model_from_a_file(model: ModelServer) -> None:
    done = await asyncio.to_thread(
        run, "write", whole(), "--out", "out", "--db", "a.db", SHUZHI_MODELS="models.yaml"
    )
    assert done.exit_code == 0, done.output
    masked_and_back(model)


async def test_personal_numbers_reach_no_model_from_the_terminal(model: ModelServer) -> None:
    done = await asyncio.to_thread(
        CliRunner(env={"SHUZHI_MODELS": "models.yaml"}).invoke,
        cli,
        ["chat", "--db", "a.db", "--out", "out"],
        input=script(whole()),
    )
    assert done.exit_code == 0, done.output
    masked_and_back(model)


def report() -> str:
    """The report that was written, as text."""
    (path,) = Path("out").glob("*.txt")
    return path.read_text("utf-8-sig")


def masked_and_back(model: ModelServer) -> None:
    """No prompt has what is personal, and the report has it."""
    prompts, text = "\n".join(sent(model)), report()
    assert "〔" in prompts
    for hidden in HIDDEN:
        assert hidden not in prompts, hidden
        assert hidden in text, hidden


def test_a_mark_typed_into_the_terminal_is_refused_and_doubtful_words_wait() -> None:
    typed = "\n".join([TITLE, "张三", "机密★1年，代号甲", "内部资料，代号乙", "平常的一句话"])
    result = CliRunner().invoke(cli, ["chat", "--db", "a.db", "--out", "out"], input=typed + "\n")
    assert "密级标志" in result.output
    assert "聊天" not in result.output.partition("密级标志")[2].partition("\n")[0]
    assert result.output.partition("密级标志")[2].count("请问您的姓名") == 1, "the question is shown again"
    assert "请先看一看" in result.output
    assert "要改，先点“不写，删掉”，再把改好的话发来。" in result.output
    assert "修改那条消息" not in result.output
    assert "平常的一句话" in file_text(Path("a.db"))
    assert "代号甲" not in file_text(Path("a.db"))
    exported = run("export", "--db", "a.db").output
    assert "平常的一句话" in exported
    assert "代号乙" not in exported


def test_the_lines_of_one_paste_are_refused_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent.parent))
    with terminal("chat", "--db", "a.db", "--out", "out") as me:
        me.sees("请选一种报告")
        me.types(f"{TITLE}\n")
        me.sees("请问您的姓名")
        me.types("第一行，代号甲\n机密★1年\n第三行，代号丙\n")
        me.sees("密级标志")
        me.types("张三\n李四\n")
        me.sees("· 李四")
    kept = file_text(Path("a.db"))
    for word in ("代号甲", "代号丙", "★"):
        assert word not in kept, word
    assert "张三" in kept
