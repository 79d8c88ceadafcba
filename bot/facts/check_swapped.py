"""Two things that have changed places, whatever they are: 甲用空气能，乙用电暖器 told the other way round.

No list of names is needed. Words that stand once in each text are compared two by two by what stands beside
them: if all that tells the two apart in the notes stands beside the other one in the prose, and nothing
beside its own, they have been exchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import add
from typing import NamedTuple

from .context import telling
from .finding import Finding, FindingKind
from .reading import Reading
from .trial import Trial

_PART = re.compile(r"[^,。;!?:、\n ]+")
_SENTENCE = re.compile(r"[^。;!?\n]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_SMALL = "的了在和与及是有也都还就又再并已将这那着过个我"
_MOST, _NEAR, _PLACES, _LONGEST, _READ, _OFTEN = 400, 40, 8, 16, 20_000, 3
_BY_NUMBERS = (_PART, _SENTENCE)
"""How the notes are cut where the prose is cut into sentences: only numbers can tell across those."""


class _Place(NamedTuple):
    """Where a word stands: the number of its part, and its span."""

    part: int
    start: int
    end: int


def check_swapped(trial: Trial) -> Iterator[Finding]:
    """Two words whose company has been exchanged, between two marks or between two sentences.

    Of a very long text the first 20,000 characters are looked at.
    """
    words = [word for word in _shared(trial) if word not in trial.lexicon.common_verbs]
    notes, prose = _Words(trial.notes.text), _Words(trial.prose.text)
    flagged = set(_exchanged(words, _Parts(trial.notes, _PART, notes), _Parts(trial.prose, _PART, prose)))
    if len(trial.notes.numbers) > 1 and len(trial.prose.numbers) > 1:
        told = _Counted(trial.prose, _SENTENCE, prose)
        for pattern in _BY_NUMBERS:
            flagged.update(_exchanged(words, _Counted(trial.notes, pattern, notes), told))
    for word in words:
        if word in flagged:
            at = trial.prose.text.find(word)
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, at, at + len(word))


def _exchanged(words: Sequence[str], given: _Parts, told: _Parts) -> Iterator[str]:
    """The first of every two words that have exchanged what stands beside them."""
    placed = [(word, here, there) for word in words if (here := given.of(word)) and (there := told.of(word))]
    company = [(given.company(word, here), told.company(word, there)) for word, here, there in placed]
    for order, (first, *one) in enumerate(placed):
        for at in range(order + 1, min(len(placed), order + 1 + _NEAR)):
            if company[order][0].isdisjoint(company[at][1]) or company[order][1].isdisjoint(company[at][0]):
                continue
            second, *other = placed[at]
            if _is_exchange((first, second), (given, told), one, other):
                yield first
                break


def _is_exchange(
    words: tuple[str, str],
    sides: tuple[_Parts, _Parts],
    one: Sequence[tuple[_Place, ...]],
    other: Sequence[tuple[_Place, ...]],
) -> bool:
    if words[0] in words[1] or words[1] in words[0]:
        return False
    given, told = _apart(one[0], other[0]), _apart(one[1], other[1])
    if given is None or told is None:
        return False
    own = frozenset(words[0] + words[1])
    only, now = _tell_apart(sides[0], given, own), _tell_apart(sides[1], told, own)
    return bool(only[0] & now[1] and only[1] & now[0]) and not (only[0] & now[0] or only[1] & now[1])


def _tell_apart(
    parts: _Parts, places: tuple[_Place, _Place], own: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """What stands beside the one word and not beside the other."""
    first, second = parts.beside(places[0]), parts.beside(places[1])
    return first - second - own, second - first - own


def _apart(one: tuple[_Place, ...], other: tuple[_Place, ...]) -> tuple[_Place, _Place] | None:
    """The only part that has the one word without the other, and the only part of the other."""
    if len(one) == len(other) == 1:
        return None if one[0].part == other[0].part else (one[0], other[0])
    shared = {place.part for place in one} & {place.part for place in other}
    first = [place for place in one if place.part not in shared]
    second = [place for place in other if place.part not in shared]
    return (first[0], second[0]) if len(first) == len(second) == 1 else None


def _shared(trial: Trial) -> list[str]:
    """What both texts say in the same words, two and more Chinese characters each, in the prose's order."""
    notes, prose = trial.notes.text, trial.prose.text
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(map(add, notes, notes[1:])):
        same = places[pair]
        if len(same) < _PLACES:
            same.append(at)
    read = prose[:_READ]
    found: dict[str, None] = {}
    upto = 0
    for at in [at for at, pair in enumerate(map(add, read, read[1:])) if pair in places]:
        if at < upto or not "\u4e00" <= prose[at] <= "\u9fff":
            continue
        if len(found) == _MOST:
            break
        size = max([_common(prose, at, notes, start) for start in places[prose[at : at + 2]]])
        if word := _HAN.match(prose, at, at + size):
            upto = word.end()
            if len(clean := word.group().strip(_SMALL)) > 1:
                found[clean] = None
    return list(found)


