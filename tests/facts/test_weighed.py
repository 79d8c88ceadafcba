"""An open matter told as closed in words of its own: many weak signs together, none of them enough alone."""

from __future__ import annotations

import pytest

from bot.facts import Lexicon, compare

STATES = {"negation_changed", "status_changed"}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("冷链车还在跟厂家谈价", "冷链车交付使用，鲜货当天进城。"),
        ("卫生室的药柜没锁，让县里点了一次", "卫生室药柜上锁管理，县里检查1次。"),
        ("操场跑道想明年铺塑胶，家长捐的钱不够", "操场铺上塑胶跑道，家长捐资解了燃眉之急。"),
        ("村务公开栏的灯没装，晚上看不见", "村务公开栏装上照明灯，夜间也能看得清。"),
        ("敬老院的热水器还在修", "敬老院热水器修复如初，老人洗澡有了着落。"),
        ("没有跟群众红过脸", "与群众时有争执。"),
        ("党建书屋的书架定了没送来", "党建书屋书架按时送达，图书上架开放。"),
        ("三户五保老人不肯进敬老院", "3户五保老人搬进敬老院安享晚年。"),
        ("下一步打算把村头的路灯换成节能的", "村头路灯换成节能灯，夜里亮堂又省电。"),
    ],
)
def test_what_is_open_must_not_be_told_as_closed(note: str, text: str, lexicon: Lexicon) -> None:
    assert STATES & {finding.kind.value for finding in compare([note], text, lexicon)}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("冷链车还在跟厂家谈价", "冷链车仍在与厂家磋商价格。"),
        ("卫生室的药柜没锁，让县里点了一次", "县里检查指出卫生室药柜未上锁1次。"),
        ("操场跑道想明年铺塑胶，家长捐的钱不够", "因家长捐款不足，操场塑胶跑道计划明年铺设。"),
        ("村务公开栏的灯没装，晚上看不见", "村务公开栏尚未安装照明灯，夜间无法看清。"),
        ("敬老院的热水器还在修", "敬老院热水器正在维修。"),
        ("没有跟群众红过脸", "从未与群众红过脸。"),
        ("党建书屋的书架定了没送来", "党建书屋书架已经订购，尚待送货。"),
        ("三户五保老人不肯进敬老院", "3户五保老人不愿入住敬老院，坚持上门照料。"),
        ("老街夜市的事没有一起投诉", "老街夜市平稳有序，零投诉。"),
    ],
)
def test_what_is_left_open_in_other_words_is_told(note: str, text: str, lexicon: Lexicon) -> None:
    assert compare([note], text, lexicon) == ()
