"""Figures that were dictated stand in the report as in any other: in digits, and worth the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts import compare
from bot.library.lexicon import load_lexicon
from bot.numerals import chinese, worth
from bot.writing.in_digits import in_digits

LEXICON = load_lexicon(Path(__file__).parents[2] / "prompts")


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("走访四百一十二户，帮了三个村一百二十多个人", "走访412户，帮了三个村120多个人"),
        ("花了两万三千元，争取三亿二千万元，还差一百多万元", "花了2.3万元，争取3.2亿元，还差100多万元"),
        ("办件一千二百来件，十一个村，一百零五户", "办件1200来件，11个村，105户"),
        ("硬化十二点五公里，亩产一千一百三十斤", "硬化12.5公里，亩产1130斤"),
        ("收入增长百分之十二点五，满意率百分之九十八", "收入增长12.5%，满意率98%"),
        ("投入一万五千三百二十一元", "投入15321元"),
        ("五十户村民，二十四小时值班", "50户村民，24小时值班"),
        ("下村六十多天，值班十五天", "下村60多天，值班15天"),
    ],
)
def test_a_count_is_printed_in_digits(said: str, printed: str) -> None:
    assert in_digits(said) == printed


@pytest.mark.parametrize(
    "said",
    [
        "学习党的二十大精神，十二月十五号，百日攻坚，三会一课，十分重视",
        "三四百户，二三十户，十七八个，一百二户，六万八，几十户，上百户，近百户",
        "三十里铺村，五十户营村，一二三社区，第二十一条，第一百二十三场",
        "二〇二六年，九点五分开会，八点三十分，早一点三个人，一点五公里",
        "三分之二，千分之三，二十分之一，百分之八十多，百分之九十六点几，百分之百",
        "“二十条措施”和《十五条意见》",
    ],
)
def test_what_may_be_no_count_stays_as_it_was_said(said: str) -> None:
    assert in_digits(said) == said


@given(st.integers(min_value=1, max_value=99_999), st.sampled_from(["户", "人", "件", "亩", "公里"]))
def test_the_amount_stays_what_it_was(number: int, unit: str) -> None:
    said = f"办了{chinese(number, units='千百十') if number < 10_000 else _with_ten_thousands(number)}{unit}"
    printed = in_digits(said)
    figure = printed.removeprefix("办了").removesuffix(unit)
    assert worth(figure) == number
    assert in_digits(printed) == printed
    assert compare([said], printed, LEXICON) == ()


def _with_ten_thousands(number: int) -> str:
    many, rest = divmod(number, 10_000)
    zero = "零" if 0 < rest < 1000 else ""
    return f"{chinese(many)}万{zero}{chinese(rest) if rest else ''}"