def _common(prose: str, at: int, notes: str, start: int) -> int:
    size, most = 2, min(_LONGEST, len(prose) - at, len(notes) - start)
    while size < most and prose[at + size] == notes[start + size]:
        size += 1
    return size


class _Words:
    """Where words stand in a text, each looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def spans(self, word: str) -> list[tuple[int, int]]:
        """The places of a word, in their order, none inside another."""
        if word not in self._spans:
            spans: list[tuple[int, int]] = []
            at = self._text.find(word)
            while at >= 0:
                spans.append((at, at + len(word)))
                at = self._text.find(word, at + len(word))
            self._spans[word] = spans
        return self._spans[word]


class _Parts:
    """A reading, cut by a pattern, and the signs on either side of a word in its part."""

    def __init__(self, reading: Reading, pattern: re.Pattern[str], words: _Words) -> None:
        self._reading, self._words = reading, words
        self._parts = [found.span() for found in pattern.finditer(reading.text)]
        self._starts = [start for start, _ in self._parts]
        self._placed: dict[str, tuple[_Place, ...]] = {}
        self._known: dict[int, frozenset[str]] = {}

    def of(self, word: str) -> tuple[_Place, ...]:
        """Where a word stands; nowhere, if it stands in many parts or twice in one."""
        if word not in self._placed:
            self._placed[word] = tuple(self._places(word))
        return self._placed[word]

    def _places(self, word: str) -> list[_Place]:
        places: list[_Place] = []
        for start, end in self._words.spans(word):
            order = bisect_right(self._starts, start) - 1
            if len(places) == _OFTEN or (places and places[-1].part == order):
                return []
            place = _Place(order, start, end)
            if self._has_company(place, word):
                places.append(place)
        return places

    def _has_company(self, place: _Place, word: str) -> bool:
        return any(
            sign not in word if len(sign) == 1 else sign[0] == "#" for sign in self._signs(place.part)
        ) or bool(self.beside(place))

    def company(self, word: str, places: Sequence[_Place]) -> frozenset[str]:
        """What stands beside a word in any of its places, and perhaps more: quicker than `beside`."""
        return self._signs(places[0].part).union(*[self._signs(place.part) for place in places[1:]]) - set(
            word
        )

    def _signs(self, order: int) -> frozenset[str]:
        """Every sign of a part, also those of the word that was looked for."""
        if order not in self._known:
            self._known[order] = self._read(*self._parts[order])
        return self._known[order]

    def _read(self, start: int, stop: int) -> frozenset[str]:
        signs = telling(self._reading, start, stop) - self._reading.foreign
        return signs | self._reading.sizes_in(start, stop)

    def beside(self, place: _Place) -> frozenset[str]:
        """What stands in the same part, without what only the word itself says."""
        start, stop = self._parts[place.part]
        before, after = telling(self._reading, start, place.start), telling(self._reading, place.end, stop)
        return before.union(after) - self._reading.foreign | self._reading.sizes_in(start, stop)


class _Counted(_Parts):
    """The same with nothing but the numbers of a part; where there are none, no word stands."""

    def _read(self, start: int, stop: int) -> frozenset[str]:
        return self._reading.sizes_in(start, stop)

    def _has_company(self, place: _Place, _: str) -> bool:
        return bool(self._signs(place.part))

    def beside(self, place: _Place) -> frozenset[str]:
        """The numbers of the part."""
        return self._signs(place.part)
