"""What a person can mend is one sentence on standard error and exit code 2, never a traceback."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.commands.refusals import TRY_LATER
from storage import store
from tests.commands.running import refused, run
from tests.office import EXAMPLES


def test_an_unknown_prompts_folder_is_named() -> None:
    assert "nowhere/outlines:1: no outlines in this folder" in refused("outlines", SHUZHI_PROMPTS="nowhere")


@pytest.mark.parametrize("command", [["chat"], ["outlines", "show", "mayor"], ["answers", "new", "mayor"]])
def test_every_command_that_needs_prompts_says_so(command: list[str]) -> None:
    assert "no outlines in this folder" in refused(*command, SHUZHI_PROMPTS="nowhere", SHUZHI_DB="a.db")


@pytest.mark.parametrize("command", ["chat", "run", "export"])
def test_a_database_that_is_none_is_named(command: str) -> None:
    Path("letter.txt").write_text("述职" * 2000, "utf-8")
    assert refused(command, "--db", "letter.txt") == "shuzhi: letter.txt is not a SQLite database\n"


@pytest.mark.parametrize("command", ["chat", "export"])
def test_a_database_of_a_newer_version_is_named(command: str) -> None:
    assert "请选" in _first_run()
    newer = sqlite3.connect("a.db")
    newer.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('shuzhi', 'm999_later')")
    newer.commit()
    newer.close()
    assert "a.db was written by a newer version of shuzhi (m999_later)" in refused(command, "--db", "a.db")


def _first_run() -> str:
    return run("chat", "--db", "a.db").output


@pytest.mark.parametrize("command", ["chat", "run"])
def test_a_database_that_cannot_be_made_is_named(command: str) -> None:
    Path("file").write_text("")
    assert "shuzhi: cannot write file/a.db" in refused(command, "--db", "file/a.db")


@pytest.mark.parametrize("command", [["chat"], ["purge", "--user", "terminal:me", "--yes"]])
def test_a_database_that_somebody_holds_ends_with_a_code_of_its_own(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unit starts the bot again after that; after a wrong setting (2) it does not."""
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.1)
    _first_run()
    with closing(sqlite3.connect("a.db", isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        assert "database is locked" in refused(*command, "--db", "a.db", code=TRY_LATER)


def test_a_folder_in_place_of_a_database_is_named() -> None:
    assert "is a directory" in refused("chat", "--db", ".")


def test_nothing_to_export_is_named() -> None:
    assert "there is no database at a.db" in refused("export", "--db", "a.db")


def test_an_answers_file_that_is_not_there_is_named() -> None:
    assert "'nowhere.yaml' does not exist" in refused("write", "nowhere.yaml", "--out", "out")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "a.yaml:1: the file is empty"),
        ("outline: king", "a.yaml:1: there is no such outline"),
        ("outline: mayor", "a.yaml:1: nothing is answered"),
        ("outline: mayor\nprofile:\n  name: 贺长青", "a.yaml:1: nothing is answered"),
        ("outline: mayor\nanswers:\n  nowhere: 修路", "a.yaml:3: outline mayor has no question nowhere"),
        ("outline: mayor\nanswers: 修路", "a.yaml:2: answers is a mapping"),
        ("outline: [", "a.yaml:1: not YAML"),
    ],
)
def test_an_answers_file_that_cannot_be_used_is_named(content: str, said: str) -> None:
    Path("a.yaml").write_text(content, "utf-8")
    assert refused("write", "a.yaml", "--out", "out").startswith(said)
    assert not Path("out").exists()


def test_an_answers_file_in_another_encoding_is_named() -> None:
    Path("a.yaml").write_bytes("outline: 镇长".encode("gb18030"))
    assert refused("write", "a.yaml", "--out", "out") == "a.yaml:1: not UTF-8\n"


def test_an_out_folder_that_is_a_file_is_named() -> None:
    Path("out").write_text("")
    assert "'out' is a file" in refused("write", EXAMPLES[0], "--out", "out")


def test_an_out_folder_that_cannot_be_made_is_named() -> None:
    Path("file").write_text("")
    assert "shuzhi: file/out: Not a directory" in refused("write", EXAMPLES[0], "--out", "file/out")


@pytest.mark.parametrize("command", [["outlines", "show"], ["answers", "new"]])
def test_an_unknown_outline_is_named_with_those_there_are(command: list[str]) -> None:
    said = refused(*command, "king")
    assert "there is no outline king; there are: deputy-agriculture, deputy-enterprise" in said


def test_a_file_where_the_finished_files_should_go_is_named_and_nothing_is_lost() -> None:
    Path("out").write_text("precious", "utf-8")
    typed = "镇长 · 述职述德述廉\n张三\n" + "下一题\n" * 12 + "今年参加培训2次，共5天\n/finish\n"
    first = run("chat", "--db", "a.db", typed=typed)
    assert (first.exit_code, Path("out").read_text("utf-8")) == (2, "precious")
    assert first.stderr.splitlines()[-1] == "shuzhi: out: File exists"
    Path("out").unlink()
    assert "文件已保存：out/" in run("chat", "--db", "a.db").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("command", [["outlines"], ["--help"], ["key"]])
def test_a_full_disk_behind_standard_output_is_a_sentence(command: list[str]) -> None:
    shuzhi = Path(sys.executable).parent / "shuzhi"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([shuzhi, *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "shuzhi: what is printed cannot be written: No space left on device\n"
