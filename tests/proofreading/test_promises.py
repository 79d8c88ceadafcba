"""What the proofreader guarantees for any text: places, order, no surprises, and time."""

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.proofreading import Finding, Severity, fixed, proofread
from tests.proofreading.conftest import BOOK, CLEAN

WRONG = (
    "2023年XX县XX镇副镇长述职述廉报告（2）\n一、政治上，坚定理想信念。\n一是以身作责，较好的完成了任务,率行垂范。"
    "二是学习《甲法》、《乙法》。二是达到零排放。\n（一）、抓学习\n二、工作\n1、投资12万修路，增长5％，下降3%。##paidend##"
)
WORDS = """
一是 二是 一、 （一） 1. 1、 “ ” 《 》 、 ， 。 XX ** 四个意识 两个维护 以身作责 较好的完成 2023年 13月5日
共20件，其中15件、12件 我 本人 我们 ## 的的
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\u3000", "\n"])
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.none() | st.integers(2015, 2030), st.sampled_from([None, "deputy", "mayor", "secretary"]))
def test_any_text_can_be_read_and_every_span_is_exact(text: str, year: int | None, role: str | None) -> None:
    findings = proofread(text, BOOK, year=year, role=role, wish_length=2000)
    assert list(findings) == sorted(findings, key=lambda one: (one.start, one.end))
    for one in findings:
        assert text[one.start : one.end] == one.span
        assert one.line == text.count("\n", 0, one.start) + 1
        assert one.message


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_fixing_never_changes_a_digit(text: str) -> None:
    after = fixed(text, proofread(text, BOOK))
    assert re.findall(r"[0-9０-９]", after) == re.findall(r"[0-9０-９]", text)


def test_fixing_does_the_certain_and_leaves_the_questions() -> None:
    text = fixed(WRONG, proofread(WRONG, BOOK))
    assert "以身作则，较好地完成了任务，率先垂范" in text
    assert "学习《甲法》《乙法》" in text
    assert "（一）抓学习" in text
    assert "1.投资" in text
    assert "##" not in text
    assert "坚定理想信念\n" in text
    assert "XX县XX镇" in text
    assert "达到零排放" in text
    assert "12万" in text


def test_fixing_touches_no_name_and_no_policy() -> None:
    text = "习总书记指出，做到“四个意识”。完成国内生产总值3亿元。环保部督查。二零二三年。"
    assert fixed(text, proofread(text, BOOK)) == text


def test_fixing_twice_changes_nothing_more() -> None:
    once = fixed(WRONG, proofread(WRONG, BOOK))
    assert fixed(once, proofread(once, BOOK)) == once


def test_of_overlapping_fixes_the_longer_wins() -> None:
    def finding(start: int, end: int, fix: str) -> Finding:
        return Finding("t.t", Severity.CERTAIN, start, end, 1, "甲乙丙丁"[start:end], "m", fix, False)

    assert fixed("甲乙丙丁", [finding(0, 2, "A"), finding(1, 4, "B")]) == "甲B"


def test_a_finding_of_another_text_is_not_applied() -> None:
    findings = proofread("以身作责", BOOK)
    assert fixed("全然不同的话", findings) == "全然不同的话"


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_reports_get_at_most_one_false_alarm_in_3000_characters(path) -> None:  # type: ignore[no-untyped-def]
    text = path.read_text("utf-8")
    certain = [one for one in proofread(text, BOOK) if one.severity is Severity.CERTAIN]
    likely = [one for one in proofread(text, BOOK) if one.severity is Severity.LIKELY]
    assert certain == []
    assert len(likely) <= 1


def test_a_report_of_3000_characters_takes_less_than_100_milliseconds() -> None:
    text = (CLEAN[0].read_text("utf-8") * 2)[:3000]
    proofread(text, BOOK)
    taken = []
    for _ in range(5):
        began = process_time()
        proofread(text, BOOK)
        taken.append(process_time() - began)
    assert min(taken) < 0.1


@pytest.mark.parametrize(
    "piece",
    [
        "一是",
        "（一）",
        "“",
        "XX",
        "1、学习。",
        "本人我",
        "的",
        "提高",
        "通过",
        "共20件，其中15件、",
        "一、学习\n",
        "参加",
        "1",
        "*",
        "的的",
    ],
)
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * (count // len(piece))
        return min(_timed(text) for _ in range(2))

    proofread(piece, BOOK)
    short, long = seconds(4_000), seconds(32_000)
    assert long < short * 8 * 3 + 0.2


def _timed(text: str) -> float:
    began = process_time()
    proofread(text, BOOK)
    return process_time() - began
