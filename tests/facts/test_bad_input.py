"""Files as people really have them: `shuzhi check`, `facts` and `proofread` say what is wrong, or read on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import cli
from tests.commands.running import run

GOOD = "走访群众320户，新修道路5公里。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.txt").write_text("走访320户\n修路5公里\n", "utf-8")
    return tmp_path


def checked(folder: Path, content: bytes, *more: str) -> Result:
    (folder / "text.txt").write_bytes(content)
    return run("check", "--notes", folder / "notes.txt", folder / "text.txt", *more)


@pytest.mark.parametrize(
    ("content", "stderr"),
    [
        (GOOD.encode("utf-8-sig"), ""),
        (GOOD.encode("utf-16"), ""),
        (GOOD.encode("gb18030"), "is not UTF-8; read as GB18030"),
        (GOOD.replace("，", "，\r\n").encode(), ""),
        (GOOD.replace("，", "，\r").encode(), ""),
        ("走訪群眾320戶，新修道路5公里。".encode(), ""),
        ("走\x00访\x07群\x1b众３２０户，\u200b新修道路５\u00a0公里。\ufeff".encode(), ""),
        ("走访群众３２０户；新修道路五公里．".encode(), ""),
    ],
)
def test_what_a_phone_or_an_old_program_writes_is_read(content: bytes, stderr: str, folder: Path) -> None:
    result = checked(folder, content)
    assert (result.exit_code, result.stdout) == (0, "faithful\n")
    assert stderr in result.stderr
    assert bool(stderr) == bool(result.stderr)


@pytest.mark.parametrize("content", [b"\x89PNG\x00\xff\xfe\xff\xff", GOOD.encode("utf-16-le"), b"\xffab\x00"])
def test_what_is_no_text_is_refused(content: bytes, folder: Path) -> None:
    result = checked(folder, content)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "text.txt is not a text: neither UTF-8 nor GB18030" in result.stderr


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"{\\rtf1 ...}", b"PK\x03\x04..."])
@pytest.mark.parametrize("command", [["facts"], ["check", "--notes", "notes.txt"]])
def test_a_document_under_the_name_of_a_text_is_refused(
    content: bytes, command: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    Path("text.txt").write_bytes(content)
    result = run(*command, "text.txt")
    assert result.exit_code == 2
    assert "text.txt is no text file but a Word, Excel or PDF file; save it as .txt" in result.stderr


def test_a_text_may_come_by_standard_input(folder: Path) -> None:
    assert "320户" in run("facts", "-", typed="走访320户\n").stdout
    checked_by_pipe = run("check", "--notes", folder / "notes.txt", "-", typed=GOOD)
    assert checked_by_pipe.stdout == "faithful\n"
    assert "doubled" not in run("proofread", "-", typed=GOOD).output


def test_the_phrase_book_is_that_of_the_folder_that_is_set(folder: Path) -> None:
    said = run("facts", folder / "notes.txt", SHUZHI_PROMPTS=str(folder))
    assert said.exit_code == 2
    assert f"no phrase book in {folder / 'phrasebook'}" in said.stderr
    book = folder / "phrasebook" / "facts-words.yaml"
    book.parent.mkdir()
    for content, wrong in (
        (b"a: 1\nb: [", ", line 3: this is not YAML"),
        ("词: 字".encode("gb18030"), " is not UTF-8"),
    ):
        book.write_bytes(content)
        said = run("facts", folder / "notes.txt", SHUZHI_PROMPTS=str(folder))
        assert (said.exit_code, said.stderr) == (2, f"shuzhi: {book}{wrong}\n")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_text_lacks_everything_and_is_said_to_be_empty(content: bytes, folder: Path) -> None:
    result = checked(folder, content, "--json")
    assert result.exit_code == 1
    assert {finding["kind"] for finding in json.loads(result.stdout)["findings"]} == {"fact_missing"}
    assert "text.txt is empty" in result.stderr


@pytest.mark.parametrize("content", ["，。！？……——", "《》“”【】（）", "\n。\n、\n"])
def test_punctuation_alone_says_nothing(content: str, folder: Path) -> None:
    (folder / "notes.txt").write_text(content, "utf-8")
    result = checked(folder, content.encode())
    assert (result.exit_code, result.stdout) == (0, "faithful\n")
    listed = run("facts", folder / "notes.txt")
    assert listed.exit_code == 0


def test_a_megabyte_is_compared(folder: Path) -> None:
    line = "上半年走访群众320户，整改隐患56处，投入资金3.2万元。"
    (folder / "notes.txt").write_text(line, "utf-8")
    content = f"{line}\n".encode() * 15_000
    assert len(content) > 1_000_000
    assert checked(folder, content).stdout == "faithful\n"


def test_pointers_stand_under_what_they_mean(folder: Path) -> None:
    text = "全镇Ａ村👍\ufe0fe\u0301\u200b\tab走访230户。"
    lines = checked(folder, text.encode()).stdout.splitlines()
    at = next(order for order, line in enumerate(lines) if line.startswith("number_changed"))
    shown, pointer = lines[at + 1], lines[at + 2]
    before = shown[: shown.index("230户")]
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in before)
    thin = sum(unicodedata.category(sign) == "Mn" for sign in before)
    assert pointer.index("^") == len(before) + wide - thin
    assert pointer.count("^") == 5
    assert "\t" not in shown


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        ('{"notes": "x", "text": "y"}', "`notes` must be a list of texts"),
        ('{"notes": [], "text": 5}', "`notes` must be a list of texts and `text` a text"),
        ('{"notes": [], "text": "y", "declarations": "z"}', "`declarations` must be a list of texts"),
        ('{"notes": [], "text": "y", "year": "z"}', "`year` must be a number"),
        ('{"notes": [], "text": "y", "year": 1850}', "there is no 1850.yaml"),
    ],
)
def test_a_broken_line_of_a_batch_is_named(line: str, complaint: str, folder: Path) -> None:
    whole = '{"id": 7, "notes": ["走访320户"], "text": "走访320户。"}'
    (folder / "batch.jsonl").write_text(f"{whole}\n\n{line}\n{whole}\n", "utf-8")
    result = run("check", "--batch", folder / "batch.jsonl", "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout) == {"id": 7, "faithful": True, "findings": []}
    assert f"batch.jsonl, line 3: {complaint}" in result.stderr


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_a_batch_answers_in_json_whatever_it_was_asked(charset: str, folder: Path) -> None:
    asked = {"id": ["\ud800", "👍"], "notes": ["走访👍3户\ud800"], "text": "走访👍5户\udfff"}
    (folder / "batch.jsonl").write_text(json.dumps(asked), "utf-8")
    result = CliRunner(charset=charset).invoke(
        cli, ["check", "--batch", str(folder / "batch.jsonl"), "--json"]
    )
    answer = json.loads(result.stdout)
    assert answer["id"] == asked["id"]
    assert not answer["faithful"]


def test_a_terminal_without_a_character_shows_the_rest(folder: Path) -> None:
    (folder / "notes.txt").write_text("走访👍320户", "utf-8")
    shown = subprocess.run(
        [sys.executable, "-m", "bot", "facts", str(folder / "notes.txt")],
        env=os.environ | {"PYTHONIOENCODING": "gbk"},
        capture_output=True,
        check=True,
    )
    assert "走访?320户" in shown.stdout.decode("gbk")


@pytest.mark.parametrize("command", ["check", "facts", "proofread"])
def test_a_missing_file_and_a_folder_are_told_in_chinese(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    rest = ["--notes", folder / "notes.txt"] if command == "check" else []
    for path, reason in (folder / "none.txt", "没有这个文件"), (folder, "这是一个文件夹"):
        result = run(command, path, *rest)
        assert result.exit_code == 2
        assert result.stderr == f"述职：读不了 {path}：{reason}\n"


def test_proofreading_is_told_in_chinese(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    (folder / "text.txt").write_bytes("较好的完成了任务。\n".encode("gb18030"))
    result = run("proofread", folder / "text.txt")
    assert "1: [必改]" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("发现1处：必改1处，")
    assert "不是 UTF-8 编码，已按 GB18030 读取" in result.stderr
    (folder / "text.docx").write_bytes(b"PK\x03\x04")
    refused = run("proofread", folder / "text.docx")
    assert refused.exit_code == 2
    assert "读不了（文件已损坏）" in refused.stderr
