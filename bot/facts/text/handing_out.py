"""What 分别 hands out: in 罗村、乔村的评议分别由姚静、龚涛负责 the first name owns the first thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_HANDED = re.compile(r"(?P<names>[^,。;!?:\n]*?)(?:各自|依次|分别)(?P<things>[^,。;!?\n]*)")
_STOPS = ",。;!?:\n"
_BY = re.compile("各自|依次|分别")
_LIST = re.compile(r"[、和与及]")


class Share(NamedTuple):
    """The spans of a name and of what is handed out to it."""

    name: tuple[int, int]
    thing: tuple[int, int]


def handed_out(text: str) -> list[Share]:
    """The shares of every list of two and more names that has as many things handed out to it."""
    shares: list[Share] = []
    upto = 0
    for by in _BY.finditer(text):
        if by.start() >= upto:
            start = max([text.rfind(stop, upto, by.start()) for stop in _STOPS]) + 1
            if (found := _HANDED.match(text, start)) is not None:
                shares += _shares(found)
                upto = found.end()
    return shares


def parts_of_list(offset: int, words: str) -> list[tuple[int, int]]:
    """The spans between the marks of a list: 、 和 与 及."""
    parts: list[tuple[int, int]] = []
    at = 0
    for mark in _LIST.finditer(words):
        parts.append((offset + at, offset + mark.start()))
        at = mark.end()
    parts.append((offset + at, offset + len(words)))
    return parts


def _shares(found: re.Match[str]) -> Iterator[Share]:
    names = parts_of_list(found.start("names"), found["names"])
    things = parts_of_list(found.start("things"), found["things"])
    if len(names) == len(things) > 1:
        yield from map(Share, names, things)
