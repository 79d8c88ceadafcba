"""Ctrl-C ends a command with one line and a code of its own: a script must not take it for findings."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Store, people
from tests.commands.running import run

SHUZHI = Path(sys.executable).parent / "shuzhi"


def has_begun(pipe: Path, patience: float = 30.0) -> int:
    """Wait until somebody reads the pipe, and say nothing."""
    end = time.monotonic() + patience
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.05)


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """What is started hears Ctrl-C, also where the tests run in the background of a shell and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def stopped(running: "subprocess.Popen[str]", patience: float = 60.0) -> tuple[str, str]:
    """What it prints and says when Ctrl-C is pressed, as long as it takes.

    A signal that comes right before a read blocks is noticed when the read is over: one presses again.
    """
    end = time.monotonic() + patience
    while True:
        running.send_signal(signal.SIGINT)
        try:
            return running.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            assert time.monotonic() < end


@pytest.mark.parametrize(
    "command",
    [
        ["check", "--json", "--batch"],
        ["check", "--notes", "notes.txt"],
        ["proofread"],
        ["facts"],
        ["changes", "report.txt"],
        ["outlines", "check"],
        ["write", "--out", "out"],
    ],
)
@pytest.mark.parametrize(
    ("language", "told"),
    [("C.UTF-8", "shuzhi: stopped by Ctrl-C\n"), ("zh_CN.UTF-8", "述职：已按 Ctrl-C 停下\n")],
)
def test_what_is_interrupted_while_it_reads(
    tmp_path: Path, command: list[str], language: str, told: str
) -> None:
    Path(tmp_path / "notes.txt").write_text("走访320户。\n", "utf-8")
    Path(tmp_path / "report.txt").write_text("走访320户。\n", "utf-8")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    running = subprocess.Popen(
        [SHUZHI, *command, "pipe"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": language},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    writing = has_begun(pipe)
    try:
        assert (*stopped(running), running.returncode) == ("", told, 130)
    finally:
        running.kill()
        os.close(writing)


def test_what_is_interrupted_while_it_asks(tmp_path: Path) -> None:
    """The question whether to delete a person's notes: Ctrl-C is no answer, and a no ends otherwise."""
    store = Store(tmp_path / "a.db")
    store.write_now(lambda db: people.meet(db, "terminal:me"))
    store.close()
    question = "Delete everything of terminal:me? [y/N]: "
    typed, typing = os.pipe()  # which stays open: the end of what is typed would be a no
    running = subprocess.Popen(
        [SHUZHI, "purge", "--user", "terminal:me", "--db", "a.db"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert running.stdout is not None
        assert running.stdout.read(len(question)) == question
        assert (*stopped(running), running.returncode) == ("", "\nshuzhi: stopped by Ctrl-C\n", 130)
    finally:
        running.kill()
        os.close(typed)
        os.close(typing)
    assert run("purge", "--user", "terminal:me", "--db", tmp_path / "a.db", typed="n\n").exit_code == 1
