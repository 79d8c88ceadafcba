"""How the plain writer puts answers together: layouts, topics, ordinals, problems, declarations."""

import re
from typing import Any

import pytest

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.numerals import chinese
from bot.report import BlockKind
from bot.writing.numbering import heading_number
from bot.writing.term import begun
from tests.office import shipped, small_outline, written


def note(key: str, text: str) -> NewEvent:
    """One message."""
    return NewEvent(EventKind.NOTE, key, text)


def section(key: str, *events: NewEvent, kind: str = "mayor") -> str:
    """The text of one section after these answers."""
    report = written(shipped().outlines[kind], events)
    return "\n".join(block.text for block in report.blocks if block.section == key)


def test_several_answers_become_items() -> None:
    text = section("study", note("study_meetings", "学了12次"), note("study_self", "读了党章"))
    assert "一是" in text
    assert "二是" in text
    assert text.index("一是") < text.index("学了12次") < text.index("二是") < text.index("读了党章")


def test_one_answer_alone_is_no_item() -> None:
    assert "一是" not in section("study", note("study_meetings", "学了12次"))


@pytest.mark.parametrize(
    "words", ["一是学了12次，二是发言2次", "首先，学了12次。其次，发言2次", "一、学习\n二、发言"]
)
def test_a_person_who_counts_is_not_counted_again(words: str) -> None:
    text = section("study", note("study_meetings", words), note("study_self", "读了党章"))
    assert not any(f"{ordinal}是{words[:2]}" in text for ordinal in "一二三")
    assert text.count("二是") <= words.count("二是")


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


@pytest.mark.parametrize("name", ["何素琴", "林致远", "石远山", "贺长青", "陶立群", "周明", "高峰", "马晓"])
def test_every_opening_names_the_person_and_begins_with_them(name: str) -> None:
    said = [note("name", name), note("place", "青山县柳河镇"), note("post", "副镇长")]
    for more in ([], [note("since", "2021年6月")], [note("duties", "管农业、水利，还有包村")]):
        report = written(shipped().outlines["deputy-agriculture"], [*said, *more])
        opening = next(block.text for block in report.blocks if block.kind is BlockKind.PARAGRAPH)
        assert f"本人{name}，" in opening
        assert "青山县柳河镇副镇长" in opening
        assert not more or more[0].question_key != "duties" or "负责农业、水利、包村。" in opening


def test_of_two_duties_of_which_one_says_more_that_one_is_told() -> None:
    post, duties = note("post", "副镇长，分管农业农村"), note("duties", "分管农业 水利 包东窝铺村")
    report = written(shipped().outlines["deputy-agriculture"], [note("name", "周明"), post, duties])
    opening = next(block.text for block in report.blocks if block.kind is BlockKind.PARAGRAPH)
    assert "农业农村、水利，包东窝铺村" in opening
    assert opening.count("农业") == 1


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


@pytest.mark.parametrize(
    ("told", "since", "words"),
    [
        ("2021年5月开始干的", "2021年5月", ""),
        ("自2021年6月起", "2021年6月", ""),
        ("从2021年5月接手的", "2021年5月", ""),
        ("我是2021年5月到任，一直干到现在", "2021年5月", ""),
        ("2021年5月到柳河镇任副镇长", "2021年5月", ""),
        ("打2021年起就当副镇长", "2021年", ""),
        ("2021.6上任", "2021年6月", ""),
        ("大约2021年下半年来的", "大约2021年下半年", ""),
        ("二〇二一年五月履新", "二〇二一年五月", ""),
        ("【待补：任职时间】", "【待补：任职时间】", ""),
        ("2021年5月从县局调来", "", "2021年5月从县局调来"),
        ("2021年5月到镇里，2022年换届任现职", "", "2021年5月到镇里，2022年换届任现职"),
        ("干了三年了", "", "干了三年了"),
        ("记不太清，大概三年？", "", "记不太清，大概三年"),
        ("开始干的", "", ""),
        ("21年6月到柳河的", "2021年6月", ""),
        ("99年到柳河镇任副镇长", "1999年", ""),
        ("21年6月从县局调来", "", "2021年6月从县局调来"),
        ("四年前", "四年前", ""),
        ("二三年前来的", "二三年前", ""),
    ],
)
def test_only_a_time_stands_as_the_beginning_of_a_term(told: str, since: str, words: str) -> None:
    assert begun(told, "青山县柳河镇", "副镇长") == (since, words)


@pytest.mark.parametrize("name", ["何素琴", "林致远", "石远山", "贺长青", "陶立群", "周明", "高峰", "马晓"])
def test_a_term_told_in_other_words_stands_in_a_sentence_of_its_own(name: str) -> None:
    said = [note("name", name), note("place", "青山县柳河镇"), note("post", "副镇长")]
    for words in ("2021年5月从县局调来的", "2021年5月开始干的"):
        report = written(shipped().outlines["deputy-agriculture"], [*said, note("since", words)])
        opening = next(block.text for block in report.blocks if block.kind is BlockKind.PARAGRAPH)
        assert ("关于任职时间，2021年5月从县局调来的。" in opening) == ("调来" in words)
        assert "2021年5月" in opening
        assert not re.search("[的干，]起|自[^，。]*的[起任]|的任|，关于|本人。", opening)


