"""Numbers as they are talked of: capped, passed, begun and taken back, in lists with marks."""

from __future__ import annotations

import pytest

from bot.facts import FactKind, Hedge, Lexicon, compare, read

from .test_reading import number


@pytest.mark.parametrize(
    ("text", "hedge", "said"),
    [
        ("补助500元封顶", Hedge.UNDER, "500元封顶"),
        ("盖了3栋封顶", Hedge.NONE, "3栋"),
        ("三个月内办完", Hedge.NONE, "三个月内"),
        ("三个月内部整顿", Hedge.NONE, "三个月"),
        ("产了2000吨玉米不到", Hedge.UNDER, "2000吨"),
        ("税收超300万元", Hedge.OVER, "超300万元"),
        ("税收超300万元目标", Hedge.NONE, "300万元"),
        ("不足3人", Hedge.UNDER, "不足3人"),
        ("查摆不足3条", Hedge.NONE, "3条"),
        ("大概吧走访12户", Hedge.ABOUT, "12户"),
        ("大概情况:12户", Hedge.NONE, "12户"),
        ("过五十岁的老人", Hedge.OVER, "过五十岁"),
        ("走过五十里", Hedge.NONE, "五十里"),
    ],
)
def test_a_hedge_is_read_from_where_it_stands(text: str, hedge: Hedge, said: str, lexicon: Lexicon) -> None:
    fact = number(text, lexicon)
    assert (fact.hedge, fact.text) == (hedge, said)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.走访30户\n2.修路5公里", [30, 5]),
        ("1.7月份走访30户", [30]),
        ("1.7万元", [17000]),
        ("一、走访30户\n二、修路5公里", [30, 5]),
        ("1圩镇修路\n2产业种茶\n3干部下村\n4学习两次\n5廉政没事", [2]),
        ("走访三百二，不对，两百三十户", [230]),
        ("走访320户，支部那个数说错了，是12个", [320, 12]),
        ("走访三百，三百二十户", [320]),
        ("走访三百，嗯，三百二十户", [320]),
        ("走访3名，39名缺席", [3, 39]),
    ],
)
def test_what_is_no_number_or_was_taken_back_is_not_read(
    text: str, values: list[int], lexicon: Lexicon
) -> None:
    assert [fact.value for fact in read(text, lexicon) if fact.value is not None] == values


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("安全是第一需要", []),
        ("考核名列第一", ["第一"]),
        ("考核第一名", ["第一名"]),
    ],
)
def test_a_rank_grades_something(text: str, ranks: list[str], lexicon: Lexicon) -> None:
    assert [fact.text for fact in read(text, lexicon) if fact.kind is FactKind.RANK] == ranks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("镇里石桥村", ["石桥村"]),
        ("东山村修渠", ["东山村"]),
        ("盘活山村资源", []),
        ("走访三家合作社", []),
        ("变公司为平台", []),
        ("干部住村", []),
        ("村民马上行动", []),
        ("治安主任到场", []),
        ("建设绿色生态村", []),
    ],
)
def test_a_name_is_what_is_no_ordinary_word(text: str, names: list[str], lexicon: Lexicon) -> None:
    assert [fact.text for fact in read(text, lexicon) if fact.kind is FactKind.NAME] == names


def test_a_list_of_marks_is_compared_without_them(lexicon: Lexicon) -> None:
    assert compare(["1、修路5公里\n2、走访30户"], "走访30户，修路5公里。", lexicon) == ()
