"""Nothing unfinished reaches a finished report: every outline, with full, sparse, odd and empty answers."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.text import pages, text_of
from bot.interview.event import EventKind, NewEvent
from bot.interview.outline import Outline, Question
from bot.report import BlockKind, Report
from bot.writing.numbering import heading_number
from tests.office import recalled, shipped, written
from tests.writing.answering import OUTLINES, everything, skeleton

ODD = "修路养老公里万元３９07，。；：“”（）《》【】()\"'*_[]<>&#{}%\\/~.,;:?!… \t\u3000\u00a0"
ODD += "😀👍🏻①★\x00\x07\u200b\u202eabcé"
odd_texts = st.one_of(
    st.text(st.sampled_from(ODD), max_size=60),
    st.lists(st.text(st.sampled_from(ODD), max_size=20), max_size=4).map("\n".join),
    st.sampled_from(
        ["没有", "XX", "不知道", "无。", "1.", "- ", "{topic}{notes}", "{{ name }}", "None", "%s", "。"]
    ),
)
LONGEST = ["好" * 4096, "修路。" * 1365, "1" * 4096, "路 " * 2048, "<b>" * 1365, "XX，" * 1365, "。" * 4096]
WORDS = "修路养老公里万元修桥村民３９07，。；！😀“”《》()_[]<>&{}\t\u3000é"
said_texts = st.text(st.sampled_from(WORDS), max_size=40).map(lambda text: f"路{text}了")


def said(question: Question, texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[NewEvent]]:
    """Something that can happen to a question."""
    key = question.key
    note = texts.map(lambda text: NewEvent(EventKind.NOTE, key, text))
    ways: list[st.SearchStrategy[NewEvent]] = [
        note,
        note,
        st.just(NewEvent(EventKind.SKIP, key)),
        st.just(NewEvent(EventKind.UNKNOWN, key)),
    ]
    if question.choices:
        ways.append(st.sampled_from(question.choices).map(lambda c: NewEvent(EventKind.CHOOSE, key, c)))
    if question.kind == "declaration":
        ways.append(st.sampled_from(["yes", "no"]).map(lambda a: NewEvent(EventKind.DECLARE, key, a)))
    return st.lists(st.one_of(ways), max_size=3)


@st.composite
def interviews(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, list[NewEvent]]:
    """A kind of report and an interview over some of its questions."""
    kind = draw(st.sampled_from(OUTLINES))
    keys = [question.key for question in shipped().outlines[kind].questions()]
    chosen = draw(st.lists(st.sampled_from(keys), max_size=25, unique=True))
    happened = [draw(said(shipped().outlines[kind].question(key), texts)) for key in chosen]
    return kind, [event for events in happened for event in events]


def numbers(report: Report) -> list[tuple[int, str]]:
    """The level and the number of every heading, in order."""
    found = []
    for block in report.blocks:
        if block.kind is BlockKind.HEADING:
            number = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.", block.text)
            assert number or block.level > 1, f"no number in front of {block.text}"
            found.append((block.level, number.group() if number else ""))
    return found


def check_numbers(outline: Outline, report: Report) -> None:
    """Headings of each level count from one without a gap; one alone below another has no number."""
    together: dict[int, list[str]] = {}
    for level, number in [*numbers(report), (0, "")]:
        for deeper in [at for at in together if at > level]:
            style = outline.numbering[deeper - 1]
            siblings = together.pop(deeper)
            alone = len(siblings) == 1 and deeper > 1
            expected = [heading_number(style, count) for count in range(1, len(siblings) + 1)]
            assert siblings == ([""] if alone else expected)
        together.setdefault(level, []).append(number)


def check_headings(report: Report) -> None:
    """Each heading has words of its own, ends without a mark, and has something under it."""
    following = [*report.blocks[1:], None]
    for block, after in zip(report.blocks, following, strict=True):
        if block.kind is BlockKind.HEADING:
            assert re.fullmatch(r".{2,}[^。：；，、]", block.text)
            assert after is not None
            assert after.kind is BlockKind.PARAGRAPH or after.level > block.level


def check_ordinals(report: Report) -> None:
    """一是 is followed by 二是, and so on; there is never one alone."""
    count = 0
    for block in report.blocks:
        if block.kind is BlockKind.HEADING:
            assert count != 1
            count = 0
        for sentence in block.sentences if block.section else ():
            if found := re.match("([一二三四五六七八九十])是", sentence.text):
                number = "一二三四五六七八九十".index(found.group(1)) + 1
                assert number == count + 1 or (number == 1 and count != 1)
                count = number
    assert count != 1


def check_finish(text: str) -> None:
    """Nothing of ours that is not finished: no double marks, no blank lines, no control characters."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u200b]", text)
    assert not re.search(r"。。|[，；：、,.;．]。|。[，；：、]|：；", text)
    title, blank, *rest = text.split("\n")
    assert title and not blank
    for line in rest:
        assert line == line.rstrip(" \t\u3000") and (line == "" or line.strip())


