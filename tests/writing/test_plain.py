"""How the plain writer puts answers together: layouts, topics, ordinals, problems, declarations, headings."""

import re
from typing import Any

import pytest

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.numerals import chinese
from bot.report import BlockKind
from bot.writing.numbering import heading_number
from tests.office import note, shipped, small_outline, written
from tests.writing.answering import section


def test_several_answers_become_items() -> None:
    text = section("study", note("study_meetings", "学了12次"), note("study_self", "读了党章"))
    assert "一是" in text
    assert "二是" in text
    assert text.index("一是") < text.index("学了12次") < text.index("二是") < text.index("读了党章")


def test_one_answer_alone_is_no_item() -> None:
    assert "一是" not in section("study", note("study_meetings", "学了12次"))


@pytest.mark.parametrize("words", ["一是学了12次，二是发言2次", "首先，学了12次。其次，发言2次"])
def test_a_person_who_counts_is_not_counted_again(words: str) -> None:
    text = section("study", note("study_meetings", words), note("study_self", "读了党章"))
    assert not any(f"{ordinal}是{words[:2]}" in text for ordinal in "一二三")
    assert text.count("二是") <= words.count("二是")


def test_the_numbers_of_an_old_report_give_way_to_ours() -> None:
    old = note("study_meetings", "一、中心组学习\n学了12次\n二、研讨发言\n发言2次")
    text = section("study", old, note("study_self", "读了党章"))
    assert "一是集中学习方面，中心组学习：学了12次。研讨发言：发言2次。二是" in text


def test_a_person_who_names_which_thing_it_is_has_it_counted_once() -> None:
    text = section(
        "study", note("study_meetings", "第一项是中心组12次"), note("study_self", "第二项是读书，读了党章")
    )
    assert "一是" in text
    assert "二是" in text
    assert "项是" not in text


def test_what_a_problem_and_its_cause_are_called_is_not_said_again() -> None:
    text = section(
        "problems", note("problem_1", "问题呢，就是公墓没定下来"), note("cause_1", "原因嘛，还是工作不细")
    )
    assert "公墓没定下来" in text
    assert "还是工作不细" in text
    assert "问题，就是" not in text
    assert "，原因" not in text


def test_a_topic_is_said_unless_the_answer_names_it() -> None:
    assert "农村道路建设" in section("work", note("roads", "新建3条"))
    named = section("work", note("roads", "农村道路新建3条"))
    assert named.count("农村道路") == 1


@pytest.mark.parametrize("no", ["没有", "没有。", "暂时没有", "没有过", "无"])
def test_a_bare_no_is_left_out(no: str) -> None:
    said = section("work", note("roads", no), note("grain", "总产1.2万吨"))
    assert "总产1.2万吨" in said
    assert "没有" not in said
    assert "农村道路" not in said
    assert "修路3公里。" in section("work", note("roads", no), note("roads", "修路3公里"))


@pytest.mark.parametrize("words", ["没有", "没有了。", "无"])
def test_nothing_else_to_say_is_not_said(words: str) -> None:
    mayor = shipped().outlines["mayor"]
    said = text_of(written(mayor, [note("roads", "修路3公里"), note("other", words)]))
    assert "修路3公里" in said
    assert words.rstrip("。") + "。" not in said
    assert "参军3人" in text_of(written(mayor, [note("other", words), note("other", "另外，参军3人")]))


def test_problem_cause_and_measure_stand_together() -> None:
    text = section(
        "problems",
        note("problem_1", "驿站只建成1个"),
        note("problem_2", "新政策不熟"),
        note("cause_1", "因为到现场少"),
        note("measure_1", "措施是每月去2次"),
    )
    assert (
        text.index("一是驿站") < text.index("到现场少") < text.index("每月去2次") < text.index("二是新政策")
    )
    assert "因为" not in text
    assert "措施是每月" not in text or "措施是，每月" in text


def test_a_measure_without_its_problem_is_no_problem_of_its_own() -> None:
    text = section(
        "problems",
        note("problem_1", "驿站只建成1个"),
        note("problem_2", "新政策不熟"),
        note("cause_3", "怕伤和气"),
        note("measure_3", "明年每周谈1次"),
    )
    assert "二是新政策" in text
    assert "三是" not in text
    *_, alone = text.splitlines()
    assert "怕伤和气" in alone
    assert "明年每周谈1次" in alone
    assert not any(words in alone for words in ("对此", "这一问题"))
    only = section("problems", note("problem_1", "驿站只建成1个"), note("measure_3", "明年每周谈1次"))
    assert "一是" not in only


