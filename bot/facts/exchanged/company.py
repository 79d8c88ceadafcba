"""What stands beside words that two texts share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from string import ascii_letters
from typing import NamedTuple

from ..text.reading import Reading

_LATIN = re.compile("[A-Za-z]{2,}")
_OFTEN = 3
_NOTHING = frozenset[str]()


_JOINTS = frozenset("、和与及跟")

Place = tuple[int, int, int]
"""Where a word stands: the number of its part (of a share of `handing_out`, below zero), and its span."""
Places = Sequence[Place]


def parts_of(places: Iterable[Place]) -> set[int]:
    """The numbers of the parts in which the places are."""
    return {part for part, _, _ in places}


class _Company(NamedTuple):
    """What stands in a part: without the groups of meaning of its words, and with them."""

    plain: frozenset[str]
    signs: frozenset[str]


_NO_COMPANY = _Company(_NOTHING, _NOTHING)


class Cut(NamedTuple):
    """The parts that a pattern cuts a text into, where they begin, and the words that were looked for."""

    parts: list[tuple[int, int]]
    begins: list[int]
    placed: dict[str, list[Place]]


class Words:
    """Where words stand in a text and how it is cut, looked for once; `shares` is what the text hands out."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self.has_latin = not reading.foreign.isdisjoint(ascii_letters)
        self.blank = reading.foreign | {""}
        """What of the signs of the text tells nothing here."""
        self.shares = reading.shares
        self.handed = {
            at: order
            for order, share in reversed(list(enumerate(self.shares)))
            for span in share
            for at in range(*span)
        }
        """Which share the places belong to that are handed out."""
        self._starts: dict[str, list[int]] = {}
        self._cuts: dict[re.Pattern[str], Cut] = {}

    def cut(self, pattern: re.Pattern[str]) -> Cut:
        """The parts of the text that a pattern finds."""
        if pattern not in self._cuts:
            parts = [found.span() for found in pattern.finditer(self._text)]
            self._cuts[pattern] = Cut(parts, [start for start, _ in parts], {})
        return self._cuts[pattern]

    def places(self, word: str, cut: Cut) -> list[Place]:
        """The places of a word in the parts of a cut, in their order, none inside another."""
        known = cut.placed.get(word)
        if known is None:
            handed, begins, size = self.handed, cut.begins, len(word)
            known = cut.placed[word] = [
                (~handed[at] if at in handed else bisect_right(begins, at) - 1, at, at + size)
                for at in self._starts_of(word)
            ]
        return known

    def _starts_of(self, word: str) -> list[int]:
        known = self._starts.get(word)
        if known is not None:
            return known
        starts = self._starts[word] = []
        text, size = self._text, len(word)
        at = text.find(word)
        while at >= 0:
            starts.append(at)
            at = text.find(word, at + size)
        return starts


class Parts:
    """A reading, cut by a pattern, and the signs on either side of a word in its part."""

    def __init__(self, reading: Reading, pattern: re.Pattern[str], words: Words) -> None:
        self._reading, self._words = reading, words
        self._cut = words.cut(pattern)
        self._shares = words.shares
        self._placed: dict[str, Places] = {}
        self._known: dict[int, _Company] = {}
        self._beside: dict[Place, frozenset[str]] = {}

    def of(self, word: str) -> Places:
        """Where a word stands; nowhere, if it stands in many parts or twice in one."""
        placed = self._placed.get(word)
        if placed is None:
            placed = self._placed[word] = self._places(word)
        return placed

    def _places(self, word: str) -> Places:
        found = self._words.places(word, self._cut)
        if len(found) == 1:
            return found if self._has_company(found[0]) else ()
        places: list[Place] = []
        last = None
        for place in found:
            if place[0] == last or len(places) == _OFTEN:
                return ()
            if self._has_company(place):
                places.append(place)
                last = place[0]
        return places

    def _has_company(self, place: Place) -> bool:
        """Whether a word is not all that its part tells."""
        order, start, end = place
        return len(self._company(order).plain) > end - start or bool(self.beside(place))

    def are_listed(self, one: Places, other: Places) -> bool:
        """Whether of two words the one only stands behind the other in a list: 水厂、养老院, 水厂和养老院."""
        if len(one) > 1 or len(other) > 1:
            return False
        (_, _, end), (_, start, _) = sorted((one[0], other[0]), key=itemgetter(1))
        return start == end + 1 and self._reading.text[end] in _JOINTS

    def plain(self, place: Place) -> frozenset[str]:
        """What stands in a part without its groups of meaning, also the characters of the word itself."""
        return self._company(place[0]).plain

    def company(self, places: Places) -> frozenset[str]:
        """Every sign of the parts where a word stands, also those of the word: quicker than `beside`."""
        first = self._company(places[0][0]).signs
        if len(places) == 1:
            return first
        return first.union(*[self._company(order).signs for order, _, _ in places[1:]])

    def _company(self, order: int) -> _Company:
        known = self._known.get(order)
        if known is None:
            known = self._known[order] = self._read(order)
        return known

    def _read(self, order: int) -> _Company:
        reading, plain, groups = self._reading, _NOTHING, list[str]()
        for start, stop in self._spans(order):
            plain = plain.union(reading.signs[start:stop], self._facts(start, stop))
            groups += reading.synonyms_in(start, stop)
        plain = plain - self._words.blank
        return _Company(plain, plain.union(groups) if groups else plain)

    def _spans(self, order: int) -> Sequence[tuple[int, int]]:
        return self._shares[~order] if order < 0 else (self._cut.parts[order],)

    def _facts(self, start: int, stop: int) -> frozenset[str]:
        """The numbers, the dates and the Latin words of a span."""
        figures = self._reading.figures_in(start, stop)
        if self._words.has_latin:
            figures = figures.union(_LATIN.findall(self._reading.text, start, stop))
        return figures

    def beside(self, place: Place) -> frozenset[str]:
        """What stands in the same part, without what only the word itself says."""
        if place not in self._beside:
            self._beside[place] = self._read_beside(place)
        return self._beside[place]

    def _read_beside(self, place: Place) -> frozenset[str]:
        signs = frozenset[str]()
        part, begin, end = place
        for start, stop in self._spans(part):
            if start <= begin < stop:
                signs = signs.union(self._reading.telling(start, begin), self._reading.telling(end, stop))
            else:
                signs |= self._reading.telling(start, stop)
            signs |= self._facts(start, stop)
        return signs - self._reading.foreign


class Counted(Parts):
    """The same with nothing but the numbers of a part; where there are none, no word stands."""

    def __init__(self, reading: Reading, pattern: re.Pattern[str], words: Words) -> None:
        super().__init__(reading, pattern, words)
        found: defaultdict[int, set[str]] = defaultdict(set)
        parts, begins, _ = self._cut
        for start, sign in reading.sizes:
            order = bisect_right(begins, start) - 1
            if order >= 0 and start < parts[order][1]:
                found[order].add(sign)
        for order, share in enumerate(self._shares):
            found[~order] = {sign for span in share for sign in reading.sizes_in(*span)}
        for order, signs in found.items():
            numbers = frozenset(signs)
            self._known[order] = _Company(numbers, numbers)

    def _company(self, order: int) -> _Company:
        return self._known.get(order, _NO_COMPANY)

    def _has_company(self, place: Place) -> bool:
        return bool(self._company(place[0]).plain)

    def beside(self, place: Place) -> frozenset[str]:
        """The numbers of the part."""
        return self.plain(place)
