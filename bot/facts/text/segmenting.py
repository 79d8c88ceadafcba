"""Cutting a text into words, so that what is no word stands out: a name, as a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

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
    "牵用拆修养售卖买转收带打补换装建种搞办拿放扣弄挖铺接送发查管改做跑谈签栽植投付交领学讲看请调评选报说问抓守护治扫贴挂领引供产归"
)
"""Characters of doing, with which no name begins."""


class Run(NamedTuple):
    """Neighbouring characters that belong to no word."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Cut:
    """A text cut into words: what characters stand alone, and which of those are Chinese, in order."""

    text: str
    begins: list[int]
    """For every place where a word ends, the place where it begins; others have no meaning."""
    alone: frozenset[int]
    han: tuple[int, ...]

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where the words begin and end."""
        edges = [len(self.text)]
        while edges[-1] > 0:
            edges.append(self.begins[edges[-1]])
        return frozenset(edges)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The stretches of two and more lonely Chinese characters, small words of grammar not counted."""
        return tuple(_runs(self.text, self.han))


def cut(text: str, words: frozenset[str]) -> Cut:
    """Cut a text into the fewest pieces, where a character that belongs to no word counts almost double."""
    begins = _cuts(text, words)
    alone = list[int]()
    end = len(text)
    while end > 0:
        begin = begins[end]
        if end - begin == 1:
            alone.append(begin)
        end = begin
    alone.reverse()
    han = tuple([place for place in alone if _FIRST <= text[place] <= _LAST])
    return Cut(text, begins, frozenset(alone), han)


def pieces(text: str, words: frozenset[str]) -> list[str]:
    """The words and lonely characters that a text is cut into."""
    begins = _cuts(text, words)
    found: list[str] = []
    end = len(text)
    while end > 0:
        found.append(text[begins[end] : end])
        end = begins[end]
    found.reverse()
    return found


def _cuts(text: str, words: frozenset[str]) -> list[int]:
    """For every place where a piece may end, the place where the best piece begins."""
    begins = list(range(-1, len(text)))
    begins[0] = 0
    for run in _CHINESE.finditer(text):
        # What the best pieces cost before the last character, and with a last word of two, three and four.
        before, two, three, four = 0, _NEVER, _NEVER, _NEVER
        last = last_two = last_three = ""
        for end, sign in enumerate(run.group(), run.start() + 1):
            best = before + (_WORD if sign in SMALL else _STRANGER)
            of_two, of_three = last + sign, last_two + sign
            if two <= best and of_two in words:
                best = two
                begins[end] = end - 2
            if three <= best and of_three in words:
                best = three
                begins[end] = end - 3
            if four <= best and last_three + sign in words:
                best = four
                begins[end] = end - 4
            two, three, four = before + _WORD, two, three
            last, last_two, last_three = sign, of_two, of_three
            before = best
    return begins


def _runs(text: str, han: Iterable[int]) -> Iterator[Run]:
    start = end = -1
    for place in han:
        if text[place] in SMALL:
            continue
        if place != end:
            if end - start > 1:
                yield Run(start, end, text[start:end])
            start = place
        end = place + 1
    if end - start > 1:
        yield Run(start, end, text[start:end])
