"""Reading years, decades, halves and quarters: 2023年, 98年, 80年代, 八几年, 上下半年, 一、二季度, 二季."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.numerals import number_of

from ..fact import Fact
from ..text.scanning import Scan
from ..text.spans import Claims
from .dates import date, one_date, two_dates

_YEAR = Scan(
    r"[\d一二九八零〇](?=[\d〇零○一二三四五六七八九]{1,3}[年\-~至到])",
    r"(?P<year>(?:19|20)\d{2}|(?<![一二三四五六七八九十第近])二[〇零一二四五六](?=年)|[一二][〇零○一二三四五六七八九]{3}|(?<![\d期限达满长签租约龄])(?:1[5-9]|2\d|3[0-5])|(?<!\d)[6-9]\d(?=年[修建挖盖办买包成])|九[二三四五六七八〇零](?=年)|八[五六七八〇零](?=年)|(?<![一二三四五六七八九十百千万第近两几])(?:[零〇][〇零○一二三四五六七八九]|一[五六七八九])(?=年)|[一二][五六七八九〇零一二三四](?=年[一二三四五六七八九十初底末]))(?:年|(?=年[底初末]))(?:(?<=(?:19|20)\d\d年)|(?<=[一二][〇零○一二三四五六七八九]{3}年)|(?!来|以来|间|内|期|多|级|度[^总考]))度?"
    r"|(?P<span>(?:19|20)\d{2})[-~至到](?P<until>(?:19|20)\d{2})年?",
)
_YEAR_LIST = re.compile(
    r"(?P<first>[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d)[、和](?P<last>(?:19|20)\d\d)(?:这?[两二])?年"
)
_TWO_YEARS = re.compile(r"(?P<first>[12](?<!\d[12])\d)[-~至到](?P<last>[12]\d)年")
_QUARTER_LIST = re.compile(
    r"(?:[一二三四1-4](?:[、和][一二三四1-4])+[两二三]?个?|(?<![\u4e00-\u9fff])(?:一二|二三|三四))季度"
)
_SHORT_QUARTER = re.compile(r"(?<![一二三四\d])(?P<order>[一二三四])季(?=[\d第没未一二三四五六七八九十])")
_ORDERS = frozenset("一二三四1234")
_QUARTER = ("", "一季度", "二季度", "三季度", "四季度")
_DECADE = re.compile(
    r"(?:(?:20|二十|上个?)世纪)?(?<![\d一二三四五六七八九])(?:(?P<tens>[5-9]|[五六七八九])[0十]年代|(?P<some>[5-9]|[五六七八九])几年)[初中末]?"
)
_LAST_SHORT = 59
_HALVES = re.compile(r"上[、和]?下半年")


def read_halves(text: str, claims: Claims) -> Iterator[Fact]:
    """上、下半年 names both."""
    for found in _HALVES.finditer(text) if "下半年" in text else ():
        ends = found.start() + 1, found.end() - 3
        yield from two_dates(text, found, ("上半年", "下半年"), ends, claims)


def read_quarters(text: str, claims: Claims) -> Iterator[Fact]:
    """一、三季度 and 二季; a quarter written in full is a word of the phrase book."""
    for found in _QUARTER_LIST.finditer(text) if "季度" in text else ():
        if not claims.touches(found.start(), found.end()):
            claims.take(found.start(), found.end())
            for at, sign in enumerate(found.group(), found.start()):
                if sign in _ORDERS and (order := number_of(sign)):
                    yield date(text, at, at + 1, _QUARTER[order])
    for found in _SHORT_QUARTER.finditer(text) if "季" in text else ():
        yield from one_date(text, found, _QUARTER["一二三四".index(found["order"]) + 1], claims)


def read_neighbours(text: str, claims: Claims) -> Iterator[Fact]:
    """23—24年: two years that follow each other; 2022、2023两年."""
    for found in _TWO_YEARS.finditer(text) if "年" in text else ():
        if int(found["last"]) == int(found["first"]) + 1:
            scopes = f"Y20{found['first']}", f"Y20{found['last']}"
            yield from two_dates(text, found, scopes, (found.end("first"), found.start("last")), claims)
    for found in _YEAR_LIST.finditer(text) if "年" in text else ():
        scopes = f"Y{found['first']}", f"Y{found['last']}"
        yield from two_dates(text, found, scopes, (found.end("first"), found.start("last")), claims)


def read_decades(text: str, claims: Claims) -> Iterator[Fact]:
    """80年代, 上世纪八十年代 and 八几年 are one: the years of the century that every cadre was born in."""
    for found in _DECADE.finditer(text) if "年代" in text or "几年" in text else ():
        yield from one_date(text, found, f"Y19{number_of(found['tens'] or found['some'])}0s", claims)


def read_years(text: str, claims: Claims) -> Iterator[Fact]:
    """2023年, 98年, 2021—2023年."""
    for found in _YEAR.finditer(text):
        if found["span"]:
            scopes = f"Y{found['span']}", f"Y{found['until']}"
            yield from two_dates(text, found, scopes, (found.end("span"), found.start("until")), claims)
            continue
        year = number_of(found["year"])
        if year is None or 100 <= year < 1900 or (found.start() and text[found.start() - 1].isdigit()):
            continue
        yield from one_date(text, found, f"Y{_whole(year)}", claims)


def _whole(year: int) -> int:
    """1998 for 98, 2023 for 23."""
    return year if year > 1000 else year + (1900 if year > _LAST_SHORT else 2000)
