"""Every figure, name and title that a person types comes back in the report, for every kind of report."""

from collections import Counter

import pytest

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.writing.as_reported import as_reported
from tests.office import shipped, written
from tests.writing.answering import OUTLINES, everything, facts, full_answers, plainly


@pytest.mark.parametrize("kind", OUTLINES)
def test_there_is_an_answer_to_every_question(kind: str) -> None:
    typed = {q.key for q in shipped().outlines[kind].questions() if q.kind in ("notes", "line")}
    assert typed - set(full_answers()) == {"year"}


@pytest.mark.parametrize("kind", OUTLINES)
def test_every_figure_name_and_title_is_in_the_report(kind: str) -> None:
    outline = shipped().outlines[kind]
    report = text_of(written(outline, everything(outline)))
    left, missing = Counter(facts(report)[0]), []
    for question in outline.questions():
        for note in full_answers().get(question.key, []):
            figures, names = facts(note)
            missing += [(question.key, name) for name in names if name not in report]
            missing += [(question.key, figure) for figure in figures if left[figure] <= 0]
            left.subtract(figures)
    assert not missing


@pytest.mark.parametrize("kind", OUTLINES)
def test_every_confirmed_declaration_stands_word_for_word(kind: str) -> None:
    outline = shipped().outlines[kind]
    high = NewEvent(EventKind.CHOOSE, "rank", "县处级正职")
    report = text_of(written(outline, [*everything(outline), high]))
    for question in outline.questions():
        assert question.sentence in report


@pytest.mark.parametrize("kind", OUTLINES)
def test_each_answer_stands_in_its_own_section(kind: str) -> None:
    outline = shipped().outlines[kind]
    report = written(outline, everything(outline))
    for section in outline.sections:
        text = "".join(block.text for block in report.blocks if block.section == section.key)
        for question in section.all_questions():
            for note in full_answers().get(question.key, []):
                assert as_reported(plainly(note)).split("，")[0] in text, question.key


@pytest.mark.parametrize("kind", OUTLINES)
def test_every_sentence_about_an_answer_names_the_note_it_rests_on(kind: str) -> None:
    outline = shipped().outlines[kind]
    events = everything(outline)
    rested = {source.note for sentence in written(outline, events).sentences() for source in sentence.sources}
    profile = {question.key for question in outline.profile}
    notes = {
        seq
        for seq, event in enumerate(events, 1)
        if event.kind is EventKind.NOTE and event.question_key not in profile
    }
    assert notes <= rested


@pytest.mark.parametrize("kind", OUTLINES)
def test_nothing_is_left_out_when_everything_is_answered(kind: str) -> None:
    outline = shipped().outlines[kind]
    report = written(outline, everything(outline))
    assert report.omitted == ()
    assert "待补" not in text_of(report)
