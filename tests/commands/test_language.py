"""Commands speak the language of the terminal."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.language import speaks_chinese, told
from bot.library.located import read_located
from bot.library.shelf import SHIPPED
from tests.commands.running import refused

COMMANDS = Path(__file__).parents[2] / "bot" / "commands"


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
    ],
)
def test_the_locale_decides(environment: dict[str, str], chinese: bool) -> None:
    assert speaks_chinese(environment) is chinese


def test_a_fault_in_an_outline_is_told_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert told("a/b.yaml:7: sections.0.key: Field required") == "a/b.yaml:7：sections.0.key：缺少这一项"
    assert told("shuzhi: cannot write /x/y.db: disk full") == "述职：写不了 /x/y.db：disk full"
    assert told("something nobody has translated") == "something nobody has translated"


def test_without_a_chinese_locale_messages_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert told("the file is empty") == "the file is empty"


def test_no_message_is_hidden_by_a_more_general_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    entries = read_located(SHIPPED / "chat" / "commands.zh.yaml").data
    for english, chinese in entries.items():
        filled = re.sub(r"\{(\w+)\}", lambda hole: "7" if hole[1] in ("line", "n") else "k7", english)
        words = re.split(r"\{\w+\}", chinese)
        assert all(word in told(filled) for word in words), english


def test_everything_that_commands_say_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    said = [text for file in COMMANDS.glob("*.py") for text in messages(ast.parse(file.read_text("utf-8")))]
    assert len(said) > 40
    assert [text for text in said if re.search(r"[a-z]{3} [a-z]{2}", told(text))] == []


def messages(code: ast.AST) -> Iterator[str]:
    """What stands in calls of `told` and `refuse`, with a stand-in for each value."""
    for call in ast.walk(code):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id in ("told", "refuse")
        ):
            match call.args[0]:
                case ast.Constant(value=str(text)):
                    yield text
                case ast.JoinedStr(values=parts):
                    yield "".join(
                        str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts
                    )


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["fly"], "没有 fly 这个命令"),
        (["--fly"], "没有 --fly 这个选项"),
        (["chat", "--fly"], "没有 --fly 这个选项"),
        (["chat", "--db"], "--db 后面要写内容"),
        (["chat", "eleven"], "多写了：eleven"),
        (["write"], "缺少 ANSWERS"),
        (["purge"], "缺少 --user"),
        (["write", "a.yaml", "--out", "o"], "ANSWERS 不对：没有 a.yaml 这个文件"),
        (["chat", "--db", "."], "--db 不对：. 是一个文件夹"),
        (["invite", "--days", "0"], "--days 不对：0 要在1到365之间"),
        (["invite", "--days", "x"], "--days 不对：“x”不是整数"),
        (["usage", "--by", "x"], "--by 不对：“x”不行，只能是 'all', 'report', 'person', 'day'"),
        (["usage", "--day", "x"], "--day 不对：“x”写法不对，应为 %Y-%m-%d"),
    ],
)
def test_bad_usage_is_told_in_chinese(args: list[str], said: str) -> None:
    assert refused(*args, LC_ALL="zh_CN.UTF-8").splitlines()[-1] == f"Error: {said}"
