"""Reading dates and periods: 2023年, 3月12日, 1—9月, 上半年, 同比.

The order of reading is the order of trust: what an earlier one took, no later one reads again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Fact
from ..text.spans import Claims
from ..text.terms import Mark, Marks, longest
from .dates import date
from .days import (
    read_days_of_months,
    read_dotted_dates,
    read_dotted_spans,
    read_first_months,
    read_months,
    read_over_new_year,
    read_rates,
)
from .hours import read_hours
from .lunar import read_lunar_days
from .years import read_decades, read_halves, read_neighbours, read_quarters, read_years

_EACH_QUARTER = re.compile(
    r"一(?:个季度(?:[最至]少[去到跑]?|起码|(?:(?![去赴到了])[\u4e00-\u9fff]){0,4}?)(?:[一两二三]|\d)|季度(?:[最至]少[去到跑]?|起码|(?:(?![去赴到了])[\u4e00-\u9fff]){0,4}?)[一两二三])[次回趟场遍]"
    r"|一个?季度一(?![季是])"
)
_END_OF_A_YEAR = re.compile(
    "年(?:(?P<last>[底末](?![子线层数气细价座]))|初(?![步级中一二三四五六七八九十\\d衷心期审稿评]))"
)
_BEFORE_WORDS = (
    read_lunar_days,
    read_over_new_year,
    read_halves,
    read_quarters,
    read_neighbours,
    read_decades,
    read_dotted_spans,
    read_days_of_months,
    read_first_months,
    read_years,
)
_AFTER_WORDS = (read_dotted_dates, read_rates, read_hours, read_months)


def read_times(text: str, marks: Marks, claims: Claims) -> Iterator[Fact]:
    """Read every date and period.

    `scope` is a plain name for comparing: `Y2023`, `M3`, `M3-12` (12 March), `L1-15` (正月十五), `M1~9`, or
    the first word of the phrase book's line (今年 and 一年来 are both 全年). `text` keeps what was written.
    """
    for read in _BEFORE_WORDS:
        yield from read(text, claims)
    yield from _read_words(text, marks, claims)
    yield from _read_ends_of_years(text, claims)
    for read in _AFTER_WORDS:
        yield from read(text, claims)


def _read_words(text: str, marks: Marks, claims: Claims) -> Iterator[Fact]:
    """今年, 上半年, 年底: the words that the phrase book has for times."""
    for mark in longest(marks.of("scopes")):
        if _is_of_another_word(text, mark):
            continue
        if not claims.touches(mark.start, mark.end) and not claims.in_word(mark.start, mark.end):
            claims.take(mark.start, mark.end)
            yield date(text, mark.start, mark.end, _scope_of(text, mark))


def _read_ends_of_years(text: str, claims: Claims) -> Iterator[Fact]:
    """去年|底, 2023年|初: the end that follows a year which was read by itself."""
    for found in _END_OF_A_YEAR.finditer(text):
        start, end = found.end() - 1, found.end()
        if claims.touches(found.start(), start) and not claims.touches(start, end):
            claims.take(start, end)
            yield date(text, start, end, "年底" if found["last"] else "年初")


def _scope_of(text: str, mark: Mark) -> str:
    if _EACH_QUARTER.match(text, mark.start):
        return "每季度"
    return next(label[7:] for label in mark.labels if label.startswith("scopes:"))


def _is_of_another_word(text: str, mark: Mark) -> bool:
    """Whether what stands around a word for a time makes another word of it: 年度考核, 两年, 年级."""
    word, before, after = mark.word, text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if word[0].isdigit() and (before.isdigit() or before == "-"):
        return True
    if word == "年前" and (after in {"来", "往", "去", "赴"} or before in {"少", "青"}):
        return True
    if word == "过年" and after in {"检", "审"}:
        return True
    if word in {"年度", "同期"} and before and before in "0123456789季上本去下":
        return True
    if word == "年度" and after in {"考", "目", "任", "总", "工"}:
        return True
    if word[0] in "年" and before and before in "0123456789零〇一二两三四五六七八九十几多半今去":
        return True
    if word == "来年" and before and before in "十百千几0123456789":
        return True
    if word == "头年" and before == "里":
        return True
    if word[0] in "上下前" and before == "以":
        return True
    if word[-1] == "年" and after in {"轻", "龄", "级", "货"}:
        compared = after == "轻" and before in {"比", "较"} and text[mark.end + 1 : mark.end + 2] != "人"
        return not compared
    return word in {"半年", "一年中"} and after in {"多", "内"}
