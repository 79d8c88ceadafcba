"""What stands beside words that two texts share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from string import ascii_letters

from ..text.reading import Reading

_LATIN = re.compile("[A-Za-z]{2,}")
_OFTEN = 3
_NOTHING = frozenset[str]()


_JOINTS = frozenset("、和与及跟")

Place = tuple[int, int, int]
"""Where a word stands: the number of its part (of a share of `handing_out`, below zero), and its span."""


def parts_of(places: Iterable[Place]) -> set[int]:
    """The numbers of the parts in which the places are."""
    return {part for part, _, _ in places}


class Words:
    """Where words stand in a text and how it is cut, looked for once; `shares` is what the text hands out."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self.shares = reading.shares
        self.handed = {
            at: order
            for order, share in reversed(list(enumerate(self.shares)))
            for span in share
            for at in range(*span)
        }
        """Which share the places belong to that are handed out."""
        self._starts: dict[str, list[int]] = {}
        self._cuts: dict[re.Pattern[str], list[tuple[int, int]]] = {}

    def cut(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """The parts of the text that a pattern finds."""
        if pattern not in self._cuts:
            self._cuts[pattern] = [found.span() for found in pattern.finditer(self._text)]
        return self._cuts[pattern]

    def starts(self, word: str) -> list[int]:
        """The places of a word, in their order, none inside another."""
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
        self._parts = words.cut(pattern)
        self._shares = words.shares
        self._has_latin = not reading.foreign.isdisjoint(ascii_letters)
        self._begins = [start for start, _ in self._parts]
        self._placed: dict[str, Sequence[Place]] = {}
        self._known: dict[int, frozenset[str]] = {}
        self._plain: dict[int, frozenset[str]] = {}
        self._beside: dict[Place, frozenset[str]] = {}

    def of(self, word: str) -> Sequence[Place]:
        """Where a word stands; nowhere, if it stands in many parts or twice in one."""
        placed = self._placed.get(word)
        if placed is None:
            placed = self._placed[word] = self._places(word)
        return placed

    def _places(self, word: str) -> Sequence[Place]:
        places: list[Place] = []
        handed, size, last = self._words.handed, len(word), None
        for start in self._words.starts(word):
            order = ~handed[start] if start in handed else bisect_right(self._begins, start) - 1
            if order == last or len(places) == _OFTEN:
                return ()
            if len(plain := self.plain(order)) > size or not self._is_all(plain, order, start, word):
                places.append((order, start, start + size))
                last = order
        return places

    def _is_all(self, plain: frozenset[str], order: int, start: int, word: str) -> bool:
        """Whether a word is all that its part tells."""
        return plain.issubset(word) and not self.beside((order, start, start + len(word)))

    def are_listed(self, one: Sequence[Place], other: Sequence[Place]) -> bool:
        """Whether of two words the one only stands behind the other in a list: 水厂、养老院, 水厂和养老院."""
        if len(one) > 1 or len(other) > 1:
            return False
        (_, _, end), (_, start, _) = sorted((one[0], other[0]), key=itemgetter(1))
        return start == end + 1 and self._reading.text[end] in _JOINTS

    def plain(self, order: int) -> frozenset[str]:
        """What stands in a part without its groups of meaning, also the characters of the word itself."""
        plain = self._plain.get(order)
        if plain is None:
            plain = self._signs(order)
            for span in self._spans(order):
                if groups := self._reading.synonyms_in(*span):
                    plain = plain.difference(groups)
            self._plain[order] = plain
        return plain

    def company(self, places: Sequence[Place]) -> frozenset[str]:
        """Every sign of the parts where a word stands, also those of the word: quicker than `beside`."""
        first = self._signs(places[0][0])
        return first if len(places) == 1 else first.union(*[self._signs(part) for part, _, _ in places[1:]])

    def _signs(self, order: int) -> frozenset[str]:
        """Every sign of a part, also those of the word that was looked for."""
        known = self._known.get(order)
        if known is None:
            first, *others = [self._read(*span) for span in self._spans(order)]
            known = self._known[order] = first.union(*others) if others else first
        return known

    def _spans(self, order: int) -> Sequence[tuple[int, int]]:
        return self._shares[~order] if order < 0 else (self._parts[order],)

    def _read(self, start: int, stop: int) -> frozenset[str]:
        signs = self._reading.telling(start, stop) - self._reading.foreign
        facts = self._facts(start, stop)
        return signs | facts if facts else signs

    def _facts(self, start: int, stop: int) -> frozenset[str]:
        """The numbers, the dates and the Latin words of a span."""
        figures = self._reading.figures_in(start, stop)
        return figures.union(_LATIN.findall(self._reading.text, start, stop)) if self._has_latin else figures

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
        for start, sign in reading.sizes:
            order = bisect_right(self._begins, start) - 1
            if order >= 0 and start < self._parts[order][1]:
                found[order].add(sign)
        for order, share in enumerate(self._shares):
            found[~order] = {sign for span in share for sign in reading.sizes_in(*span)}
        self._plain = {order: frozenset(signs) for order, signs in found.items()}

    def plain(self, order: int) -> frozenset[str]:
        """The numbers of a part."""
        return self._plain.get(order, _NOTHING)

    _signs = plain

    def _is_all(self, plain: frozenset[str], *_: object) -> bool:
        return not plain

    def beside(self, place: Place) -> frozenset[str]:
        """The numbers of the part."""
        return self.plain(place[0])
