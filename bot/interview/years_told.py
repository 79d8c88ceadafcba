"""The year that a figure is told of, or that words name: 去年亩产460公斤."""

import re

from bot.interview.figures import Figure

_THIS, _LAST, _BEFORE = "今年", "去年", "前年"
_YEARS = {
    **dict.fromkeys(("今年", "本年", "当年"), _THIS),
    **dict.fromkeys(("去年", "上年", "上一年", "头年"), _LAST),
    "前年": _BEFORE,
}
_NAMED = re.compile(rf"(?<![比较大])(?P<year>{'|'.join(_YEARS)})(?:度|同期)?的?")
"""比去年 compares with a year, and tells of another."""


def year_of(words: str) -> str:
    """The year that these words name last; nothing if they name none."""
    named = [found["year"] for found in _NAMED.finditer(words)]
    return _YEARS[named[-1]] if named else ""


def without_year(words: str) -> str:
    """The words without the years they name."""
    return _NAMED.sub("", words)


def is_of(year: str, figure: Figure) -> bool:
    """Whether the figure is of that year; what is told of no year is of this one."""
    return (year_of(figure.before) or _THIS) == year
