"""Two words that look alike, and of which a mention has got the other's company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..fact import FactKind
from ..trial import Trial
from .company import Parts, Place, parts_of

_TIME = re.compile("[今去上当本明][年月]|全年|[年月季][初中末底]|[早晚]上|目前|节[前后]|[上下]半年")
_OF_TIME = frozenset("年月季上前节")
"""One of them is in every word for a time."""
_NEAR, _SURE = 40, 2


def is_time(word: str) -> bool:
    """Whether a word says when."""
    return not _OF_TIME.isdisjoint(word) and _TIME.search(word) is not None


def alike(trial: Trial, words: Sequence[str]) -> list[tuple[str, str]]:
    """Every two words that may stand for each other: of one length, neither of every day."""
    counted = "\n".join(
        [fact.text for fact in trial.prose.facts if fact.is_number or fact.kind is FactKind.DATE]
    )
    named = [word for word in words if word not in counted and not is_time(word)]
    ordinary = trial.lexicon.vocabulary
    rare = [(order, word, len(word)) for order, word in enumerate(named) if word not in ordinary]
    return [
        (first, second)
        for at, (order, first, size) in enumerate(rare, 1)
        for later, second, other in rare[at : at + _NEAR]
        if size == other and later - order <= _NEAR
    ]


def mixed_up(pairs: Sequence[tuple[str, str]], given: Parts, told: Parts) -> Iterator[str]:
    """The first of every two words of which a mention has more of the other's company than of its own."""
    company = {
        word: (given.company(here), told.company(now))
        for word in dict.fromkeys(word for pair in pairs for word in pair)
        if (here := given.of(word)) and (now := told.of(word))
    }
    for first, second in pairs:
        if first not in company or second not in company:
            continue
        if any(
            len(company[one][0] & company[two][1]) < _SURE for one, two in ((first, second), (second, first))
        ):
            continue
        here, there = given.of(first), given.of(second)
        now, then = told.of(first), told.of(second)
        if not _are_apart(here, there):
            continue
        own = frozenset(first + second)
        one, other = _together(given, here) - own, _together(given, there) - own
        for_first, for_second = one - other, other - one
        if not for_first or not for_second:
            continue
        strange = for_second - _together(told, then)
        if len(strange) < _SURE:
            continue
        lost = for_first - _together(told, now)
        if _has_got(told, (now, then), strange, for_first) and _has_got(told, (then, now), lost, for_second):
            yield first


def _has_got(
    parts: Parts,
    places: tuple[Sequence[Place], Sequence[Place]],
    strange: frozenset[str],
    own: frozenset[str],
) -> bool:
    """Whether a mention without the other word has two signs of the other's, and fewer of its own."""
    if len(strange) < _SURE:
        return False
    shared = parts_of(places[1])
    for place in places[0]:
        if place[0] not in shared:
            beside = parts.beside(place)
            if len(got := beside & strange) >= _SURE and len(beside & own) < len(got):
                return True
    return False


def _are_apart(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether each of two words has a part without the other."""
    first, second = parts_of(one), parts_of(other)
    return bool(first - second and second - first)


def _together(parts: Parts, places: Sequence[Place]) -> frozenset[str]:
    """What stands beside a word in any of its places."""
    return frozenset[str]().union(*map(parts.beside, places))
