"""Days, months, hours and how often, as they are typed and said."""

from __future__ import annotations

import pytest

from bot.facts import FactKind, Lexicon, read


def scopes(text: str, lexicon: Lexicon) -> list[str]:
    return [fact.scope for fact in read(text, lexicon) if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("3、5月下乡", ["M3", "M5"]),
        ("3月5日、12日下乡", ["M3-5", "M3-12"]),
        ("七八月下乡", ["M7", "M8"]),
        ("2023.3.12下乡", ["Y2023", "M3-12"]),
        ("10.1起封山", ["M10-1"]),
        ("6.9–6.16封山", ["M6-9~-16"]),
        ("前八个月修路", ["M1~8"]),
        ("每月5日发工资", ["D5"]),
        ("一月能收2次", ["每月"]),
        ("一月底收了2次", ["M1"]),
        ("一个礼拜跑三趟", ["每周"]),
        ("一季度跑一回", ["每季度"]),
        ("一季度开展宣讲3次", ["一季度"]),
        ("正月十五闹花灯", ["L1-15"]),
        ("腊月二十三慰问老人", ["L12-23"]),
        ("农历三月三对歌", ["L3-3"]),
        ("三月初五开会", ["L3-5"]),
        ("三月初三个村断水", ["M3"]),
        ("五月五万元到账", ["M5"]),
        ("上午八点一刻开会", ["T495"]),
        ("八点三刻开会", ["T525"]),
        ("零八年修的桥", ["Y2008"]),
        ("一九年修的桥", ["Y2019"]),
        ("十月二十一修好的", ["M10-21"]),
        ("下午五点一刻到的", ["T315"]),
        ("18时至22时值班", ["T360", "T600"]),
        ("晚上8点半到10点值班", ["T510", "T600"]),
    ],
)
def test_a_time_is_read_from_what_names_it(text: str, named: list[str], lexicon: Lexicon) -> None:
    assert scopes(text, lexicon) == named


@pytest.mark.parametrize(
    "text", ["正月二十八户来了", "腊月十五户领了米", "正月初十五户搬了", "第三月三组巡山"]
)
def test_what_a_lunar_month_counts_is_no_day_of_it(text: str, lexicon: Lexicon) -> None:
    assert [scope for scope in scopes(text, lexicon) if scope[0] == "L"] == []


@pytest.mark.parametrize("text", ["13月份报表", "每月30元", "投入6.9万元", "覆盖3.5公里", "比分3:65"])
def test_no_day_is_read_from_other_figures(text: str, lexicon: Lexicon) -> None:
    assert [scope for scope in scopes(text, lexicon) if scope[0] in "MDT"] == []
