"""`shuzhi chat` with a scripted interview gives the very report of `shuzhi write` with the same answers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import cli
from storage.sealing import new_key
from tests.office import EXAMPLES
from tests.terminal.scripts import script

examples = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
SHORT = {"是，写入报告": "是", "不能这样写": "否"}
ROOT = Path(__file__).parent.parent.parent


def texts(folder: Path) -> dict[str, bytes]:
    """The finished texts in a folder."""
    return {path.name: path.read_bytes() for path in folder.glob("*.txt")}


def write(example: Path, out: Path) -> dict[str, bytes]:
    """The files of `shuzhi write`."""
    result = CliRunner().invoke(cli, ["write", str(example), "--out", str(out)])
    assert result.exit_code == 0, result.output
    return texts(out)


@examples
def test_piped_into_the_real_command(example: Path, tmp_path: Path) -> None:
    chatted = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--db", tmp_path / "a.db", "--out", tmp_path / "chat"],
        input=script(example).encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "SHUZHI_KEY": new_key()},
    )
    assert chatted.stderr == b""
    assert "文件已保存" in chatted.stdout.decode()
    assert texts(tmp_path / "chat") == write(example, tmp_path / "write") != {}


@examples
def test_in_two_sittings_in_short_words_with_a_look_around(example: Path, tmp_path: Path) -> None:
    lines = [SHORT.get(line, line) for line in script(example).splitlines()]
    half = len(lines) // 2
    sittings = [lines[:half], ["/overview", "/preview", "/resume", "改口了", "/undo", *lines[half:]]]
    for sitting in sittings:
        result = CliRunner().invoke(cli, ["chat", "--db", "a.db", "--out", "chat"], input="\n".join(sitting))
        assert result.exit_code == 0, result.output
    assert texts(tmp_path / "chat") == write(example, tmp_path / "write") != {}
