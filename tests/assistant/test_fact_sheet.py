"""The fact sheet: for every fact its sentence and its note; what is not used, and why."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.assistant.files import finished_file, report_of, sheet_of
from bot.facts.sheet import FactSheet
from bot.interview.event import Event, EventKind, NewEvent
from bot.interview.state import DraftState, fold
from bot.library.answers import read_answers
from bot.library.shelf import Shelf, read_shelf

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.yaml"))
A_DAY = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return read_shelf()


def state_of(shelf: Shelf, outline: str, *said: NewEvent) -> DraftState:
    events = [
        Event(seq, new.kind, A_DAY, new.question_key, new.text, new.target) for seq, new in enumerate(said, 1)
    ]
    return fold(1, shelf.outlines[outline], events)


def note(key: str, text: str) -> NewEvent:
    return NewEvent(EventKind.NOTE, key, text)


def sheet(shelf: Shelf, state: DraftState) -> FactSheet:
    return sheet_of(state, report_of(state, shelf), shelf)


def test_each_fact_stands_with_its_sentence_question_and_note(shelf: Shelf) -> None:
    state = state_of(shelf, "mayor", note("study_meetings", "中心组学习12次，讲党课2次"))
    facts = {fact.text: fact for fact in sheet(shelf, state).used}
    assert "中心组学习12次" in facts["12次"].sentence
    assert facts["12次"].question == shelf.outlines["mayor"].question("study_meetings").label
    assert facts["2次"].note == "中心组学习12次，讲党课2次"


def test_equal_figures_of_two_notes_keep_apart(shelf: Shelf) -> None:
    state = state_of(
        shelf, "mayor", note("study_meetings", "中心组学习12次"), note("study_self", "读书笔记写了12次")
    )
    notes = {fact.note: fact.sentence for fact in sheet(shelf, state).used if fact.text == "12次"}
    assert "中心组" in notes["中心组学习12次"]
    assert "笔记" in notes["读书笔记写了12次"]


def test_facts_come_in_reading_order(shelf: Shelf) -> None:
    state = state_of(
        shelf, "mayor", note("plan_1", "明年修路5公里"), note("study_meetings", "中心组学习12次")
    )
    numbers = [fact.text for fact in sheet(shelf, state).used]
    assert numbers.index("12次") < numbers.index("5公里")


def test_what_is_not_used_is_named_with_its_reason(shelf: Shelf) -> None:
    state = state_of(
        shelf,
        "mayor",
        note("post", "副镇长3年"),
        note("post", "镇长"),
        note("study_meetings", "中心组学习12次"),
    )
    [unused] = [fact for fact in sheet(shelf, state).unused if fact.note == "副镇长3年"]
    assert unused.reason == "unused_superseded"


def test_gaps_and_confirmed_declarations_follow(shelf: Shelf) -> None:
    key = next(q.key for q in shelf.outlines["mayor"].questions() if q.kind == "declaration" and not q.when)
    state = state_of(
        shelf, "mayor", note("study_meetings", "学习XX次"), NewEvent(EventKind.DECLARE, key, "yes")
    )
    made = sheet(shelf, state)
    assert any("学习▢次" in gap for gap in made.gaps)
    assert [declared.at for declared in made.confirmed] == [A_DAY]
    book = load_workbook(BytesIO(finished_file(state, shelf, "xlsx").content))
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert any("学习▢次" in str(cell) for cell in cells)
    assert any("2026-12-01" in str(cell) for cell in cells)
    assert len(book.worksheets) == 2


def test_a_note_that_looks_like_a_formula_stays_text(shelf: Shelf) -> None:
    state = state_of(shelf, "mayor", note("study_meetings", "=1+1学习3次\x07"))
    book = load_workbook(BytesIO(finished_file(state, shelf, "xlsx").content))
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_fact_of_an_example_is_lost(shelf: Shelf, example: Path) -> None:
    answers = read_answers(example, shelf.outlines)
    state = state_of(shelf, answers.outline.id, *answers.events)
    made = sheet(shelf, state)
    assert len(made.used) > 80
    assert [fact for fact in made.unused if fact.reason == "unused_not_found"] == []
