"""What a text says of each of two things: every part of a sentence belongs to the one that was named last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..text.reading import Reading
from .contrasts import Contrasts
from .things import PARTS

_IN_CLAUSE = r"[^,。;!?:\n]"
_CLAUSE = re.compile(rf"(?<!{_IN_CLAUSE}){_IN_CLAUSE}*?[、和与及跟均都]{_IN_CLAUSE}*")
"""A clause that may list things."""
_SENTENCE = re.compile("[^。!?;\n]+")
_LIST = re.compile("[、和与及跟]")
_NEXT = re.compile("[\u4e00-\u9fff]{0,3}?[、和与及跟]")
_TO_ALL = re.compile("分别|各|依次|均|都")
_ALL = re.compile("[均都]")
_TOWARDS = re.compile("[去到至来往向跟与和同赴给比从]$")
_OWNED = re.compile("(?:[村镇乡组]|社区|街道)?的?")
"""Between 柳湾 and 幸福院 of 柳湾村的幸福院: the one has the other."""
_SOMEBODY = re.compile("[他她](?!们)|(?<!尤)其(?![中他它余实间次])")
_ONCE = "#1"


class Belonging(NamedTuple):
    """A span of the text, the thing it is said of (none, if nobody knows), and what it says.

    `after` counts the spans since the thing was named: none, if it is named here.
    """

    owner: str
    start: int
    end: int
    signs: frozenset[str]
    after: int


_Part = tuple[int, int, int, bool, list[tuple[int, int, str]]]
"""A span, its line, whether it may tell of several things at once, and the things that it names."""


class Belongings:
    """A reading in parts, with the things that every part names."""

    def __init__(self, reading: Reading, contrasts: Contrasts, *, are_notes: bool) -> None:
        """Find every thing once; `of_pair` then divides the text between two of them."""
        self._reading, self._contrasts, self._are_notes = reading, contrasts, are_notes
        self._signs: dict[tuple[int, int], frozenset[str]] = {}
        self._placed = sorted(
            (*span, thing.word) for thing in contrasts.things.values() for span in thing.spans(reading.text)
        )
        self._starts = [start for start, *_ in self._placed]
        self._sentences: list[list[_Part]] = []
        self._sentences_of: defaultdict[str, set[int]] = defaultdict(set)
        self._read_parts()

    def _read_parts(self) -> None:
        """The parts of every sentence that names anything."""
        text, placed, listed = self._reading.text, self._placed, list(self._listed())
        at = lists = line = last = 0
        for sentence in _SENTENCE.finditer(text):
            if at == len(placed):
                break
            if placed[at][0] >= sentence.end():
                continue
            line += text.count("\n", last, sentence.start())
            last = sentence.start()
            parts: list[_Part] = []
            for found in PARTS.finditer(text, *sentence.span()):
                start, end = found.span()
                first = at
                while at < len(placed) and placed[at][0] < end:
                    at += 1
                while lists < len(listed) and listed[lists][1] <= start:
                    lists += 1
                is_listed = lists < len(listed) and listed[lists][0] < end
                parts.append((start, end, line, is_listed, placed[first:at]))
                for *_, word in placed[first:at]:
                    self._sentences_of[word].add(len(self._sentences))
            self._sentences.append(parts)

    def _named(self, start: int, end: int) -> list[tuple[int, int, str]]:
        first = bisect_left(self._starts, start)
        return self._placed[first : bisect_left(self._starts, end, first)]

    def _listed(self) -> Iterator[tuple[int, int]]:
        """The clauses that list things: nobody knows what of them is said of which."""
        text = self._reading.text
        followed = {start for start, *_ in self._placed}
        ends = [end for _, end, _ in self._placed]
        for clause in _CLAUSE.finditer(text):
            start, end = clause.span()
            if _LIST.search(text, start, end):
                if _TO_ALL.search(text, start, end) or any(
                    (mark := _NEXT.match(text, stop, end)) and mark.end() in followed
                    for stop in ends
                    if start < stop <= end
                ):
                    yield start, end
            elif (of_all := _ALL.search(text, start, end)) and (
                of_all.start() == start or not self._named(start, end)
            ):
                yield start, end

    def of_pair(self, first: str, second: str) -> Iterator[Belonging]:
        """The parts, divided between two things.

        A part belongs to the one it names, and so do the parts after it to the end of the sentence, as long
        as nothing else is named that the two are set against, nor 他, who may be either. Where both stand,
        each owns what follows it.
        """
        pair = {first, second}
        others = self._contrasts.others(first, second)
        line = -1
        for order in sorted(self._sentences_of[first] | self._sentences_of[second]):
            owner, after = "", 0
            met = set[str]()
            for begin, end, on, is_listed, named in self._sentences[order]:
                if not (owner or named):
                    continue
                here = [place for place in named if place[2] in pair] if named else named
                met.update([word for *_, word in here])
                if is_listed or (len(here) > 1 and self._meet(here)):
                    owner = ""
                elif here:
                    owner, after = here[-1][2], 0
                    start = here[0][0] if self._are_notes and line != on else begin
                    line = on
                    for word, at, stop in _divided(here, start, end):
                        yield self._belonging(word, at, stop, after)
                elif owner:
                    after += 1
                    if any(word in others for *_, word in named) or (
                        met == pair and _SOMEBODY.search(self._reading.text, begin, end)
                    ):
                        owner = ""
                    else:
                        yield self._belonging(owner, begin, end, after)
        for share in self._reading.shares:
            handed = {word for *_, word in self._named(*share.name)} & pair
            if len(handed) == 1:
                yield self._belonging(handed.pop(), *share.thing, 0)

    def _meet(self, here: Sequence[tuple[int, int, str]]) -> bool:
        """Whether one thing is said of the two together: 甲校去乙校6人, 柳湾村幸福院."""
        text = self._reading.text
        return any(
            first[2] != second[2]
            and (_TOWARDS.search(text, first[1], second[0]) or _OWNED.fullmatch(text, first[1], second[0]))
            for first, second in pairwise(here)
        )

    def _belonging(self, owner: str, start: int, end: int, after: int) -> Belonging:
        return Belonging(owner, start, end, self._says(start, end), after)

    def _says(self, start: int, end: int) -> frozenset[str]:
        """The telling signs of a span, its numbers and dates, and the names in it."""
        says = self._signs.get((start, end))
        if says is None:
            things = self._contrasts.things
            says = self._reading.signs_of(start, end)
            if figures := self._reading.figures_in(start, end):
                says |= figures - {_ONCE}
            if names := [f"@{word}" for *_, word in self._named(start, end) if things[word].is_name]:
                says = says.union(names)
            self._signs[start, end] = says
        return says


def _divided(here: Sequence[tuple[int, int, str]], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """A part that names one thing, undivided; else for every mention what follows it."""
    if len({word for *_, word in here}) == 1:
        yield here[0][2], start, end
        return
    for (_, begin, word), (stop, *_) in zip(here, (*here[1:], (end, 0, "")), strict=True):
        yield word, begin, stop
