"""Cutting a text into words, so that what is no word stands out: a name, as a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD, _STRANGER = 10, 17
_NEVER = 1 << 60
_FIRST, _LAST = "\u4e00", "\u9fff"
_CHINESE = re.compile(rf"[{_FIRST}-{_LAST}]+")
SMALL = frozenset(
    "的了在和与为对由向等已未将被把从到以及其各每个年月日我本该这那后前中上下内外时大小多少新老全又也都还再更最很不无没"
    "一二三四五六七八九十百千万两比较家厂组某余均条件项户名次系之所着要是去至便渐有里得能会让可使用及于起来过就才只但却而则若即"
    "正须需愿敢肯该应当被叫给请帮跟同按依据经随并且因"
)
"""Characters of grammar: they may stand alone without being part of a name."""
ACTS = frozenset(
    "拆修养售卖买转收带打补换装建种搞办拿放扣弄挖铺接送发查管改做跑谈签栽植投付交领学讲看请调评选报说问抓守护治扫贴挂领引供产"
)
"""Characters of doing, with which no name begins."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that belong to no word."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into words: the characters that stand alone, and the stretches of them."""

    alone: frozenset[int]
    runs: tuple[Run, ...]


def cut(text: str, words: frozenset[str]) -> Cut:
    """Cut a text into the fewest pieces, where a character that belongs to no word counts almost double.

    `runs` are the stretches of two and more lonely Chinese characters, small words of grammar not counted.
    """
    begins = _cuts(text, words)
    pieces: list[tuple[int, int]] = []
    end = len(text)
    while end > 0:
        pieces.append((begins[end], end))
        end = begins[end]
    pieces.reverse()
    alone = frozenset(begin for begin, end in pieces if end - begin == 1)
    return Cut(alone, tuple(_runs(text, pieces)))


def _cuts(text: str, words: frozenset[str]) -> list[int]:
    """For every place where a piece may end, the place where the best piece begins."""
    begins = list(range(-1, len(text)))
    begins[0] = 0
    for run in _CHINESE.finditer(text):
        # What the best pieces cost up to one, two, three and four characters before `end`.
        one, two, three, four = 0, _NEVER, _NEVER, _NEVER
        for end, sign in enumerate(run.group(), run.start() + 1):
            best = one + (_WORD if sign in SMALL else _STRANGER)
            if two + _WORD <= best and text[end - 2 : end] in words:
                best = two + _WORD
                begins[end] = end - 2
            if three + _WORD <= best and text[end - 3 : end] in words:
                best = three + _WORD
                begins[end] = end - 3
            if four + _WORD <= best and text[end - 4 : end] in words:
                best = four + _WORD
                begins[end] = end - 4
            one, two, three, four = best, one, two, three
    return begins


def _runs(text: str, pieces: list[tuple[int, int]]) -> Iterator[Run]:
    start = -1
    for begin, end in (*pieces, (len(text), len(text) + 1)):
        single = text[begin:end]
        if end - begin == 1 and _FIRST <= single <= _LAST and single not in SMALL:
            start = begin if start < 0 else start
            continue
        if start >= 0 and begin - start >= 2:
            yield Run(start, begin, text[start:begin])
        start = -1
