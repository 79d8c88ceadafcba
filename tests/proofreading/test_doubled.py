"""Doubled characters: slips are marked, and what Chinese says twice is not."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from bot.proofreading import proofread
from tests.proofreading.conftest import BOOK

FAITHFUL = sorted((Path(__file__).parent.parent / "fidelity").glob("*/*.jsonl"))
ON_PURPOSE = """\
都是老同学聚聚。
有空去村里看看、走走、转转。
找他谈谈，多听听意见。
大家坐坐，歇歇脚。
帮帮忙，出出力。
修修补补接着用
常常下村，渐渐摸清底数。
刚刚建成，偷偷排放。
频频误报，绵绵用力，跃跃欲试。
默默付出，紧紧围绕。
户户通水，村村通路，人人参与。
件件有回音，事事有着落，桩桩有结果。
步步为营，层层压实。
周周有活动，天天有人管。
桌桌有据，餐餐可溯，碗碗热饭。
条条落实，项项过关，家家受益。
棵棵成活，亩亩增收，块块有牌。
班班通，组组通，院院清
一户户走，一件件办，一遍遍讲。
班子成员两两谈心。
清清楚楚，明明白白。
评评理，算算账，搭搭手，比比看
逛逛集市，尝尝鲜，试试水。
晒晒成绩单，亮亮家底。
想想办法，动动脑筋。
农村坝坝宴备案8起。
娘娘庙桥通车
年轻人叫冉冉。
清水河河段清淤，草鱼鱼苗2万尾。
糖厂厂房、水厂厂长、商会会长。
寄宿生生活补助3万元。
笔记记到第三本
2025年年底，12月月底。
联防联控联动发力。
牢牢守住住房安全底线。
四个四个摆放。
每村每村过。
琢磨琢磨再定。
写着写着就明白了
""".splitlines()
SLIPS = {
    "都是是老同学。": "是是",
    "解决园区区企业的污水问题": "区区",
    "推动经济向纵深发发展": "发发",
    "签订责责任书3份": "责责",
    "建成水井22口口。": "口口",
    "抽检5名名党员": "名名",
    "环境整治、全全程参与": "全全",
    "用好信信访渠道": "信信",
    "协调税税务部门": "税税",
    "经查查实": None,
    "已已完成任务": "已已",
    "化工工业园": None,
    "落实领导责任任。": "任任",
    "加强加强领导": "加强加强",
    "柳河柳河镇的工作": "柳河柳河",
}
RULES = ("words.doubled", "words.doubled-known", "words.doubled-word")


def marked(text: str) -> list[str]:
    return [one.span for one in proofread(text, BOOK) if one.rule in RULES]


@pytest.mark.parametrize("sentence", ON_PURPOSE)
def test_what_is_said_twice_on_purpose_is_not_marked(sentence: str) -> None:
    assert marked(sentence) == []


@pytest.mark.parametrize(("sentence", "slip"), SLIPS.items())
def test_a_slip_is_marked(sentence: str, slip: str | None) -> None:
    if slip is None:
        assert marked(sentence) == []
    else:
        assert [slip in span or span in slip for span in marked(sentence)] == [True]


def test_faithful_prose_is_not_marked() -> None:
    """Paragraphs that many hands wrote, with their names, villages and firms."""
    texts = [json.loads(line)["text"] for file in FAITHFUL for line in file.read_text("utf-8").splitlines()]
    doubled = [text for text in texts if any(a == b >= "\u4e00" for a, b in pairwise(text))]
    assert len(doubled) > 400
    assert [(text, found) for text in doubled if (found := marked(text))] == []
