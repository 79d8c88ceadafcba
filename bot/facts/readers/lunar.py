"""Reading days of the lunar year: 正月十五, 腊月二十三, 农历三月初五."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.numerals import number_of

from ..fact import Fact
from ..text.spans import Claims
from .dates import one_date

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_COUNTED = "[\\d零一二三四五六七八九十百千万亿几多来余点成个户名位家人次场件条座亩里年月元块吨斤米组]"
"""Before these a number counts something: 腊月十五户领了米."""
_LUNAR = re.compile(
    r"(?:[农阴旧]历)?(?:(?P<named>[正冬腊])|(?P<month>(?<=历)(?:[一二三四五六七八九十]{1,2}|\d{1,2})|(?:[二三四五六七八九十]|(?<!\d)\d{1,2})(?=月(?:初[一二三四五六七八九十]|廿))))月"
    r"(?:初(?P<early>[一二三四五六七八九十])|(?P<day>(?>二?十[一二三四五六七八九]?|三十|廿[一二三四五六七八九]?|(?<=历.月)[一二三四五六七八九]|\d{1,2})))"
    rf"(?!{_COUNTED})"
)
_TWICE = re.compile(
    rf"(?<![\d一二三四五六七八九十第])(?P<month>[二三五七九])月(?P=month)(?!{_COUNTED}|[日号天])"
)
"""三月三, 九月九: days that everybody counts by the moon."""
FEASTS = {
    "L1-1": re.compile("春节|大年初一"),
    "L1-15": re.compile("元宵"),
    "L5-5": re.compile("端午"),
    "L7-15": re.compile("中元|七月半"),
    "L8-15": re.compile("中秋"),
    "L9-9": re.compile("重阳"),
    "L12-8": re.compile("腊八"),
    "L12-23": re.compile("小年"),
    "L12-24": re.compile("小年"),
    "L12-30": re.compile("除夕|年三十"),
}
"""What a lunar day is called besides."""


def read_lunar_days(text: str, claims: Claims) -> Iterator[Fact]:
    """正月十五 is `L1-15`, the fifteenth day of the first lunar month."""
    for found in _LUNAR.finditer(text) if "月" in text else ():
        month = _MONTHS[found["named"]] if found["named"] else number_of(found["month"])
        day = number_of((found["early"] or found["day"]).replace("廿", "二十"))
        if month and day and month <= 12 and day <= 30:
            yield from one_date(text, found, f"L{month}-{day}", claims)
    for found in _TWICE.finditer(text) if "月" in text else ():
        month = number_of(found["month"])
        yield from one_date(text, found, f"L{month}-{month}", claims)
