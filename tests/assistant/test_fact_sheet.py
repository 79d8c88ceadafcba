"""The fact sheet: for every fact its sentence and its note; what is not used, and why."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.assistant.fact_entries import fact_entries
from bot.assistant.files import finished_file, lexicon_of, report_of, sheet_of
from bot.facts import read
from bot.facts.sheet import FactSheet
from bot.interview.aside import aside_key
from bot.interview.cards.ending import facts_card
from bot.interview.event import Event, EventKind, NewEvent
from bot.interview.folding import fold
from bot.interview.state import DraftState
from bot.library.answers import read_answers
from bot.library.shelf import Shelf, read_shelf
from tests.office import note

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


def test_what_is_told_to_be_somebody_elses_is_listed_with_that_reason(shelf: Shelf) -> None:
    words = "这块不归我管，是宣传委员抓的"
    state = state_of(shelf, "mayor", note("study_meetings", "学习12次"), note(aside_key("plan_1"), words))
    [unused] = [fact for fact in sheet(shelf, state).unused if fact.note == words]
    assert (unused.text, unused.reason) == (words, "unused_not_mine")
    assert unused.question == state.outline.question("plan_1").label


def test_what_was_said_twice_is_listed_with_that_reason(shelf: Shelf) -> None:
    words = "中心组学习12次，讲党课2次"
    state = state_of(shelf, "mayor", note("study_meetings", words), note("study_meetings", f"{words}。"))
    made = sheet(shelf, state)
    [unused] = made.unused
    assert (unused.text, unused.reason) == (f"{words}。", "unused_said_before")
    assert [fact.text for fact in made.used].count("12次") == 1


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
    assert any("2026-12-01 16:30" in str(cell) for cell in cells), "the country's clock"
    assert len(book.worksheets) == 2


def test_every_fact_of_an_example_is_listed_once_per_sentence(shelf: Shelf) -> None:
    answers = read_answers(EXAMPLES[0], shelf.outlines)
    state = state_of(shelf, answers.outline.id, *answers.events)
    report = report_of(state, shelf)
    made = sheet_of(state, report, shelf)
    for sentence in report.sentences():
        listed = "".join(fact.text for fact in made.used if fact.sentence == sentence.text)
        numbers = [fact for fact in read(sentence.text, lexicon_of(state, shelf)) if fact.is_number]
        assert [fact.text for fact in numbers if not fact.weak and fact.text not in listed] == []


def test_words_of_ours_and_decisions_have_no_note(shelf: Shelf) -> None:
    answers = read_answers(next(path for path in EXAMPLES if path.stem == "five-duties"), shelf.outlines)
    state = state_of(shelf, answers.outline.id, *answers.events)
    made = sheet(shelf, state)
    [plan] = [fact for fact in made.used if fact.text == "“十五五”"]
    assert (plan.question, plan.note) == ("", "")
    [decided] = [fact for fact in made.used if fact.text == "“三重一大”"]
    assert (decided.question, decided.note) == ("三重一大", "")
    book = load_workbook(BytesIO(finished_file(state, shelf, "xlsx").content))
    last = {row[2].value: row[5].value for row in book.worksheets[0].iter_rows()}
    assert last["“十五五”"] == "固定表述，不是本人原话"
    assert last["“三重一大”"] == "本人选择或确认"


def test_the_workbook_has_facts_then_gaps_then_declarations_and_the_unused_apart(shelf: Shelf) -> None:
    key = next(q.key for q in shelf.outlines["mayor"].questions() if q.kind == "declaration" and not q.when)
    state = state_of(
        shelf,
        "mayor",
        note("post", "副镇长3年"),
        note("post", "镇长"),
        note("study_meetings", "学习XX次，讲党课2次"),
        NewEvent(EventKind.DECLARE, key, "yes"),
    )
    first, second = load_workbook(BytesIO(finished_file(state, shelf, "xlsx").content)).worksheets
    rows = [tuple(cell.value for cell in row) for row in first.iter_rows()]
    assert rows[0] == ("序号", "类别", "事实", "报告中的句子", "题目", "本人原话")
    facts = [row for row in rows[1:] if row[0]]
    assert [row[0] for row in facts] == list(range(1, len(facts) + 1))
    assert all(row[1] and row[2] and row[3] and row[5] for row in facts)
    heads = [row[2] for row in rows if row[2] and not row[0]]
    assert heads.index("待补") < heads.index("本人确认的事项（确认时间）")
    assert [row[2] for row in facts].count("2次") == 1
    unused = [tuple(cell.value for cell in row) for row in second.iter_rows()]
    assert unused[0][3] == "原因"
    assert ("这一项以最后一条为准", "副镇长3年") in [(row[3], row[5]) for row in unused[1:]]


def test_the_card_leafs_through_facts_gaps_declarations_and_the_unused(shelf: Shelf) -> None:
    key = next(q.key for q in shelf.outlines["mayor"].questions() if q.kind == "declaration" and not q.when)
    state = state_of(
        shelf,
        "mayor",
        note("post", "副镇长3年"),
        note("post", "镇长"),
        note("study_meetings", "学习XX次，讲党课2次，研讨5次，听报告6次，调研7次，交流8次，测试9次"),
        NewEvent(EventKind.DECLARE, key, "yes"),
    )
    entries = fact_entries(sheet(shelf, state), shelf.texts)
    order = [
        next(at for at, entry in enumerate(entries) if word in entry)
        for word in ("2次", "▢次", "12月1日16:30", "副镇长3年")
    ]
    assert order == sorted(order)
    assert "以最后一条为准" in entries[order[-1]]
    pages = [facts_card(state, shelf.texts, entries, page) for page in range(99)]
    shown = list(dict.fromkeys(page.blocks[1].text for page in pages))
    assert len(shown) > 1
    assert "\n\n".join(shown) == "\n\n".join(entries)
    assert f"第1页，共{len(shown)}页" in pages[0].blocks[0].text


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


def test_words_are_shown_whole(shelf: Shelf) -> None:
    state = state_of(
        shelf,
        "mayor",
        note("study_meetings", "每周一、周三例会，每月10号党日，讲党课9次吧，每周一次碰头会"),
        note("other", "包联东窝铺村和柳树沟村，以前窝铺村没有路"),
    )
    shown = {fact.text for fact in sheet(shelf, state).used}
    assert {"每周一、周三", "每月10号", "9次", "每周", "东窝铺村", "柳树沟村", "窝铺村"} <= shown
    assert not {"每月10", "9次吧", "树沟村"} & shown


def test_a_village_named_by_side_and_land_is_listed(shelf: Shelf) -> None:
    state = state_of(shelf, "mayor", note("other", "东沟村修路3公里，包联后沟村，全镇农村和山村都通了车"))
    names = {fact.text for fact in sheet(shelf, state).used if fact.kind.value == "name"}
    assert names == {"东沟村", "后沟村"}
