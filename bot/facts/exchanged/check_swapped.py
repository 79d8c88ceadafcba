"""Two things that have changed places, whatever they are: 甲用空气能，乙用电暖器 told the other way round.

No list of names is needed. Words that both texts have are compared two by two by what stands beside them: if
all that tells the two apart in the notes stands beside the other in the prose, and nothing beside its own,
they have been exchanged. Of two that look alike (上坝 and 下坝, 老梁 and 老荀: of one length, neither of
them a word of every day) it is enough that one mention of each has more of the other than of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..finding import Finding, FindingKind
from ..trial import Trial
from .company import Counted, Parts, Place, Words, parts_of
from .mixing import alike, mixed_up

_PART = re.compile(r"[^,。;!?:、\n ]+")
_SENTENCE = re.compile(r"[^。;!?\n]+")
_NEAR = 40
_BY_NUMBERS = (_PART, _SENTENCE)
"""How the notes are cut where the prose is cut into sentences: only numbers can tell across those."""


def check_swapped(trial: Trial, shared: Iterable[str]) -> Iterator[Finding]:
    """Two words whose company has been exchanged, between two marks or between two sentences."""
    words = [word for word in shared if word not in trial.lexicon.common_verbs]
    notes, prose = Words(trial.notes), Words(trial.prose)
    near, told_near = Parts(trial.notes, _PART, notes), Parts(trial.prose, _PART, prose)
    flagged = set(_exchanged(words, near, told_near))
    pairs = alike(trial, words)
    if pairs:
        for told in (told_near, Parts(trial.prose, _SENTENCE, prose)):
            flagged.update(mixed_up(pairs, near, told))
    if len(trial.notes.numbers) > 1 and len(trial.prose.numbers) > 1:
        counted = Counted(trial.prose, _SENTENCE, prose)
        by_parts, by_sentences = (Counted(trial.notes, pattern, notes) for pattern in _BY_NUMBERS)
        flagged.update(_exchanged(words, by_parts, counted), _exchanged(words, by_sentences, counted))
        names = [word for word in words if word not in trial.lexicon.vocabulary]
        flagged.update(_exchanged(names, by_parts, Counted(trial.prose, _PART, prose)))
    for word in words:
        if word in flagged:
            at = trial.prose.text.find(word)
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, at, at + len(word))


def _exchanged(words: Sequence[str], given: Parts, told: Parts) -> Iterator[str]:
    """The first of every two words that have exchanged what stands beside them."""
    placed = [(word, here, there) for word in words if (there := told.of(word)) and (here := given.of(word))]
    lost = [_lost(given, told, here, there) for _, here, there in placed]
    losing = [order for order, signs in enumerate(lost) if signs]
    company = {order: told.company(placed[order][2]) for order in losing}
    for begun, order in enumerate(losing, 1):
        first, *one = placed[order]
        for at in losing[begun : begun + _NEAR]:
            if at - order > _NEAR:
                break
            if lost[order].isdisjoint(company[at]) or lost[at].isdisjoint(company[order]):
                continue
            second, *other = placed[at]
            if _is_exchange((first, second), (given, told), one, other):
                yield first
                break


def _lost(given: Parts, told: Parts, here: Sequence[Place], there: Sequence[Place]) -> frozenset[str]:
    """What stands beside a word in the notes, and does not, or perhaps not, beside it in the prose.

    Without the word's own characters: those tell no two words apart.
    """
    company = given.company(here)
    return company - told.plain(there[0][0]) if len(there) == 1 else company


def _is_exchange(
    words: tuple[str, str],
    sides: tuple[Parts, Parts],
    one: Sequence[Sequence[Place]],
    other: Sequence[Sequence[Place]],
) -> bool:
    if words[0] in words[1] or words[1] in words[0]:
        return False
    given, told = _apart(one[0], other[0]), _apart(one[1], other[1])
    if given is None or told is None:
        return False
    if all(side.are_listed(first, second) for side, first, second in zip(sides, one, other, strict=True)):
        return False
    own = frozenset(words[0] + words[1])
    only, now = _tell_apart(sides[0], given, own), _tell_apart(sides[1], told, own)
    return bool(only[0] & now[1] and only[1] & now[0]) and not (only[0] & now[0] or only[1] & now[1])


def _tell_apart(
    parts: Parts, places: tuple[Place, Place], own: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """What stands beside the one word and not beside the other."""
    first, second = parts.beside(places[0]), parts.beside(places[1])
    return first - second - own, second - first - own


def _apart(one: Sequence[Place], other: Sequence[Place]) -> tuple[Place, Place] | None:
    """The only part that has the one word without the other, and the only part of the other."""
    if len(one) == len(other) == 1:
        return None if one[0][0] == other[0][0] else (one[0], other[0])
    shared = parts_of(one) & parts_of(other)
    first = [place for place in one if place[0] not in shared]
    second = [place for place in other if place[0] not in shared]
    return (first[0], second[0]) if len(first) == len(second) == 1 else None
