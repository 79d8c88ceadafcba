"""Two things that have changed places, whatever they are: 甲用空气能，乙用电暖器 told the other way round.

No list of names is needed. Words that stand once in each text are compared two by two by what stands beside
them: if all that tells the two apart in the notes stands beside the other one in the prose, and nothing
beside its own, they have been exchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from .context import telling
from .finding import Finding, FindingKind
from .reading import Reading
from .trial import Trial

_PART = re.compile(r"[^,。;!?:、\n ]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_SMALL = "的了在和与及是有也都还就又再并已将这那着过个我"
_MOST, _NEAR, _PLACES, _LONGEST, _READ = 400, 40, 8, 16, 20_000


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word stands: the number of its part, and the signs that stand in that part with it."""

    part: int
    beside: frozenset[str]


def check_swapped(trial: Trial) -> Iterator[Finding]:
    """Two words, each once in either text, whose company has been exchanged.

    Of a very long text the first 20,000 characters are looked at.
    """
    given, told = _Parts(trial.notes), _Parts(trial.prose)
    placed: list[tuple[str, _Place, _Place]] = []
    for word in _shared(trial):
        if word in trial.lexicon.common_verbs:
            continue
        here = given.place(word)
        there = told.place(word) if here is not None else None
        if here is not None and there is not None:
            placed.append((word, here, there))
    for order, (first, *one) in enumerate(placed):
        for second, *other in placed[order + 1 : order + 1 + _NEAR]:
            if _is_exchange(first, second, one, other):
                at = trial.prose.text.find(first)
                yield trial.told(FindingKind.SUBJECTS_EXCHANGED, at, at + len(first))
                break


def _is_exchange(first: str, second: str, one: list[_Place], other: list[_Place]) -> bool:
    given, told = zip(one, other, strict=True)
    if given[0].part == given[1].part or told[0].part == told[1].part or first in second or second in first:
        return False
    own = frozenset(first + second)
    only = given[0].beside - given[1].beside - own, given[1].beside - given[0].beside - own
    now = told[0].beside - told[1].beside - own, told[1].beside - told[0].beside - own
    return bool(only[0] & now[1] and only[1] & now[0]) and not (only[0] & now[0] or only[1] & now[1])


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
    """A reading, cut at every mark, and the signs on either side of a word in its part."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._parts = [found.span() for found in _PART.finditer(reading.text)]
        self._starts = [start for start, _ in self._parts]

    def place(self, word: str) -> _Place | None:
        """Where a word stands, if it stands there once and in one part."""
        text = self._reading.text
        at = text.find(word)
        end = at + len(word)
        if at < 0 or text.find(word, at + 1) >= 0:
            return None
        order = bisect_right(self._starts, at) - 1
        start, stop = self._parts[order]
        return _Place(order, self._signs(start, at) | self._signs(end, stop) | self._numbers(start, stop))

    def _signs(self, start: int, stop: int) -> frozenset[str]:
        signs = telling(self._reading, start, stop)
        return frozenset([sign for sign in signs if len(sign) > 1 or "\u4e00" <= sign <= "\u9fff"])

    def _numbers(self, start: int, stop: int) -> frozenset[str]:
        facts = self._reading.facts_in(start, stop)
        return frozenset([f"#{fact.size.normalize():f}" for fact in facts if fact.is_number])