@settings(max_examples=80, deadline=None)
@given(interviews(odd_texts))
def test_no_answers_however_odd_break_a_report(interview: tuple[str, list[NewEvent]]) -> None:
    outline, events = shipped().outlines[interview[0]], interview[1]
    report = written(outline, events)
    check_headings(report)
    check_numbers(outline, report)
    check_ordinals(report)
    check_finish(text_of(report))
    assert all(len(page) <= 3000 for page in pages(report, 3000))


@settings(max_examples=80, deadline=None)
@given(interviews(said_texts))
def test_every_note_stands_in_the_report(interview: tuple[str, list[NewEvent]]) -> None:
    outline, events = shipped().outlines[interview[0]], interview[1]
    profile = {question.key for question in outline.profile}
    text = skeleton(text_of(written(outline, events)))
    for event in events:
        asked = event.question_key not in profile and event.question_key != "decl_personal_matters"
        if event.kind is EventKind.NOTE and asked:
            assert skeleton(event.text) in text


@settings(max_examples=80, deadline=None)
@given(interviews(odd_texts))
def test_every_gap_in_the_report_is_listed_at_the_end(interview: tuple[str, list[NewEvent]]) -> None:
    outline, events = shipped().outlines[interview[0]], interview[1]
    own = [event for event in events if "【" not in event.text]
    shown = set(re.findall("【待补：(.*?)】", text_of(written(outline, own))))
    listed = {gap.name for gap in recalled(outline, own).report_gaps}
    only_asked = {outline.question(key).label for key in ("year", "rank", "audience", "length")}
    assert shown <= listed
    assert listed - shown <= only_asked


@pytest.mark.parametrize("longest", LONGEST, ids=lambda text: text[:3])
def test_the_longest_messages_are_written_too(longest: str) -> None:
    outline = shipped().outlines["mayor"]
    asked = [question.key for question in outline.questions() if question.kind in ("notes", "line")]
    report = written(outline, [NewEvent(EventKind.NOTE, key, longest) for key in asked[::3]])
    check_headings(report)
    check_ordinals(report)
    check_finish(text_of(report))
    assert all(len(page) <= 3000 for page in pages(report, 3000))


@pytest.mark.parametrize("kind", OUTLINES)
def test_full_answers_are_finished_too(kind: str) -> None:
    outline = shipped().outlines[kind]
    report = written(outline, everything(outline))
    check_headings(report)
    check_numbers(outline, report)
    check_ordinals(report)
    check_finish(text_of(report))
    assert not re.search(r"None|\{|\}|XX|待补|undefined", text_of(report))


@pytest.mark.parametrize("kind", OUTLINES)
def test_each_question_alone_makes_a_report_of_one_section(kind: str) -> None:
    outline = shipped().outlines[kind]
    for section in outline.sections:
        for question in section.all_questions():
            note = NewEvent(EventKind.NOTE, question.key, "修路3公里")
            report = written(outline, [NewEvent(EventKind.CHOOSE, "rank", "县处级副职"), note])
            assert {block.section for block in report.blocks} == {"", section.key}
            assert len(report.omitted) == len(outline.sections) - 1
            assert section.name not in report.omitted
            check_headings(report)
            check_ordinals(report)
            assert "修路3公里。" in text_of(report)


@pytest.mark.parametrize("kind", OUTLINES)
def test_with_no_answers_no_section_appears(kind: str) -> None:
    outline = shipped().outlines[kind]
    report = written(outline, [])
    assert report.omitted == tuple(section.name for section in outline.sections)
    assert not numbers(report)
    check_finish(text_of(report))


@pytest.mark.parametrize("words", ["{topic}{notes}", "{{name}}", "{%for%}", "%s%d{0}", "$name", "None"])
@pytest.mark.parametrize("key", ["name", "place", "duties", "study_meetings", "problem_1", "other"])
def test_a_persons_words_are_never_a_template(key: str, words: str) -> None:
    outline = shipped().outlines["mayor"]
    assert words in text_of(written(outline, [NewEvent(EventKind.NOTE, key, words)]))
