"""Who reports, on which year, to whom: title, salutation and opening of a report."""

import re

import pytest

from bot.documents.text import text_of
from bot.interview.event import EventKind, NewEvent
from bot.report import BlockKind
from bot.writing.term import begun
from tests.office import note, shipped, small_outline, written
from tests.writing.answering import section


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
        ("云岭县石桥镇", "石桥镇党委书记", "云岭县石桥镇党委书记述职述廉报告"),
        ("云岭县石桥镇", "云岭县石桥镇镇长", "云岭县石桥镇镇长述职述廉报告"),
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


def test_the_opening_keeps_duties_typed_with_blanks_a_list() -> None:
    report = written(
        shipped().outlines["mayor"], [note("duties", "分管农业 农村 水利"), note("duties", "包东沟村")]
    )
    assert "农业、农村、水利，包东沟村" in "".join(block.text for block in report.blocks)
    assert "信访举报同比下降三成" in section(
        "study", note("study_meetings", "信访举报 同比下降三成")
    ).replace("，", "")


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


def test_duties_told_one_after_the_other_are_one_sentence() -> None:
    said = ("管应急 武装 民政 5月份起又让我管了乡村道路", "包后沟村")
    answers = [note("post", "副镇长"), *(note("duties", one) for one in said)]
    opening = text_of(written(shipped().outlines["township-member"], answers))
    assert "负责应急、武装、民政，5月份起又负责乡村道路，包后沟村" in opening
