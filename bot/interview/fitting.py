"""Which of several choices somebody means who types words instead of pressing: 组织部, 副科, 2026."""

import re
from collections.abc import Sequence

from bot.interview.profile import in_digits, year_in

LONGEST_SHORT_FORM = 6
"""Characters of an abbreviation, which are told in any order: 副科 for 乡科级副职."""

_MARKS = re.compile(r"[^\w%％]|_")
_AROUND = re.compile(
    r"^(?:我?(?:要|想)?选|我是|就是|是|就|报给|交给|写给|给|按)?(.+?)(?:左右|上下|吧|的|了|呢|啊)*$"
)
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"[\d〇零一二三四五六七八九０-９]{2,4}年?度?")
_THIS_YEAR, _LAST_YEAR = {"今年", "本年", "本年度"}, {"去年", "上年", "上一年", "上年度"}


def fitting(text: str, choices: Sequence[str]) -> tuple[str, ...]:
    """Every choice that these words may stand for and say nothing else; the whole words count before parts.

    Words that are only a part of what somebody wants to tell stand for none.
    """
    said = _bare(text)
    if len(said) < 2:
        return ()
    whole = tuple(choice for choice in choices if _bare(choice) == said)
    if whole:
        return whole
    numbers = set(_DIGITS.findall(said))
    inside = tuple(c for c in choices if said in _bare(c) and numbers <= set(_DIGITS.findall(c)))
    if inside or numbers or len(said) > LONGEST_SHORT_FORM:
        return inside
    return tuple(choice for choice in choices if set(said) <= set(choice))


def fitting_year(text: str, years: Sequence[str]) -> str:
    """The text, if a year is all it tells: 2026, 26年, 二〇二六年度; for 去年 that one of those offered."""
    said = _bare(text)
    if years and said in _THIS_YEAR | _LAST_YEAR:
        return max(years) if said in _THIS_YEAR else min(years)
    return text.strip() if _YEAR.fullmatch(said) and year_in(said) else ""


def _bare(text: str) -> str:
    """The words without marks and without what people put around a choice."""
    words = in_digits(_MARKS.sub("", text).lower())
    found = _AROUND.match(words)
    return found[1] if found else words
