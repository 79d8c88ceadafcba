"""`shuzhi check` and `shuzhi facts` at the command line."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from bot.commands.check import show
from bot.commands.language import told
from bot.facts import Direction, FactKind, Finding, FindingKind, Hedge, Status
from bot.facts.finding import MESSAGES
from tests.commands.running import run


def run_check(*arguments: str) -> Result:
    return run("check", *arguments)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.txt").write_text("\ufeff走访320户\n\n修路5公里\n", "utf-8")
    (tmp_path / "good.txt").write_text("走访群众320户，新修道路5公里。", "utf-8")
    (tmp_path / "bad.txt").write_text("走访群众230户，新修道路5公里。", "utf-8")
    return tmp_path


def test_a_faithful_text_exits_with_0(folder: Path) -> None:
    result = run_check("--notes", str(folder / "notes.txt"), str(folder / "good.txt"))
    assert (result.exit_code, result.output) == (0, "faithful\n")


def test_a_finding_is_pointed_at_and_exits_with_1(folder: Path) -> None:
    result = run_check("--notes", str(folder / "notes.txt"), str(folder / "bad.txt"))
    assert result.exit_code == 1
    assert "number_changed [note 1]" in result.output
    assert "\n  走访群众230户，新修道路5公里。\n          ^^^^^\n" in result.output


def test_the_pointer_counts_double_width() -> None:
    text = "全镇Ａ村ab走访230户。"
    start = text.index("230户")
    shown, pointer = show(
        Finding(FindingKind.NUMBER_CHANGED, (start, start + 4), "230户", 0, ""), text
    ).splitlines()[1:3]
    columns = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text[:start])
    assert pointer.index("^") == columns + 2
    assert pointer.count("^") == 5
    assert shown.strip() == text


def test_json_names_kind_span_and_note(folder: Path) -> None:
    result = run_check("--notes", str(folder / "notes.txt"), str(folder / "bad.txt"), "--json")
    report = json.loads(result.output)
    assert report["faithful"] is False
    (finding,) = report["findings"]
    assert (finding["kind"], finding["span"], finding["note"]) == ("number_changed", [4, 8], 0)
    assert finding["message"]


def test_a_batch_answers_line_by_line(folder: Path) -> None:
    lines = [
        {"id": "a", "notes": ["走访320户"], "text": "走访群众320户。"},
        {"id": "b", "notes": ["走访320户"], "text": "走访群众230户。"},
    ]
    batch = folder / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    result = run_check("--batch", str(batch), "--json")
    answers = [json.loads(line) for line in result.output.splitlines()]
    assert [(answer["id"], answer["faithful"]) for answer in answers] == [("a", True), ("b", False)]
    assert result.exit_code == 1


def test_gb18030_is_read_and_said(folder: Path) -> None:
    (folder / "gb.txt").write_bytes("走访群众320户，新修道路5公里。".encode("gb18030"))
    result = run_check("--notes", str(folder / "notes.txt"), str(folder / "gb.txt"))
    assert result.exit_code == 0
    assert "GB18030" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--json",),
        ("--batch", "missing.jsonl", "--json"),
        ("--notes", "missing.txt", "missing.txt"),
        ("--batch", "x.jsonl"),
        ("--notes", "notes.txt", "good.txt", "--year", "2001"),
        ("--notes", "notes.txt", "good.txt", "--declarations", "missing.txt"),
        ("--batch", "x.jsonl", "--json", "--declarations", "notes.txt"),
    ],
)
def test_bad_usage_is_one_sentence_and_2(
    arguments: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    result = run_check(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr.splitlines()[-1].startswith(("Error: ", "shuzhi: "))


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"notes": "x", "text": "y"}',
        '{"notes": [1], "text": "y"}',
        '{"notes": [], "text": "y", "declarations": "z"}',
        '{"notes": [], "text": "y", "year": "z"}',
    ],
)
def test_a_broken_batch_line_is_named(line: str, folder: Path) -> None:
    (folder / "batch.jsonl").write_text(line, "utf-8")
    result = run_check("--batch", str(folder / "batch.jsonl"), "--json")
    assert result.exit_code == 2
    assert "line 1" in result.stderr


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / "raw.txt").write_bytes(b"\xff\xff\xfe\x00\x81")
    result = run_check("--notes", str(folder / "notes.txt"), str(folder / "raw.txt"))
    assert result.exit_code == 2


def test_empty_files_are_faithful(folder: Path) -> None:
    (folder / "empty.txt").write_text("", "utf-8")
    assert run_check("--notes", str(folder / "empty.txt"), str(folder / "empty.txt")).exit_code == 0


def test_facts_shows_every_fact_with_its_type(folder: Path) -> None:
    result = run("facts", folder / "notes.txt")
    assert result.exit_code == 0
    assert "1. 走访320户" in result.output
    assert "   count     320户  value=320户" in result.output
    assert "   quantity  5公里  value=5公里" in result.output


SPOKEN_TIMES = """\
3月12日到15日开会
3月到7月修路5公里
全县倒数第2名，80年代建的
12月15日前办结，同比下降3%
9点30分开会
3号、8月查了2次
3月1日到4月5日防火
2024年种的
"""


def test_facts_in_chinese_have_no_code_and_stand_in_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    (tmp_path / "times.txt").write_text(SPOKEN_TIMES, "utf-8")
    lines = run("facts", tmp_path / "times.txt").output.splitlines()
    listed = [line for line in lines if line.startswith("   ")]
    assert not re.search("[A-Za-z_=]", "\n".join(listed))
    for said in ("3月12日至15日", "3月至7月", "倒数", "1980年代", "9:30", "3日", "3月1日至4月5日", "2024年"):
        assert any(line.rpartition("  ")[2].count(f"：{said}") for line in listed), said
    columns = {tuple(columns_of(line)) for line in listed}
    assert len(columns) == 1, "kind, words and details each begin in one column"


def columns_of(line: str) -> Iterator[int]:
    """Where the parts of a line begin that two blanks and more set apart, in columns of a terminal."""
    for part in re.finditer(r"\S+(?: \S+)*", line):
        yield sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line[: part.start()])


def test_a_confirmed_declaration_may_be_told_and_need_not(folder: Path) -> None:
    text = folder / "declared.txt"
    text.write_text("走访群众320户，新修道路5公里。本人没有违规收受礼金。", "utf-8")
    said = folder / "declarations.txt"
    said.write_text("本人没有违规收受礼金\n本人没有插手工程项目\n", "utf-8")
    plain = ("--notes", str(folder / "notes.txt"), str(text))
    assert "declaration_invented" in run_check(*plain).output
    assert run_check(*plain, "--declarations", str(said)).output == "faithful\n"


def test_a_batch_line_may_carry_declarations_and_a_year(folder: Path) -> None:
    said = {"notes": ["去年走访320户"], "text": "2024年走访群众320户，本人没有违规收受礼金。"}
    lines = [said, said | {"declarations": ["本人没有违规收受礼金"], "year": 2025}]
    batch = folder / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    answers = [json.loads(line) for line in run_check("--batch", str(batch), "--json").output.splitlines()]
    assert {finding["kind"] for finding in answers[0]["findings"]} == {"declaration_invented", "date_changed"}
    assert answers[1] == {"id": 2, "faithful": True, "findings": []}


def test_the_terminal_speaks_chinese_and_json_does_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("--notes", str(folder / "notes.txt"), str(folder / "bad.txt"))
    told_in_english = run_check(*arguments, "--json").output
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    shown = run_check(*arguments).output
    assert shown.startswith("数字不符（第1条）：原话是另一个数（原话：320户）\n")
    assert shown.endswith("发现1处\n")
    assert run_check(*arguments, "--json").output == told_in_english
    listed = run("facts", folder / "notes.txt").output
    assert "计数" in listed
    assert "数值：320户" in listed
    assert "读不了" in run_check("--notes", "missing.txt", "missing.txt").stderr


def test_every_finding_and_every_fact_has_chinese_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    words = [
        *FindingKind,
        *MESSAGES.values(),
        *(f"fact: {word}" for word in (*FactKind, *Direction, *Status, *Hedge) if word),
    ]
    assert [word for word in words if told(word) == word] == []
