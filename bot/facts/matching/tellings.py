"""How sure it is that some sentence tells a stretch of a note, from the signs that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from ..text.reading import Clause, Reading

_SYNONYM, _MOST = 1.5, 64
_BY_CHANCE, _SPREAD, _SHARED, _OFTEN = 0.06, 0.7, 0.55, 0.8
"""How likely a clause has a character that it does not tell.

At least; by how many of the clauses have it; when another stretch of the notes has it too; and at most.
"""
_LESS = 0.02
USUALLY_KEPT = 0.92
"""How often a character of a note is kept of which nothing else is known."""
_A_SYNONYM, _A_FIGURE, _NO_FIGURE = 3.0, 3.0, -1.0


class Tellings:
    """Every clause of the prose with its neighbours of the same sentence, by the signs that it holds."""

    def __init__(self, prose: Reading, places: Mapping[str, Sequence[int]]) -> None:
        self._signs = places
        self._near = with_neighbours(prose.clauses)
        self._known: dict[str, list[int]] = {}

    def _places(self, sign: str) -> list[int]:
        """The clauses that have a sign, or have it beside them: the first of them, where it is everywhere."""
        known = self._known.get(sign)
        if known is None:
            known, upto = [], 0
            for order in self._signs.get(sign, ()):
                first, last = self._near[order]
                known += range(first if first > upto else upto, last)
                upto = last
            self._known[sign] = known = known[:_MOST]
        return known

    def most(self, words: frozenset[str], synonyms: frozenset[str]) -> float:
        """How much of the words the clause tells that tells most of them; a synonym counts one and a half."""
        found: dict[int, float] = dict(Counter(chain.from_iterable(map(self._places, words))))
        for sign in synonyms - words:
            for place in self._places(sign):
                found[place] = found.get(place, 0.0) + _SYNONYM
        return max(found.values(), default=0.0) / len(words)

    def evidence(
        self,
        words: frozenset[str],
        shared: Collection[str],
        synonyms: frozenset[str],
        figures: frozenset[str],
        kept: Mapping[str, float],
    ) -> float:
        """The logarithm of how much likelier the likeliest clause is if it tells the words than if not.

        `kept` says how often a character is kept by who tells it, `shared` are those that other
        stretches of the notes have as well.
        """
        found: defaultdict[int, float] = defaultdict(float)
        nothing = _NO_FIGURE * len(figures)
        for word in sorted(words):
            places = self._places(word)
            if len(places) >= _MOST:
                continue
            often = kept.get(word, USUALLY_KEPT)
            gain, without = _weight(often, len(places), len(self._near), word in shared)
            nothing += without
            for place in places:
                found[place] += gain
        for signs, gain in ((synonyms, _A_SYNONYM), (figures, _A_FIGURE - _NO_FIGURE)):
            for sign in signs:
                for place in self._places(sign):
                    found[place] += gain
        return nothing + max(found.values(), default=0.0)


@lru_cache(maxsize=4096)
def _weight(often: float, places: int, clauses: int, is_shared: bool) -> tuple[float, float]:
    """How much a character that so many of the clauses have adds to one that has it, and to one without."""
    chance = min(_OFTEN, _BY_CHANCE + _SPREAD * max(0, places - 1) / (clauses + 4))
    chance = min(max(chance, _SHARED) if is_shared else chance, often - _LESS)
    without = log((1 - often) / (1 - chance))
    return log(often / chance) - without, without


def with_neighbours(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """For every clause the first of it and its neighbours in the same sentence, and what follows the last."""
    sentences = [-1, *[clause.sentence for clause in clauses], -1]
    around = zip(sentences, sentences[1:], sentences[2:], strict=False)
    return [
        (order - (before == own), order + 1 + (after == own))
        for order, (before, own, after) in enumerate(around)
    ]
