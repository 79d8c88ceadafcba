"""What the pages say is what happens."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.assistant.from_answers import write_answers
from bot.cli import COMMANDS, cli
from bot.commands.refusals import BAD_USAGE
from bot.library.located import read_located
from bot.library.shelf import read_shelf

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_finished_example_is_what_the_program_writes_today() -> None:
    _, content = write_answers(ROOT / "examples" / "deputy-agriculture.yaml", read_shelf()).files[0]
    assert (ROOT / "examples" / "finished" / "deputy-agriculture.txt").read_bytes() == content


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_link_on_a_page_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    for name in re.findall(r"`(?:\.venv/bin/)?shuzhi ([a-z]+)", text):
        assert name in COMMANDS, name
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (page.parent / target).exists(), target
    for target in re.findall(r"`make ([a-z]+)", text):
        assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8"), target


def test_every_command_is_on_the_first_page() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`shuzhi {name}" not in text and name != "run"] == []


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_says_what_it_is_for(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"], standalone_mode=False)
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")


def test_every_setting_is_explained() -> None:
    from bot.settings import Settings

    example = (ROOT / ".env.example").read_text("utf-8")
    for name in Settings.model_fields:
        assert f"\n{name.upper()}=" in example, name


def test_the_counts_of_the_proofreader_are_what_it_counts_today() -> None:
    page = (ROOT / "docs" / "proofreading.md").read_text("utf-8")
    shown = re.findall(r"<!-- shuzhi (proofread --counts) (\S+) -->\n\n((?:\|.*\n)+)", page)
    assert len(shown) == 3
    for command, folder, table in shown:
        result = CliRunner().invoke(cli, [*command.split(), str(ROOT / folder)])
        assert result.output == table, folder


def test_the_unit_runs_the_program_and_gives_up_where_starting_again_would_not_help() -> None:
    unit = ConfigParser()
    unit.read_string((ROOT / "docs" / "shuzhi.service").read_text("utf-8"))
    service = unit["Service"]
    folder = service["WorkingDirectory"]
    assert service["ExecStart"] == f"{folder}/.venv/bin/shuzhi run"
    assert service["RestartPreventExitStatus"] == str(BAD_USAGE)
    litestream = read_located(ROOT / "docs" / "litestream.yml").data
    assert Path(litestream["dbs"][0]["path"]).parent == Path(service["ReadWritePaths"])
