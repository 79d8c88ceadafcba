"""An open matter told as closed in words of its own: many weak signs together, none of them enough alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.facts import Lexicon, compare

EXAMPLES = Path(__file__).parents[2] / "examples"
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


@pytest.mark.parametrize(
    ("note", "closed", "left_open"),
    [
        (
            "图书室那批旧桌椅，跟教育局要了，就等他们批",
            "图书室旧桌椅已按要求更换完毕。",
            "图书室旧桌椅更换已向教育局申请，待批复。",
        ),
        ("巡察组来看账，没挑出什么毛病", "巡察组查账时指出了一些问题。", "巡察组查账未指出任何问题。"),
        (
            "护林员的补贴每季发，没有拖过",
            "护林员补贴按季发放，个别季度时有拖延。",
            "护林员补贴按季发放，从未拖延。",
        ),
        ("抽水站的图纸出来就招标", "抽水站图纸齐备，招标工作业已完成。", "抽水站待图纸出齐后即组织招标。"),
        ("用工没有欠过一分钱", "用工薪酬仅有少量拖欠。", "用工薪酬一分未欠。"),
    ],
)
def test_a_stretch_speaks_of_what_stands_before_it(
    note: str, closed: str, left_open: str, lexicon: Lexicon
) -> None:
    assert STATES & {finding.kind.value for finding in compare([note], closed, lexicon)}
    assert compare([note], left_open, lexicon) == ()


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("村医小贺帮人看病，没收过钱", "村医小贺义务为群众看病。"),
        ("轮岗医生两个，一待半年", "轮岗医生2名，驻点半年。"),
        ("村口的旧碾房没拆，老人们舍不得", "考虑到老人意愿，村口旧碾房得以保留。"),
        ("南坡的风机装上了，北坡的还没装", "南坡风机安装完成，北坡尚未安装。"),
    ],
)
def test_what_a_denial_comes_to_is_no_change(note: str, text: str, lexicon: Lexicon) -> None:
    assert compare([note], text, lexicon) == ()


def test_a_sentence_about_the_whole_year_closes_none_of_many_open_matters(lexicon: Lexicon) -> None:
    """Beside all the notes of a report some open matter shares two characters with any sentence."""
    answers = yaml.safe_load((EXAMPLES / "deputy-enterprise.yaml").read_text("utf-8"))["answers"]
    notes = [str(note) for said in answers.values() for note in (said if isinstance(said, list) else [said])]
    for text in (
        "本人按照分工，把精力放在企业服务、污染治理和安全生产上，边学边干。",
        "一年来，围绕工业企业、园区和生态环境工作，坚持服务与监管并重。",
    ):
        assert not STATES & {finding.kind.value for finding in compare(notes, text, lexicon)}
