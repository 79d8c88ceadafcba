"""`shuzhi answers new` → filled in → `shuzhi write`: the finished files, and what is still open."""

from pathlib import Path

import pytest

from bot.commands.write import UNWRITTEN
from bot.writing.as_reported import as_reported
from bot.writing.model import Why
from tests.commands.running import run
from tests.office import EXAMPLES, shipped
from tests.writing.answering import OUTLINES, full_answers, plainly


def filled(blank: str) -> str:
    """A blank answers file with an answer behind every key that takes words."""
    lines = []
    for line in blank.splitlines():
        key = line.strip().removesuffix(":")
        if line == f"  {key}:" and key in full_answers():
            lines += [line, *(f"    - '{plainly(note)}'" for note in full_answers()[key])]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", OUTLINES)
def test_a_blank_file_filled_in_is_written(kind: str) -> None:
    Path("a.yaml").write_text(filled(run("answers", "new", kind).output), "utf-8")
    result = run("write", "a.yaml", "--out", "out", "--plain")
    assert result.exit_code == 0, result.output
    (path,) = Path("out").glob("*.txt")
    assert path.name in result.output
    report = path.read_text("utf-8-sig")
    for question in shipped().outlines[kind].questions():
        if question.kind == "notes" and question.key != "duties":
            first = as_reported(plainly(full_answers()[question.key][0]))
            assert first.split("，")[0] in report


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_written_and_its_gaps_are_named(example: Path) -> None:
    result = run("write", example, "--out", "out")
    assert result.exit_code == 0
    (path,) = Path("out").glob("*.txt")
    marks = path.read_text("utf-8-sig").count("【待补：")
    assert marks > 0
    assert f"还有{marks}处待补" in result.stderr
    assert "请本人核对全部数据和廉洁承诺后使用" in result.stderr


def test_what_was_left_out_is_named() -> None:
    Path("a.yaml").write_text("outline: mayor\nanswers:\n  plan_1: 建驿站2个\n", "utf-8")
    result = run("write", "a.yaml", "--out", "out")
    names = "、".join(s.name for s in shipped().outlines["mayor"].sections if s.key != "plans")
    assert f"下面这些部分没有回答，报告里就没有写：{names}" in result.stderr


def test_writing_again_gives_the_same_file() -> None:
    run("write", EXAMPLES[0], "--out", "one")
    run("write", EXAMPLES[0], "--out", "two")
    (first,), (second,) = Path("one").glob("*.txt"), Path("two").glob("*.txt")
    assert first.read_bytes() == second.read_bytes()


def test_the_folder_is_made_with_those_above_it() -> None:
    assert run("write", EXAMPLES[0], "--out", "a/b/c").exit_code == 0
    assert list(Path("a/b/c").glob("*.txt"))


def test_a_daily_limit_is_told_in_the_language_of_the_terminal_and_the_report_is_whole() -> None:
    bounded = {
        "SHUZHI_MODEL": "m",
        "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
        "SHUZHI_DAILY_CALLS_PER_PERSON": "0",
    }
    said = run("write", EXAMPLES[0], "--out", "out", **bounded, LC_ALL="C.UTF-8")
    assert said.exit_code == 0
    assert "sentences: 0 model" in said.stderr
    assert UNWRITTEN["limit"] in said.stderr.splitlines()
    assert UNWRITTEN["down"] not in said.stderr
    assert list(Path("out").glob("*.txt"))
    chinese = run("write", EXAMPLES[0], "--out", "out", **bounded, LC_ALL="zh_CN.UTF-8")
    assert "今天大模型的用量已到上限" in chinese.stderr
    assert "语句：大模型写0句" in chinese.stderr
    assert "sentences" not in chinese.stderr


def test_every_reason_for_which_models_do_not_write_has_its_sentence() -> None:
    assert set(UNWRITTEN) == set(Why)
