"""Whoever presses Ctrl-C leaves at once, and what they said is kept."""

import time
from pathlib import Path

import pytest

from tests.commands.running import run
from tests.terminal.at_a_terminal import terminal

CONTROL_C = "\x03"


def test_one_press_of_control_c_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent.parent))
    with terminal("chat", "--db", "a.db") as me:
        me.sees("请选一种报告")
        me.types("镇长 · 述职述德述廉\n")
        me.sees("请问您的姓名")
        me.types("张三\n")
        me.sees("· 张三")
        me.seen = me.seen.partition("· 张三")[2]
        me.sees("> ")
        time.sleep(0.3)  # until it waits for a line
        me.types(CONTROL_C)
        me.sees("都已存好")
    assert "张三" in run("export", "--db", "a.db").output
