"""Promises that hold for every text there is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot.facts import Lexicon, compare, read

TUNE = Path(__file__).parents[1] / "fidelity" / "tune"
PIECES = (
    *("走访", "三百来户", "320户", "3.2亿元", "百分之十二点五", "没有", "已完成", "计划", "下降", "石桥村"),
    *(
        "《党章》",
        "“四个意识”",
        "，",
        "。",
        "；",
        "、",
        " ",
        "\n",
        "第三名",
        "上半年",
        "二〇二三年",
        "3月12日",
    ),
    *("XX", "**", "【待补：户数】", "分别", "5、10、30万元", "两三个", "近百", "半", "亿", "点", "百分之"),
    *("分之", "-", "〔2023〕15号", "1.", "（1）", "不对", "嗯", "①", "²", "٣"),
)
NOTES = some.lists(some.sampled_from(PIECES), max_size=25).map("".join)
ANYTHING = some.text(max_size=200)
SLOW = [HealthCheck.function_scoped_fixture]


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(text=ANYTHING | NOTES)
def test_reading_never_raises_and_places_are_true(text: str, lexicon: Lexicon) -> None:
    for fact in read(text, lexicon):
        assert text[fact.start : fact.end] == fact.text


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(text=ANYTHING | NOTES)
def test_a_text_is_faithful_to_itself(text: str, lexicon: Lexicon) -> None:
    assert compare([text], text, lexicon) == ()


@pytest.mark.parametrize(
    "text",
    [
        "在清泉村试点积分制",
        "竹制品厂已开工，冷库卡在用地",
        "初中成绩列全县第八，无一人辍学。争水斗殴事件零发生。",
        "运营是福康公司在做，镇上每年补8万。\n护工只有3个，不够。",
        "今年征兵报名83人，武装工作重在平时；兵员质量有保证！",
    ],
)
def test_what_stands_word_for_word_in_the_notes_is_faithful(text: str, lexicon: Lexicon) -> None:
    assert compare([text], text, lexicon) == ()
    assert compare(["修了3条路", text], f"{text}\n修建道路3条。", lexicon) == ()


def test_every_labelled_note_and_text_is_faithful_to_itself(lexicon: Lexicon) -> None:
    for file in sorted(TUNE.glob("*.jsonl"))[::12]:
        for line in file.read_text("utf-8").splitlines()[::6]:
            row = json.loads(line)
            for text in ("\n".join(row["notes"]), row["text"]):
                assert compare(text.split("\n"), text, lexicon) == ()


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(notes=some.lists(ANYTHING | NOTES, max_size=4), prose=ANYTHING | NOTES)
def test_comparing_never_raises_and_spans_are_true(notes: list[str], prose: str, lexicon: Lexicon) -> None:
    for finding in compare(notes, prose, lexicon):
        start, end = finding.span
        assert 0 <= start <= end <= len(prose)
        assert finding.note is None or 0 <= finding.note < len(notes)


def test_punctuation_and_nothing_are_faithful(lexicon: Lexicon) -> None:
    assert compare([], "", lexicon) == ()
    assert compare([], "，。！？……——", lexicon) == ()
