"""Help, version, and the command that runs when none is named."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from tests.commands.running import refused, run


def test_help_names_every_command_and_what_it_does() -> None:
    said = run("--help").output
    for name, what in COMMANDS.items():
        assert name in said
        assert what.split(",")[0][:30] in " ".join(said.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output
    assert run(name, "-h").output == result.output


def test_every_command_is_a_module_of_its_own() -> None:
    modules = {path.stem for path in (Path(__file__).parents[2] / "bot" / "commands").glob("*.py")}
    assert set(COMMANDS) <= modules


def test_the_version_is_said() -> None:
    assert run("--version").output.startswith("shuzhi ")


def test_without_a_command_and_a_token_it_is_the_interview() -> None:
    assert "请选一种报告" in run(SHUZHI_DB="a.db").output


def test_run_without_a_token_is_the_interview_too() -> None:
    assert "请选一种报告" in run("run", "--db", "a.db").output


@pytest.mark.parametrize("args", [["fly"], ["--fly"], ["chat", "--fly"], ["write"], ["outlines", "fly"]])
def test_bad_usage_is_a_sentence_and_exit_code_2(args: list[str]) -> None:
    assert "Error: " in refused(*args)


def test_help_reads_nothing_that_it_does_not_need_and_the_real_command_works() -> None:
    said = subprocess.run(
        [Path(sys.executable).parent / "shuzhi", "--help"], capture_output=True, check=True, text=True
    )
    assert "Commands:" in said.stdout
    looking = (
        "import sys; from bot.cli import cli; cli(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", looking], capture_output=True, check=True, text=True
    ).stdout
    assert "click" in loaded.split()
    assert not {"storage", "sqlite3", "pydantic", "telegram", "openai", "yaml"} & set(loaded.split())
