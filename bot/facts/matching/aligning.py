"""Which clause of the prose tells which clause of the notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..text.reading import Clause, Reading, figure
from ..trial import Trial

_COMMON = 24
_RARITY = (0.0, *(times**-0.5 for times in range(1, _COMMON + 1)))
_NUMBER_WEIGHT, _NEARLY = 3.0, 0.55


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


def _numbers_of_clauses(reading: Reading) -> dict[int, list[str]]:
    """The numbers, both ends of a range, and the dates as signs, by the order of their clause."""
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for start, _, sign in reading.figures:
        numbers[reading.order_of_clause(start)].append(sign)
    for fact in reading.numbers if reading.has_ranges else ():
        numbers[reading.order_of_clause(fact.start)].append(figure(fact.size))
    return numbers


def _clauses_of_numbers(reading: Reading) -> dict[str, list[int]]:
    clauses: defaultdict[str, list[int]] = defaultdict(list)
    for order, numbers in sorted(_numbers_of_clauses(reading).items()):
        for sign in frozenset(numbers):
            clauses[sign].append(order)
    return clauses


class Alignment:
    """For a clause of the notes its likeliest clause in the prose, looked for when a check asks for it."""

    def __init__(self, trial: Trial) -> None:
        self._trial, self._clauses = trial, trial.prose.clauses
        self._known: dict[Clause, Match | None] = {}

    def of(self, clause: Clause) -> Match | None:
        """The clause most like a clause of the notes; None if that has nothing to tell."""
        if clause not in self._known:
            self._known[clause] = self._best(clause)
        return self._known[clause]

    @cached_property
    def _numbers(self) -> Mapping[int, Sequence[str]]:
        return _numbers_of_clauses(self._trial.notes)

    @cached_property
    def _signs(self) -> Mapping[str, Sequence[int]]:
        """The clauses of the prose that have a sign, of a number also where it is the end of a range."""
        trial = self._trial
        if trial.notes.has_ranges or trial.prose.has_ranges:
            return {**trial.places, **_clauses_of_numbers(trial.prose)}
        return trial.places

    def _best(self, clause: Clause) -> Match | None:
        notes = self._trial.notes
        numbers = self._numbers.get(notes.order_of_clause(clause.start), ())
        signs = notes.telling(clause.start, clause.end).union(numbers)
        plain = len([sign for sign in signs if len(sign) == 1 or sign[0] == "#"])
        if not plain:
            return None
        scores: dict[int, float] = {}
        for sign in sorted(self._signs.keys() & signs):
            places = self._signs[sign]
            if len(places) <= _COMMON:
                weight = _RARITY[len(places)]
                if sign[0] == "#" and sign[1:2].isdecimal():
                    weight *= _NUMBER_WEIGHT
                for place in places:
                    scores[place] = scores.get(place, 0.0) + weight
        if not scores:
            return Match(clause, self._clauses[0], (), 0.0, plain)
        score = max(scores.values())
        least = _NEARLY * score
        near = [place for place, much in scores.items() if much > least]
        place = min([place for place in near if scores[place] == score])
        others = tuple([self._clauses[other] for other in near if other != place])
        return Match(clause, self._clauses[place], others, score, plain)
