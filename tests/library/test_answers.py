"""Answers files: what stands in one is what was said, to the letter; mistakes are named with their line."""

from pathlib import Path

import pytest

from bot.interview.event import EventKind, NewEvent
from bot.library.answers import Answers, blank, read_answers
from bot.library.located import Faults
from tests.office import EXAMPLES, shelf_with, shipped, small_outline


def read(folder: Path, text: str) -> Answers:
    """Read this as an answers file for the small outline."""
    file = folder / "answers.yaml"
    file.write_text(f"outline: small\n{text}", "utf-8")
    return read_answers(file, shelf_with(small_outline()).outlines)


def complaint(folder: Path, text: str) -> str:
    """What is wrong with this answers file."""
    with pytest.raises(Faults) as refused:
        read(folder, text)
    return str(refused.value).removeprefix(str(folder / "answers.yaml"))


def said(key: str, text: str) -> NewEvent:
    """A note."""
    return NewEvent(EventKind.NOTE, key, text)


def test_events_come_in_the_outlines_order(tmp_path: Path) -> None:
    answers = read(tmp_path, "answers:\n  roads: 修路\n  study: 学习\nprofile:\n  name: 贺长青\n")
    assert answers.events == (said("name", "贺长青"), said("study", "学习"), said("roads", "修路"))


def test_a_list_is_several_notes(tmp_path: Path) -> None:
    answers = read(tmp_path, "answers:\n  roads:\n    - 修路\n    - 修桥\n    -\n")
    assert answers.events == (said("roads", "修路"), said("roads", "修桥"))


@pytest.mark.parametrize(
    "figure", ["12", "1.50", "010", "1_000", "12:30", "2026-12-15", "0.10", "1e3", "0x1F", "2026-13-45"]
)
def test_a_figure_stays_what_was_written(tmp_path: Path, figure: str) -> None:
    assert read(tmp_path, f"answers:\n  roads: {figure}\n").events == (said("roads", figure),)


def test_quotes_and_blocks_keep_their_text(tmp_path: Path) -> None:
    text = "answers:\n  roads: '  XX：#不是注释 '\n  grain: |\n    第一行\n    第二行\n"
    assert read(tmp_path, text).events == (
        said("grain", "第一行\n第二行\n"),
        said("roads", "  XX：#不是注释 "),
    )


@pytest.mark.parametrize("word", ["yes", '"yes"', "true", "是", "是的", "能"])
def test_an_explicit_yes_declares(tmp_path: Path, word: str) -> None:
    events = read(tmp_path, f"answers:\n  gifts: {word}\n").events
    assert events == (NewEvent(EventKind.DECLARE, "gifts", "yes"),)


@pytest.mark.parametrize("word", ["no", '"no"', "false", "否", "不能"])
def test_an_explicit_no_declares_the_contrary(tmp_path: Path, word: str) -> None:
    events = read(tmp_path, f"answers:\n  gifts: {word}\n").events
    assert events == (NewEvent(EventKind.DECLARE, "gifts", "no"),)


@pytest.mark.parametrize("word", ["1", "应该没有", "没有", "0"])
def test_nothing_else_declares_anything(tmp_path: Path, word: str) -> None:
    assert read(tmp_path, f"answers:\n  gifts: {word}\n").events == (said("gifts", word),)


@pytest.mark.parametrize("nothing", ["", "''", "~", "[]", "null", "'  '"])
def test_nothing_is_no_answer(tmp_path: Path, nothing: str) -> None:
    assert read(tmp_path, f"answers:\n  roads: {nothing}\n").events == ()


@pytest.mark.parametrize(
    ("text", "where", "why"),
    [
        ("answers:\n  nowhere: 修路\n", 3, "outline small has no question nowhere"),
        ("answers:\n  roads: yes\n", 3, "yes and no are for declarations"),
        ("answers:\n  roads: {a: b}\n", 3, "an answer is text or a list of texts"),
        ("profile:\n  rank: 省部级\n", 3, "choose one of: 乡科级正职、县处级副职"),
        ("answers: 修路\n", 2, "answers is a mapping"),
        ("answers: [修路]\n", 2, "answers is a mapping"),
        ("answer:\n  roads: 修路\n", 1, "has the keys outline, profile and answers"),
        ("answers:\n  roads: 修路\n  roads: 修桥\n", 4, "key roads stands twice"),
        ("answers:\n  roads: '修路\n", 3, "not YAML"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, text: str, where: int, why: str) -> None:
    said_ = complaint(tmp_path, text)
    assert said_.startswith(f":{where}: ")
    assert why in said_


def test_an_unknown_outline_is_named_with_those_there_are(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("# ...\noutline: king\n", "utf-8")
    with pytest.raises(Faults, match=r"a\.yaml:2: there is no such outline; there are: deputy-agriculture"):
        read_answers(file, shipped().outlines)


@pytest.mark.parametrize("outline", list(shipped().outlines))
def test_a_blank_file_names_every_question_and_says_nothing(tmp_path: Path, outline: str) -> None:
    kind = shipped().outlines[outline]
    file = tmp_path / "blank.yaml"
    file.write_text(blank(kind), "utf-8")
    text = blank(kind)
    assert all(f"\n  {question.key}:\n" in text and question.ask in text for question in kind.questions())
    assert read_answers(file, shipped().outlines) == Answers(kind, ())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_read(example: Path) -> None:
    assert len(read_answers(example, shipped().outlines).events) > 50
