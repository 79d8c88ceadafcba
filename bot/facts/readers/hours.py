"""Reading hours: 上午九点半, 8:30, 18时至22时."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.numerals import number_of

from ..fact import Fact
from ..text.scanning import Scan
from ..text.spans import Claims
from .dates import SMALL, one_date, two_dates

_CLOCK = Scan(
    r"[\d零一二两三四五六七八九十](?=[\d一二两三四五六七八九十]{0,2}[点时:])|[凌清早上中下傍晚夜半深]",
    r"(?:(?:凌晨|清晨|早晨|早上?|上午|中午|下午|傍晚|晚上?|夜[里间晚]|晚间|半夜|深夜)(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟?|时)(?![\d建个])"
    r"|(?<![\d第一二三四五六七八九十百零两.])(?P<hour3>\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?P<minute3>[0-5]\d|[二三四五]?十[一二三四五六七八九]?)(?![\d%个万亿倍成])分?"
    r"|(?<![\d第一二三四五六七八九十百零两.])(?P<hour5>\d{1,2}|零|[一二三四五六七八九十]{1,3})点(?=钟|半(?![个数天年])|[一三]刻|[以之]?[前后])"
    r"|(?<![\d第.])(?P<hour4>[01]?\d|2[0-4])时(?![\d间候代段速刻机])"
    r"|(?<![\d:.])(?P<hour2>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:]))(?:(?P<half>半)|(?P<quarters>[一三])刻钟?)?",
)
_HOURS = Scan(
    r"[\d一二两三四五六七八九十](?=[\d一二三四五六七八九十]{0,2}[点时])",
    rf"(?<![\d第.零百千])(?P<one>{SMALL})[点时]钟?(?P<half>半)?[-~至到](?:凌晨|早上?|上午|中午|下午|晚上?|夜里|半夜|次日)?(?P<two>{SMALL})[点时]钟?(?P<half2>半)?(?![\d%个])",
)
_HOUR = re.compile(r"[\d一二两三四五六七八九十][点时:]")


def read_hours(text: str, claims: Claims) -> Iterator[Fact]:
    """上午九点半, 8:30, 18时至22时. Twelve hours apart is the same: 下午3点 and 15:00."""
    if _HOUR.search(text) is None:
        return
    for found in _HOURS.finditer(text):
        one, two = number_of(found["one"]), number_of(found["two"])
        if one is not None and two is not None and one < 25 and two < 25:
            scopes = (
                f"T{one % 12 * 60 + 30 * bool(found['half'])}",
                f"T{two % 12 * 60 + 30 * bool(found['half2'])}",
            )
            yield from two_dates(text, found, scopes, (found.end("one"), found.start("two")), claims)
    for found in _CLOCK.finditer(text):
        hour = number_of(
            found["hour"] or found["hour2"] or found["hour3"] or found["hour4"] or found["hour5"]
        )
        minute = number_of(found["minute"] or found["minute3"] or "0")
        if hour is not None and hour <= 24 and minute is not None:
            minutes = hour % 12 * 60 + minute + _past(found)
            yield from one_date(text, found, f"T{minutes}", claims)


def _past(found: re.Match[str]) -> int:
    """The minutes of 半 and of 一刻."""
    if found["half"]:
        return 30
    return 15 * (number_of(found["quarters"]) or 0) if found["quarters"] else 0
