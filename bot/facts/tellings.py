"""How sure it is that some sentence tells a stretch of a note, from the signs that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from math import log

from .context import telling
from .reading import EMPTY, Reading

_SILENT = EMPTY | frozenset(
    "要搞弄啥那去说看给做办让他她它们里头后来会能可以还没不好多些很就叫怎么啊呢吧嘛哦哎对呗趟跟用方面边我你咱自己正已拟尚未仍"
    "部目前只嗯争取想力主另外然一二三四五六七八九十两几第是于向所大概左右间时候样子点儿么它啦差感觉得反正块"
)
_SYNONYM, _MOST = 1.5, 64
_BY_CHANCE, _SPREAD, _SHARED, _OFTEN = 0.06, 0.7, 0.55, 0.8
"""How likely a clause has a character that it does not tell.

At least; by how many of the clauses have it; when another stretch of the notes has it too; and at most.
"""
_LESS = 0.02
USUALLY_KEPT = 0.92
"""How often a character of a note is kept of which nothing else is known."""
_A_SYNONYM, _A_FIGURE, _NO_FIGURE = 3.0, 3.0, -1.0


def signs_of(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The telling characters of a span, with the groups of meaning that its words belong to."""
    signs = telling(reading, start, end) - _SILENT - reading.foreign
    groups = reading.registers_in(start, end)
    return signs.union(groups) if groups else signs


def postings(clauses: Iterable[Iterable[str]]) -> defaultdict[str, list[int]]:
    """In which of the clauses each sign stands, in their order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for order, signs in enumerate(clauses):
        for sign in signs:
            places[sign].append(order)
    return places


class Tellings:
    """Every clause of the prose with its neighbours of the same sentence, by the wanted signs it holds."""

    def __init__(self, prose: Reading, wanted: frozenset[str]) -> None:
        self._places = postings(clauses_with_neighbours(prose, wanted))
        self._clauses = max(1, len(prose.clauses))
        for places in self._places.values():
            del places[_MOST:]

    def most(self, words: frozenset[str], synonyms: frozenset[str]) -> float:
        """How much of the words the clause tells that tells most of them; a synonym counts one and a half."""
        told = Counter(chain.from_iterable([self._places[word] for word in words if word in self._places]))
        found: dict[int, float] = dict(told)
        for sign in synonyms - words:
            for place in self._places.get(sign, ()):
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
            places = self._places.get(word, ())
            if len(places) >= _MOST:
                continue
            often = kept.get(word, USUALLY_KEPT)
            gain, without = _weight(often, len(places), self._clauses, word in shared)
            nothing += without
            for place in places:
                found[place] += gain
        for signs, gain in ((synonyms, _A_SYNONYM), (figures, _A_FIGURE - _NO_FIGURE)):
            for sign in signs:
                for place in self._places.get(sign, ()):
                    found[place] += gain
        return nothing + max(found.values(), default=0.0)


@lru_cache(maxsize=4096)
def _weight(often: float, places: int, clauses: int, is_shared: bool) -> tuple[float, float]:
    """How much a character that so many of the clauses have adds to one that has it, and to one without."""
    chance = min(_OFTEN, _BY_CHANCE + _SPREAD * max(0, places - 1) / (clauses + 4))
    chance = min(max(chance, _SHARED) if is_shared else chance, often - _LESS)
    without = log((1 - often) / (1 - chance))
    return log(often / chance) - without, without


def clauses_with_neighbours(prose: Reading, wanted: frozenset[str] | None = None) -> Iterator[frozenset[str]]:
    """For every clause the signs of it and of its neighbours in the same sentence, numbers as well.

    Only those that are wanted, if some are; they must be such as `signs_of` and `figures_in` give.
    """
    clauses = prose.clauses
    if wanted is None:
        signs = [signs_of(prose, *clause[:2]) | prose.figures_in(*clause[:2]) for clause in clauses]
    else:
        signs = _wanted_in(prose, wanted)
    last = len(clauses) - 1
    for at, here in enumerate(signs):
        sentence = clauses[at].sentence
        if at and clauses[at - 1].sentence == sentence:
            here |= signs[at - 1]
        if at < last and clauses[at + 1].sentence == sentence:
            here |= signs[at + 1]
        yield here


def _wanted_in(prose: Reading, wanted: frozenset[str]) -> list[frozenset[str]]:
    clauses = prose.clauses
    signs = [telling(prose, clause.start, clause.end) & wanted for clause in clauses]
    figures = [(start, start + 1, sign) for start, sign in prose.figures]
    for start, end, sign in (*figures, *prose.registers):
        if sign in wanted and end <= clauses[order := prose.order_of_clause(start)].end:
            signs[order] |= {sign}
    return signs
