"""Two things that have changed places, whatever they are: 甲用空气能，乙用电暖器 told the other way round.

No list of names is needed. Words that stand once in each text are compared two by two by what stands beside
them: if all that tells the two apart in the notes stands beside the other one in the prose, and nothing
beside its own, they have been exchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .context import telling
from .finding import Finding, FindingKind
from .reading import Reading
from .trial import Trial

_PART = re.compile(r"[^,。;!?:、\n ]+")
_SENTENCE = re.compile(r"[^。;!?\n]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_SMALL = "的了在和与及是有也都还就又再并已将这那着过个我"
_MOST, _NEAR, _PLACES, _LONGEST, _READ, _OFTEN = 400, 40, 8, 16, 20_000, 3
_CUTS = ((_PART, _PART), (_PART, _SENTENCE), (_SENTENCE, _SENTENCE))
"""How the notes and how the prose are cut; across sentences only numbers can tell that two changed places."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word stands: the number of its part, and the signs that stand in that part with it."""

    part: int
    beside: frozenset[str]


def check_swapped(trial: Trial) -> Iterator[Finding]:
    """Two words whose company has been exchanged, between two marks or between two sentences.

    Of a very long text the first 20,000 characters are looked at.
    """
    words = [word for word in _shared(trial) if word not in trial.lexicon.common_verbs]
    flagged: set[str] = set()
    given = {cut: _Parts(trial.notes, cut).of_all(words) for cut in (_PART, _SENTENCE)}
    told = {cut: _Parts(trial.prose, cut).of_all(words) for cut in (_PART, _SENTENCE)}
    for cut_given, cut_told in _CUTS:
        here, there = given[cut_given], told[cut_told]
        placed = [(word, here[word], there[word]) for word in words if here[word] and there[word]]
        by_numbers = cut_told is _SENTENCE
        for order, (first, *one) in enumerate(placed):
            for second, *other in placed[order + 1 : order + 1 + _NEAR]:
                if first not in flagged and _is_exchange(first, second, one, other, by_numbers):
                    flagged.add(first)
                    at = trial.prose.text.find(first)
                    yield trial.told(FindingKind.SUBJECTS_EXCHANGED, at, at + len(first))


def _is_exchange(
    first: str,
    second: str,
    one: list[tuple[_Place, ...]],
    other: list[tuple[_Place, ...]],
    by_numbers: bool,
) -> bool:
    if first in second or second in first:
        return False
    given, told = _apart(one[0], other[0]), _apart(one[1], other[1])
    if given is None or told is None:
        return False
    own = frozenset(first + second)
    only = given[0].beside - given[1].beside - own, given[1].beside - given[0].beside - own
    now = told[0].beside - told[1].beside - own, told[1].beside - told[0].beside - own
    if by_numbers:
        only, now = (_numbers(only[0]), _numbers(only[1])), (_numbers(now[0]), _numbers(now[1]))
    return bool(only[0] & now[1] and only[1] & now[0]) and not (only[0] & now[0] or only[1] & now[1])


def _numbers(signs: frozenset[str]) -> frozenset[str]:
    return frozenset(sign for sign in signs if sign[0] == "#")


def _apart(one: tuple[_Place, ...], other: tuple[_Place, ...]) -> tuple[_Place, _Place] | None:
    """The only part that has the one word without the other, and the only part of the other."""
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


class _Parts:
    """A reading, cut by a pattern, and the signs on either side of a word in its part."""

    def __init__(self, reading: Reading, pattern: re.Pattern[str]) -> None:
        self._reading = reading
        self._parts = [found.span() for found in pattern.finditer(reading.text)]
        self._starts = [start for start, _ in self._parts]

    def of_all(self, words: Iterable[str]) -> dict[str, tuple[_Place, ...]]:
        """Where each word stands; nowhere, if it stands in many parts or twice in one."""
        return {word: self._of(word) for word in words}

    def _of(self, word: str) -> tuple[_Place, ...]:
        text, places = self._reading.text, list[_Place]()
        at = text.find(word)
        while at >= 0:
            if len(places) == _OFTEN:
                return ()
            order = bisect_right(self._starts, at) - 1
            start, stop = self._parts[order]
            if places and places[-1].part == order:
                return ()
            end = at + len(word)
            places.append(
                _Place(order, self._signs(start, at) | self._signs(end, stop) | self._numbers(start, stop))
            )
            at = text.find(word, end)
        return tuple(places)

    def _signs(self, start: int, stop: int) -> frozenset[str]:
        signs = telling(self._reading, start, stop)
        return frozenset([sign for sign in signs if len(sign) > 1 or "\u4e00" <= sign <= "\u9fff"])

    def _numbers(self, start: int, stop: int) -> frozenset[str]:
        facts = self._reading.facts_in(start, stop)
        return frozenset([f"#{fact.size.normalize():f}" for fact in facts if fact.is_number])
