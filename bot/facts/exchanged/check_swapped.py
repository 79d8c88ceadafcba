"""Two things that have changed places, whatever they are: 甲用空气能，乙用电暖器 told the other way round.

No list of names is needed. Words that both texts have are compared two by two by what stands beside them: if
all that tells the two apart in the notes stands beside the other in the prose, and nothing beside its own,
they have been exchanged. Of two that look alike (上坝 and 下坝, 老梁 and 老荀: of one length, neither of
them a word of every day) it is enough that one mention of each has more of the other than of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ..finding import Finding, FindingKind
from ..trial import Trial
from .company import Counted, Parts, Place, Places, Words, parts_of
from .mixing import alike, mixed_up
from .moving import Moved, Sides

_PART = re.compile(r"[^,。;!?:、\n ]+")
_SENTENCE = re.compile(r"[^。;!?\n]+")
_NEAR, _SURE = 40, 2
_BY_NUMBERS = (_PART, _SENTENCE)
"""How the notes are cut where the prose is cut into sentences: only numbers can tell across those."""


def check_swapped(trial: Trial, shared: Iterable[str]) -> Iterator[Finding]:
    """Two words whose company has been exchanged, between two marks or between two sentences."""
    deeds = trial.lexicon.common_verbs.intersection(shared)
    words = [word for word in shared if word not in deeds]
    notes, prose = Words(trial.notes), Words(trial.prose)
    given = Parts(trial.notes, _PART, notes)
    by_parts = Sides(given, Parts(trial.prose, _PART, prose))
    moved = by_parts.moved(shared)
    flagged = set(_exchanged(moved, by_parts, deeds))
    if pairs := alike(trial, words):
        flagged.update(mixed_up(pairs, moved, by_parts))
        by_sentences = Sides(given, Parts(trial.prose, _SENTENCE, prose))
        moved = by_sentences.moved(dict.fromkeys(chain.from_iterable(pairs)))
        flagged.update(mixed_up(pairs, moved, by_sentences))
    if len(trial.notes.numbers) > 1 and len(trial.prose.numbers) > 1:
        flagged.update(_exchanged_by_numbers(trial, words, notes, prose))
    for word in shared:
        if word in flagged:
            at = trial.prose.text.find(word)
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, at, at + len(word))


def _exchanged_by_numbers(trial: Trial, words: Sequence[str], notes: Words, prose: Words) -> Iterator[str]:
    """The words that have exchanged their numbers; of a part of the prose, only those that are names."""
    told = Counted(trial.prose, _SENTENCE, prose)
    given, of_sentences = (Counted(trial.notes, pattern, notes) for pattern in _BY_NUMBERS)
    names = [word for word in words if word not in trial.lexicon.vocabulary]
    for some, sides in (
        (words, Sides(given, told)),
        (words, Sides(of_sentences, told)),
        (names, Sides(given, Counted(trial.prose, _PART, prose))),
    ):
        yield from _exchanged(sides.moved(some), sides)


def _exchanged(moved: Sequence[Moved], sides: Sides, deeds: frozenset[str] = frozenset()) -> Iterator[str]:
    """The first of every two words that have exchanged what stands beside them.

    Of two of which one is a deed those must be two signs at least, and 开工 is no other deed than 动工.
    """
    for begun, first in enumerate(moved, 1):
        for second in moved[begun : begun + _NEAR]:
            if second.order - first.order > _NEAR:
                break
            if first.gained.isdisjoint(second.lost) or second.gained.isdisjoint(first.lost):
                continue
            is_odd = (first.word in deeds) != (second.word in deeds)
            if is_odd and not frozenset(first.word).isdisjoint(second.word):
                continue
            if _is_exchange(first, second, sides, _SURE if is_odd else 1):
                yield first.word
                break


def _is_exchange(first: Moved, second: Moved, sides: Sides, least: int) -> bool:
    if first.word in second.word or second.word in first.word:
        return False
    given, told = _apart(first.here, second.here), _apart(first.there, second.there)
    if given is None or told is None:
        return False
    if sides.given.are_listed(first.here, second.here) and sides.told.are_listed(first.there, second.there):
        return False
    own = frozenset(first.word + second.word)
    only, now = _tell_apart(sides.given, given, own), _tell_apart(sides.told, told, own)
    if only[0] & now[0] or only[1] & now[1]:
        return False
    return len(only[0] & now[1]) >= least <= len(only[1] & now[0])


def _tell_apart(
    parts: Parts, places: tuple[Place, Place], own: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """What stands beside the one word and not beside the other."""
    first, second = parts.beside(places[0]), parts.beside(places[1])
    return first - second - own, second - first - own


def _apart(one: Places, other: Places) -> tuple[Place, Place] | None:
    """The only part that has the one word without the other, and the only part of the other."""
    if len(one) == len(other) == 1:
        return None if one[0][0] == other[0][0] else (one[0], other[0])
    shared = parts_of(one) & parts_of(other)
    first = [place for place in one if place[0] not in shared]
    second = [place for place in other if place[0] not in shared]
    return (first[0], second[0]) if len(first) == len(second) == 1 else None
