"""What a text says of each of the names in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from .anchors import MINE, MYSELF, Anchor
from .reading import EMPTY, Clause, Reading

_LISTED = re.compile(r"[、和与跟及到至]")
_STATES = frozenset(("plan", "doing", "done", "negation"))
_MEETING = re.compile(r"^[^\d,]{0,4}[去到至来往向跟与和赴同]|派[出驻往]")
_SPACED, _BLANK = re.compile(r"[^ \u3000]+"), re.compile(r"[ \u3000]")
_WORDS = re.compile("[\u4e00-\u9fff]{2}")


def _parts(reading: Reading) -> list[Clause]:
    """The clauses, cut at blanks as well."""
    if not _BLANK.search(reading.text):
        return list(reading.clauses)
    return [
        Clause(part.start(), part.end(), clause.sentence)
        for clause in reading.clauses
        for part in _SPACED.finditer(reading.text, clause.start, clause.end)
    ]


class Sayings:
    """What a reading says of each of its anchors."""

    def __init__(self, reading: Reading, anchors: Sequence[Anchor]) -> None:
        """Find every anchor once; `of_pair` then divides the text between two of them."""
        self._reading = reading
        self._parts = _parts(reading)
        self._starts = [part.start for part in self._parts]
        self._shares = reading.shares
        self._known: dict[tuple[int, int], set[str]] = {}
        self._places = {anchor.word: anchor.places(reading.text) for anchor in anchors}

    def _named(self, first: str, second: str) -> dict[int, list[tuple[int, int, str]]]:
        """Where the two stand in every part that names one of them, by the part's start."""
        named: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
        both = [(place, end, word) for word in (first, second) for place, end in self._places[word]]
        for place, end, word in sorted(both):
            part = self._parts[bisect_right(self._starts, place) - 1]
            if part.start <= place < part.end:
                named[part.start].append((place, end, word))
        return named

    def of_pair(self, first: str, second: str) -> tuple[frozenset[str], frozenset[str]]:
        """The signs said of the one and of the other.

        A clause that names one of them speaks of it, and so do the clauses after it to the end of the
        sentence, as long as no other name begins. Where both stand, each owns what follows it.
        """
        said: dict[str, set[str]] = {first: set(), second: set()}
        named = self._named(first, second)
        current, sentence = "", -1
        for clause in self._parts:
            if clause.sentence != sentence:
                current, sentence = "", clause.sentence
            here = named.get(clause.start)
            if not here:
                if current and not self._names_another(clause, first, second):
                    said[current] |= self._signs(clause.start, clause.end)
                else:
                    current = ""
                continue
            if self._hand_out(here, said) or (len({word for _, _, word in here}) > 1 and self._is_list(here)):
                current = ""
                continue
            if len({word for _, _, word in here}) > 1 and self._meet(here):
                current = ""
                continue
            left = clause.start
            for order, (place, end, word) in enumerate(here):
                right = here[order + 1][0] if order + 1 < len(here) else clause.end
                said[word] |= self._signs(left, place) | self._signs(end, right)
                left = right
            current = here[-1][2]
        return frozenset(said[first]), frozenset(said[second])

    def _names_another(self, clause: Clause, first: str, second: str) -> bool:
        return any(
            clause.start <= place < clause.end
            for word, places in self._places.items()
            if word not in {first, second, MYSELF}
            for place, _ in places
        )

    def _meet(self, here: Sequence[tuple[int, int, str]]) -> bool:
        """甲去乙6人: what is said here is said of the two together."""
        return _MEETING.search(self._reading.text[here[0][1] : here[1][0]]) is not None

    def _is_list(self, here: Sequence[tuple[int, int, str]]) -> bool:
        between = self._reading.text[here[0][1] : here[1][0]]
        return len(between) <= 4 and _LISTED.search(between) is not None

    def _hand_out(self, here: Sequence[tuple[int, int, str]], said: dict[str, set[str]]) -> bool:
        """甲、乙分别于8月、10月投用: the first name owns the first date. Whether there was such a list."""
        handed = [(word, share) for place, _, word in here for share in self._shares if share.holds(place)]
        for word, share in handed:
            said[word] |= self._signs(*share.name) | self._signs(*share.thing)
        return bool(handed)

    def _signs(self, start: int, end: int) -> set[str]:
        reading, text = self._reading, self._reading.text
        if (start, end) in self._known:
            return self._known[start, end]
        signs = {
            text[at : at + 2]
            for at in range(start, end - 1)
            if _WORDS.match(text, at) and text[at] not in EMPTY and text[at + 1] not in EMPTY
        }
        signs |= reading.figures_in(start, end)
        for mark in reading.attributes_in(start, end):
            signs |= {f"!{label}" for label in mark.labels & _STATES}
        if MINE.search(text, start, end):
            signs.add(MYSELF)
        self._known[start, end] = signs
        return signs
