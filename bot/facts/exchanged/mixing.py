"""Two words that look alike, and of which a mention has got the other's company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..fact import FactKind
from ..trial import Trial
from .company import Parts, Places, parts_of
from .moving import Moved, Sides

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


def mixed_up(pairs: Sequence[tuple[str, str]], moved: Iterable[Moved], sides: Sides) -> Iterator[str]:
    """The first of every two words of which a mention has more of the other's company than of its own."""
    given, told = sides
    known = {one.word: one for one in moved}
    for first, second in pairs:
        one, other = known.get(first), known.get(second)
        if one is None or other is None or not _are_apart(one.here, other.here):
            continue
        if len(one.gained & other.lost) < _SURE or len(other.gained & one.lost) < _SURE:
            continue
        own = frozenset(first + second)
        of_first, of_second = _together(given, one.here) - own, _together(given, other.here) - own
        for_first, for_second = of_first - of_second, of_second - of_first
        strange = for_second - _together(told, other.there)
        lost = for_first - _together(told, one.there)
        now, then = one.there, other.there
        if _has_got(told, (now, then), strange, for_first) and _has_got(told, (then, now), lost, for_second):
            yield first


def _has_got(
    parts: Parts,
    places: tuple[Places, Places],
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


def _are_apart(one: Places, other: Places) -> bool:
    """Whether each of two words has a part without the other."""
    first, second = parts_of(one), parts_of(other)
    return bool(first - second and second - first)


def _together(parts: Parts, places: Places) -> frozenset[str]:
    """What stands beside a word in any of its places."""
    return frozenset[str]().union(*map(parts.beside, places))