def test_a_no_in_front_of_words_on_a_declaration_is_said_once() -> None:
    text = section("integrity", note("decl_gifts", "没有，亲戚没送过"))
    assert "亲戚没送过" in text
    assert "没有，" not in text
    assert "没有，收过一次已退" in section("integrity", note("decl_gifts", "没有，收过一次已退"))


def test_what_was_planned_is_not_told_as_done() -> None:
    text = section("problems", note("problem_1", "驿站没建成"), note("measure_1", "下一步每月去2次"))
    assert "下一步每月去2次" in text


def test_declarations_are_one_sentence_each_and_only_the_confirmed() -> None:
    text = section(
        "integrity",
        NewEvent(EventKind.DECLARE, "decl_gifts", "yes"),
        NewEvent(EventKind.DECLARE, "decl_banquets", "no"),
        NewEvent(EventKind.DECLARE, "decl_expenses", "yes"),
    )
    outline = shipped().outlines["mayor"]
    assert outline.question("decl_gifts").sentence in text
    assert outline.question("decl_expenses").sentence in text
    assert outline.question("decl_banquets").sentence not in text
    assert text.count("；") == 1


@pytest.mark.parametrize("declared", ["yes", "no", ""])
def test_words_on_a_declaration_say_what_they_are_about(declared: str) -> None:
    answers = [NewEvent(EventKind.DECLARE, "decl_gifts", declared)] if declared else []
    text = section("integrity", *answers, note("decl_gifts", "收过一箱土特产，第二天退回"))
    remark = next(part for part in re.split("[。；]", text) if "土特产" in part)
    assert remark.removesuffix("收过一箱土特产，第二天退回").count("礼品礼金") == 1


def test_every_declaration_has_words_for_what_it_is_about() -> None:
    questions = [q for outline in shipped().outlines.values() for q in outline.questions()]
    assert all(q.topic for q in questions if q.kind == "declaration")


def test_a_no_alone_makes_no_section() -> None:
    assert section("integrity", NewEvent(EventKind.DECLARE, "decl_gifts", "no")) == ""


def test_skipped_and_open_sections_are_left_out_and_the_rest_numbered_on() -> None:
    outline = shipped().outlines["mayor"]
    report = written(outline, [note("plan_1", "建驿站2个"), NewEvent(EventKind.SKIP, "study_self")])
    headings = [block.text for block in report.blocks if block.kind is BlockKind.HEADING]
    assert len(headings) == 1
    assert headings[0].startswith("一、")
    assert "下步打算" not in report.omitted
    assert len(report.omitted) == len(outline.sections) - 1


def test_parts_without_a_heading_take_no_number() -> None:
    plan: dict[str, Any] = {
        "key": "outer",
        "name": "外",
        "heading": ["外面的标题"],
        "parts": [
            {"key": "bare", "name": "无", "questions": [{"key": "a", "label": "甲", "ask": "甲？"}]},
            {
                "key": "own",
                "name": "有",
                "heading": ["里面的标题"],
                "questions": [{"key": "b", "label": "乙", "ask": "乙？"}],
            },
        ],
    }
    others = small_outline().sections[2].model_dump()
    report = written(small_outline(sections=[plan, others]), [note("a", "甲做了"), note("b", "乙做了")])
    headings = [block.text for block in report.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["一、外面的标题", "里面的标题"]


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (105, "一百零五")]
)
def test_chinese_numbers(number: int, word: str) -> None:
    assert chinese(number) == word
    assert heading_number("paren", number) == f"（{word}）"


def test_a_subheading_alone_in_its_section_has_no_number() -> None:
    outline = shipped().outlines["mayor"]

    def headings(*keys: str) -> list[str]:
        notes = [NewEvent(EventKind.NOTE, key, "修路6公里") for key in keys]
        return [block.text for block in written(outline, notes).blocks if block.level == 2]

    works = next(part for part in outline.sections if sum(bool(inner.heading) for inner in part.parts) > 2)
    first, second, *_ = (inner.all_questions()[0].key for inner in works.parts)
    (alone,) = headings(second)
    assert not alone[0].isdecimal()
    one, two = headings(first, second)
    assert (one[:2], two[:2]) == ("1.", "2.")
    assert two.removeprefix("2.") == alone
