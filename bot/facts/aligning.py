"""Which clause of the prose tells which clause of the notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .context import telling
from .fact import FactKind
from .reading import Clause, Reading, figure
from .tellings import postings

_COMMON = 24
_RARITY = (0.0, *(times**-0.5 for times in range(1, _COMMON + 1)))
_NUMBER_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Match:
    """A clause of the notes and the clause of the prose most like it.

    The first of those that are equally like it. `score` is how much of the note's clause stands in that one
    clause, rare characters counting more, `weight` how many telling characters it has; `others` are the
    clauses nearly as like.
    """

    note: Clause
    prose: Clause
    others: tuple[Clause, ...]
    score: float
    weight: int


def align(notes: Reading, prose: Reading) -> list[Match]:
    """For every clause of the notes with anything to tell, its likeliest clause in the prose."""
    wanted = clause_signs(notes)
    known = frozenset[str]().union(*wanted)
    posted = postings([signs & known for signs in clause_signs(prose)])
    weights = {
        sign: (_NUMBER_WEIGHT if sign[0] == "#" and sign[1:2].isdecimal() else 1.0) * _RARITY[len(places)]
        for sign, places in posted.items()
        if len(places) <= _COMMON
    }
    return [
        match
        for clause, signs in zip(notes.clauses, wanted, strict=True)
        if (match := _best(clause, signs, prose.clauses, posted, weights)) is not None
    ]


def clause_signs(reading: Reading) -> list[frozenset[str]]:
    """For every clause its telling characters, and its numbers as signs of their own."""
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for fact in reading.numbers:
        numbers[reading.clause_at(fact.start).start].append(figure(fact.size))
    for fact in reading.facts:
        if fact.kind is FactKind.DATE:
            numbers[reading.clause_at(fact.start).start].append(f"#{fact.scope}")
    return [
        telling(reading, clause.start, clause.end).union(numbers.get(clause.start, ()))
        for clause in reading.clauses
    ]


def _best(
    clause: Clause,
    signs: frozenset[str],
    clauses: Sequence[Clause],
    posted: dict[str, list[int]],
    weights: dict[str, float],
) -> Match | None:
    plain = len([sign for sign in signs if len(sign) == 1 or sign[0] == "#"])
    if not plain:
        return None
    scores: dict[int, float] = {}
    for sign in sorted(signs):
        if sign in weights:
            weight = weights[sign]
            for place in posted[sign]:
                scores[place] = scores.get(place, 0.0) + weight
    if not scores:
        return Match(clause, clauses[0], (), 0.0, plain)
    place = max(sorted(scores), key=scores.__getitem__)
    score = scores[place]
    others = tuple(clauses[other] for other, much in scores.items() if much > 0.55 * score and other != place)
    return Match(clause, clauses[place], others, score, plain)