def test_a_post_told_in_a_sentence_stands_as_a_post() -> None:
    said = [note("name", "何素琴"), note("place", "青山县柳河镇"), note("post", "我是党委委员、副镇长")]
    report = written(shipped().outlines["deputy-agriculture"], said)
    assert report.title == "青山县柳河镇党委委员、副镇长述职述廉报告"
    assert not any("我是" in block.text for block in report.blocks)


def test_place_name_and_post_are_taken_out_of_the_sentences_they_were_told_in() -> None:
    said = [
        note("name", "我叫何素琴"),
        note("place", "我在青山县柳河镇"),
        note("place", "柳河镇的"),
        note("post", "党委委员、副镇长，分管水利"),
        note("duties", "负责农业农村"),
    ]
    report = written(shipped().outlines["deputy-agriculture"], said)
    assert report.title == "青山县柳河镇党委委员、副镇长述职述廉报告"
    text = text_of(report)
    assert "述职人：何素琴" in text
    assert "水利" in text
    assert "农业农村" in text
    assert not any(words in text for words in ("我叫", "我在", "柳河镇的"))


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


@pytest.mark.parametrize(
    ("audience", "salutation"),
    [
        ("考核组和干部大会（口头述职）", "各位领导、同志们："),
        ("县委组织部（书面）", "县委组织部："),
        ("镇党委（书面）", "镇党委："),
        (None, None),
    ],
)
def test_the_salutation_follows_the_audience(audience: str | None, salutation: str | None) -> None:
    chosen = [NewEvent(EventKind.CHOOSE, "audience", audience)] if audience else []
    report = written(shipped().outlines["mayor"], chosen)
    said = [block.text for block in report.blocks if block.kind is BlockKind.SALUTATION]
    assert said == ([salutation] if salutation else [])


@pytest.mark.parametrize(
    ("place", "post", "title"),
    [
        ("云岭县石桥镇", "镇党委书记", "云岭县石桥镇党委书记述职述廉报告"),
        ("云岭县石桥镇", "镇长", "云岭县石桥镇镇长述职述廉报告"),
        ("云岭县石桥镇。", " 副镇长 ", "云岭县石桥镇副镇长述职述廉报告"),
        ("云岭县白塔乡", "乡人大主席", "云岭县白塔乡人大主席述职述廉报告"),
    ],
)
def test_the_title_says_who_and_what(place: str, post: str, title: str) -> None:
    outline = small_outline()
    assert written(outline, [note("place", place), note("post", post)]).title == title


@pytest.mark.parametrize("year", ["2026", "2026年", "２０２６年度", "二〇二六年", "26年"])
def test_the_year_is_understood_however_it_is_typed(year: str) -> None:
    report = written(small_outline(), [note("year", year)])
    assert report.title == "2026年述职述廉报告"


def test_a_year_that_is_no_year_is_not_made_up() -> None:
    text = text_of(written(small_outline(), [note("year", "去年")]))
    assert "本年度" in text
    assert "20" not in text


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


def test_the_opening_keeps_duties_typed_with_blanks_a_list() -> None:
    report = written(
        shipped().outlines["mayor"], [note("duties", "分管农业 农村 水利"), note("duties", "包东沟村")]
    )
    assert "农业、农村、水利、包东沟村" in "".join(block.text for block in report.blocks)
    assert "信访举报同比下降三成" in section(
        "study", note("study_meetings", "信访举报 同比下降三成")
    ).replace("，", "")


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


@pytest.mark.parametrize(
    ("place", "audience", "salutation"),
    [
        ("青山县柳河镇", "县委组织部（书面）", "县委组织部："),
        ("安澜市白鹭湾镇", "县委组织部（书面）", "市委组织部："),
        ("天津市静海区独流镇", "县委组织部（书面）", "区委组织部："),
        ("吉安市遂川县杨树乡", "县委组织部（书面）", "县委组织部："),
        ("青山县杨树乡", "镇党委（书面）", "乡党委："),
        ("安澜市白鹭湾镇", "镇党委（书面）", "镇党委："),
    ],
)
def test_who_is_addressed_has_the_name_it_has_at_that_place(
    place: str, audience: str, salutation: str
) -> None:
    said = [note("place", place), NewEvent(EventKind.CHOOSE, "audience", audience), note("study", "学习5次")]
    report = written(small_outline(), said)
    assert [b.text for b in report.blocks if b.kind is BlockKind.SALUTATION] == [salutation]
