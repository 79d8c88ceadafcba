"""What reads as not known, inside a note or as all of it, and how a value takes its place."""

import pytest

from bot.interview import gap
from bot.interview.gap import fill, is_unknown, is_unsure, placeholders


@pytest.mark.parametrize(
    "words",
    [
        "不知道的事不写",
        "群众不知道政策",
        "群众不知道多少钱",
        "不知道跑了多少趟才办成",
        "X光机1台",
        "5xx班",
        "EXX牌",
        "去年的不清楚情况已查明",
    ],
)
def test_ordinary_words_are_no_gap(words: str) -> None:
    assert not is_unknown(words)
    assert placeholders(words) == []


@pytest.mark.parametrize("words", ["林地产权不清楚，纠纷多", "合同账目不清楚", "有3户边界没统计清楚"])
def test_what_is_unclear_as_a_matter_of_fact_is_told(words: str) -> None:
    assert placeholders(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "产量不知道",
        "露地菜1500亩，产量还不清楚",
        "积分没统计，书读了两本",
        "满意率XX",
        "投资×××万",
        "增长X.X%",
        "**户",
        "收入记不清了，别的有",
        "封停机井，不知道多少，水利站有数",
        "大棚370亩，不知道产了多少",
        "党课讲了，忘了几次",
        "抗旱拉水，不知道拉了多少",
    ],
)
def test_an_unknown_inside_a_note_is_found(words: str) -> None:
    assert len(placeholders(words)) == 1


def test_unfilled_places_stay_as_they_were_said() -> None:
    assert fill("甲XX户，乙XX户", {1: "30户"}) == "甲XX户，乙30户"


@pytest.mark.parametrize(
    ("note", "value", "reading"),
    [
        ("夏粮XX万亩", "18000亩", "夏粮18000亩"),
        ("夏粮XX万亩", "一万八千亩", "夏粮一万八千亩"),
        ("夏粮XX万亩", "1.8万亩左右", "夏粮1.8万亩左右"),
        ("夏粮XX万亩，亩产400公斤", "1.8", "夏粮1.8万亩，亩产400公斤"),
        ("讲党课XX次", "12次", "讲党课12次"),
        ("增长XX%", "12%", "增长12%"),
    ],
)
def test_a_value_that_brings_its_unit_replaces_the_one_that_stands_there(
    note: str, value: str, reading: str
) -> None:
    assert gap.fill(note, {0: value}) == reading


@pytest.mark.parametrize("words", ["2021年6月", "大概2021年", "前年", "包东沟村，忘记不了", "从县局调来的"])
def test_a_value_told_plainly_is_no_guess(words: str) -> None:
    assert not is_unsure(words)


@pytest.mark.parametrize(
    ("note", "value", "reading"),
    [
        ("笔记XX字 记不清了", "笔记8000多字", "笔记8000多字"),
        ("笔记XX字记不清了，读书2本", "8000", "笔记8000字，读书2本"),
        ("总产XX吨", "总产是3100吨", "总产是3100吨"),
        ("总产XX吨", "粮食总产3100吨", "粮食总产3100吨"),
        ("蔬菜XX亩", "蔬菜有2400亩", "蔬菜有2400亩"),
        ("今年蔬菜种了XX亩", "蔬菜2400亩", "今年蔬菜种了2400亩"),
        ("秋粮多少记不清了 XX吨", "3100吨", "秋粮3100吨"),
        ("秋粮多少记不清了", "秋粮3100吨", "秋粮3100吨"),
        ("修路XX公里", "300米", "修路300米"),
        ("投资XX万来源不清楚", "30", "投资30万来源不清楚"),
        ("流转XX亩", "45亩，去年的数", "流转45亩，去年的数"),
        ("流转XX亩", "45，去年的数", "流转45亩，去年的数"),
    ],
)
def test_a_value_repeats_neither_the_words_in_front_nor_the_unit(note: str, value: str, reading: str) -> None:
    assert len(placeholders(note)) == 1
    assert fill(note, {0: value}) == reading


@pytest.mark.parametrize(
    ("note", "value", "reads"),
    [
        ("查出隐患XX处", "查出来是58处", "查出隐患58处"),
        ("调处矛盾XX件", "一共调了46件", "调处矛盾46件"),
        ("调处矛盾XX件", "办成了46件", "调处矛盾办成了46件"),
    ],
)
def test_a_value_tells_its_verb_once(note: str, value: str, reads: str) -> None:
    assert gap.fill(note, {0: value}) == reads


def test_what_tells_one_figure_from_another_is_never_left_out() -> None:
    assert gap.fill("东村走访西村XX户", {0: "西村30户"}) == "东村走访西村30户"
    assert gap.fill("比去年多修XX公里", {0: "去年3公里"}) == "比去年多修去年3公里"
