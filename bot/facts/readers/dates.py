"""Dates as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Fact, FactKind
from ..text.spans import Claims

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
