"""Dates as facts, and the numbers that people write in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .fact import Fact, FactKind
from .numerals import DIGITS, parse_chinese
from .spans import Claims

SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
"""A number of a day or month."""


def date(text: str, start: int, end: int, scope: str) -> Fact:
    """The date that is written from `start` to `end`."""
    return Fact(FactKind.DATE, start, end, text[start:end], scope=scope)


def one_date(text: str, found: re.Match[str], scope: str, claims: Claims) -> Iterator[Fact]:
    """A date that nobody claimed yet."""
    if not claims.touches(found.start(), found.end()):
        claims.take(found.start(), found.end())
        yield date(text, found.start(), found.end(), scope)


def two_dates(
    text: str, found: re.Match[str], scopes: tuple[str, str], ends: tuple[int, int], claims: Claims
) -> Iterator[Fact]:
    """Two dates in one match that nobody claimed yet: the first ends, and the second begins, at `ends`."""
    if not claims.touches(found.start(), found.end()):
        claims.take(found.start(), found.end())
        yield date(text, found.start(), ends[0], scopes[0])
        yield date(text, ends[1], found.end(), scopes[1])


def number_of(run: str) -> int | None:
    """The value of a year, month or day as written: 2023, 二三, 十二; None for what is none."""
    if run.isdigit():
        return int(run)
    if len(run) == 2 and all(sign in DIGITS for sign in run):
        return DIGITS[run[0]] * 10 + DIGITS[run[1]]
    parsed = parse_chinese(run)
    return int(parsed[0]) if parsed is not None and parsed[1] is None else None
