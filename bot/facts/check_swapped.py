"""Two things that have changed places, whatever they are: 甲用空气能，乙用电暖器 told the other way round.

No list of names is needed. Words that stand once in each text are compared two by two by what stands beside
them: if all that tells the two apart in the notes stands beside the other one in the prose, and nothing
beside its own, they have been exchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
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
    """Where a word stands: the number of its part, and the signs that stand in that part with it."""

    part: int
    beside: frozenset[str]


_Places = dict[str, tuple[_Place, ...]]
_Pairs = tuple[tuple[_Place, ...], tuple[_Place, ...]]


def check_swapped(trial: Trial) -> Iterator[Finding]:
    """Two words whose company has been exchanged, between two marks or between two sentences.

    Of a very long text the first 20,000 characters are looked at.
    """
    words = [word for word in _shared(trial) if word not in trial.lexicon.common_verbs]
    notes, prose = _Standing(trial.notes, words), _Standing(trial.prose, words)
    flagged = set(_exchanged(words, notes.beside(_PART), prose.beside(_PART)))
    if len(trial.notes.numbers) > 1 and len(trial.prose.numbers) > 1:
        told = prose.counted(_SENTENCE)
        for given in _BY_NUMBERS:
            flagged.update(_exchanged(words, notes.counted(given), told))
    for word in words:
        if word in flagged:
            at = trial.prose.text.find(word)
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, at, at + len(word))


def _exchanged(words: Sequence[str], given: _Places, told: _Places) -> Iterator[str]:
    """The first of every two words that have exchanged what stands beside them."""
    placed = [(word, (given[word], told[word])) for word in words if word in given and word in told]
    company = [(_together(here), _together(there)) for _, (here, there) in placed]
    for order, (first, one) in enumerate(placed):
        here, there = company[order]
        for at in range(order + 1, min(len(placed), order + 1 + _NEAR)):
            if here.isdisjoint(company[at][1]) or there.isdisjoint(company[at][0]):
                continue
            if _is_exchange(first, placed[at][0], one, placed[at][1]):
                yield first
                break


def _together(places: Sequence[_Place]) -> frozenset[str]:
    return places[0].beside.union(*[place.beside for place in places[1:]])


def _is_exchange(first: str, second: str, one: _Pairs, other: _Pairs) -> bool:
    if first in second or second in first:
        return False
    given, told = _apart(one[0], other[0]), _apart(one[1], other[1])
    if given is None or told is None:
        return False
    own = frozenset(first + second)
    only = given[0].beside - given[1].beside - own, given[1].beside - given[0].beside - own
    now = told[0].beside - told[1].beside - own, told[1].beside - told[0].beside - own
    return bool(only[0] & now[1] and only[1] & now[0]) and not (only[0] & now[0] or only[1] & now[1])


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
    for at in range(len(notes) - 1):
        same = places[notes[at : at + 2]]
        if len(same) < _PLACES:
            same.append(at)
    found: dict[str, None] = {}
    at = 0
    last = min(len(prose), _READ) - 1
    while at < last and len(found) < _MOST:
        starts = places.get(prose[at : at + 2])
        if starts is None or not "\u4e00" <= prose[at] <= "\u9fff":
            at += 1
            continue
        size = max(_common(prose, at, notes, start) for start in starts)
        word = _HAN.match(prose, at, at + size)
        if word is not None and len(clean := word.group().strip(_SMALL)) > 1:
            found[clean] = None
        at += len(word.group()) if word is not None else 1
    return list(found)


def _common(prose: str, at: int, notes: str, start: int) -> int:
    size, most = 2, min(_LONGEST, len(prose) - at, len(notes) - start)
    while size < most and prose[at + size] == notes[start + size]:
        size += 1
    return size


class _Standing:
    """Where words stand in a reading, and what stands with them in the same part of it.

    A word is left out where nothing stands beside it, where it stands in many parts, or twice in one.
    """

    def __init__(self, reading: Reading, words: Sequence[str]) -> None:
        """Find every word once; the text may then be cut in several ways."""
        self._reading = reading
        self._spans = {word: list(_spans(reading.text, word)) for word in words}

    def beside(self, pattern: re.Pattern[str]) -> _Places:
        """The words with every sign on either side of them in their part."""
        parts = _cut(self._reading.text, pattern)
        numbers = [self._reading.sizes_in(*part) for part in parts]

        def signs(order: int, start: int, end: int) -> frozenset[str]:
            before, after = self._signs(parts[order][0], start), self._signs(end, parts[order][1])
            return before.union(after, numbers[order])

        return self._placed(parts, signs)

    def counted(self, pattern: re.Pattern[str]) -> _Places:
        """The words with nothing but the numbers of their part."""
        parts = _cut(self._reading.text, pattern)
        numbers = [self._reading.sizes_in(*part) for part in parts]
        return self._placed(parts, lambda order, _start, _end: numbers[order])

    def _placed(
        self, parts: Sequence[tuple[int, int]], signs: Callable[[int, int, int], frozenset[str]]
    ) -> _Places:
        starts = [start for start, _ in parts]
        found: _Places = {}
        for word, spans in self._spans.items():
            places: list[_Place] = []
            for start, end in spans:
                order = bisect_right(starts, start) - 1
                if len(places) == _OFTEN or (places and places[-1].part == order):
                    break
                if beside := signs(order, start, end):
                    places.append(_Place(order, beside))
            else:
                if places:
                    found[word] = tuple(places)
        return found

    def _signs(self, start: int, stop: int) -> frozenset[str]:
        return telling(self._reading, start, stop) - self._reading.foreign


def _cut(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


def _spans(text: str, word: str) -> Iterator[tuple[int, int]]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))
