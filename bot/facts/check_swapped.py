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
_BY_NUMBERS = ((_PART, _SENTENCE), (_SENTENCE, _SENTENCE))
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
    flagged = set(_exchanged(words, _Parts(trial.notes, _PART), _Parts(trial.prose, _PART)))
    if len(trial.notes.numbers) > 1 and len(trial.prose.numbers) > 1:
        for given, told in _BY_NUMBERS:
            flagged |= set(_exchanged(words, _Counted(trial.notes, given), _Counted(trial.prose, told)))
    for word in words:
        if word in flagged:
            at = trial.prose.text.find(word)
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, at, at + len(word))


def _exchanged(words: Sequence[str], given: _Parts, told: _Parts) -> Iterator[str]:
    """The first of every two words that have exchanged what stands beside them."""
    placed = [(word, here, there) for word in words if (here := given.of(word)) and (there := told.of(word))]
    for order, (first, *one) in enumerate(placed):
        for second, *other in placed[order + 1 : order + 1 + _NEAR]:
            if _is_exchange(first, second, one, other):
                yield first
                break


def _is_exchange(
    first: str,
    second: str,
    one: list[tuple[_Place, ...]],
    other: list[tuple[_Place, ...]],
) -> bool:
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

    def of(self, word: str) -> tuple[_Place, ...]:
        """Where a word stands; nowhere, if it stands in many parts or twice in one."""
        text, places = self._reading.text, list[_Place]()
        at = text.find(word)
        while at >= 0:
            if len(places) == _OFTEN:
                return ()
            order = bisect_right(self._starts, at) - 1
            if places and places[-1].part == order:
                return ()
            end = at + len(word)
            if beside := self._beside(order, (at, end)):
                places.append(_Place(order, beside))
            at = text.find(word, end)
        return tuple(places)

    def _beside(self, order: int, word: tuple[int, int]) -> frozenset[str]:
        start, stop = self._parts[order]
        return self._signs(start, word[0]) | self._signs(word[1], stop) | self._numbers(start, stop)

    def _signs(self, start: int, stop: int) -> frozenset[str]:
        signs = telling(self._reading, start, stop)
        return frozenset([sign for sign in signs if len(sign) > 1 or "\u4e00" <= sign <= "\u9fff"])

    def _numbers(self, start: int, stop: int) -> frozenset[str]:
        facts = self._reading.facts_in(start, stop)
        return frozenset([f"#{fact.size.normalize():f}" for fact in facts if fact.is_number])


class _Counted(_Parts):
    """The same with nothing but the numbers of a part; where there are none, no word stands."""

    def __init__(self, reading: Reading, pattern: re.Pattern[str]) -> None:
        super().__init__(reading, pattern)
        self._counted = [self._numbers(*part) for part in self._parts]

    def _beside(self, order: int, _: tuple[int, int]) -> frozenset[str]:
        return self._counted[order]
