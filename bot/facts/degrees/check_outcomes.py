"""What turned out one way told as having turned out the other: 手续没办齐 told as 手续齐备."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from ..finding import Finding, FindingKind
from ..text.leaving_open import is_relieved, sizes_in
from ..trial import Trial
from .outcomes import Outcome, alike, may_turn_out_both_ways, outcomes_of, rows_of

_OF_ALL = re.compile("[和与及、].*[均都]")
_LATER = re.compile("后来|现在|如今|最后|才")
_FEW, _SURE, _COVERED, _REACH = 2, 1.2, 0.5, 4


class Outcomes:
    """How things turned out in the notes (`given`), and on the same lines in the prose (`told`).

    Of a line whose words can only say the same in both texts there is nothing to compare.
    """

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        notes = rows_of(trial.notes, "outcomes")
        prose = rows_of(trial.prose, "outcomes") if notes else {}
        both = sorted(
            row
            for row in notes.keys() & prose.keys()
            if may_turn_out_both_ways(row, (trial.notes, notes[row]), (trial.prose, prose[row]))
        )
        self.given = outcomes_of(trial.notes, notes, both)
        self.told = outcomes_of(trial.prose, prose, sorted({one.row for one in self.given}))

    @cached_property
    def _as_given(self) -> list[tuple[int, int]]:
        """The places in the prose, as it was given, of what the notes tell by a denial and no otherwise."""
        return [
            self._trial.prose.folded.origin(told.start, told.end)
            for told in self.told
            if (of_it := list(alike(self.given, told)))
            and not self._is_beside_already(told)
            and all(one.is_denied and one.is_good == told.is_good for one in of_it)
        ]

    def _is_beside_already(self, told: Outcome) -> bool:
        """Whether its clause says 已 of something else: 在经费紧张的情况下已安装到位."""
        prose = self._trial.prose
        clause = prose.clause_at(told.start)
        at = prose.text.find("已", clause.start, clause.end)
        return at >= 0 and not at <= told.end <= at + _REACH + told.end - told.start

    def bears_out(self, finding: Finding) -> bool:
        """Whether what was taken for a changed negation tells what the notes say: 没破 as 完好."""
        start, end = finding.span
        return finding.kind is FindingKind.NEGATION_CHANGED and any(
            start <= first and last <= end for first, last in self._as_given
        )


def check_outcomes(trial: Trial, outcomes: Outcomes) -> Iterator[Finding]:
    """Of one thing the notes say that it went well and the prose that it went badly, or the reverse.

    Silent where the same note, or another sentence of the prose, tells both.
    """
    for told in outcomes.told:
        of_it = list(alike(outcomes.given, told))
        against = [
            one
            for one in of_it
            if one.is_good != told.is_good
            and _is_same(trial, one, told)
            and not _is_relieved(trial, one, told)
        ]
        if not against or (
            any(one.is_good == told.is_good for one in of_it) and not _is_of_all(trial, told, against)
        ):
            continue
        if told.sizes and all(told.sizes.isdisjoint(_sizes_by(trial, one)) for one in against):
            continue
        if any(
            _says(other, against) or _denies_beside(trial, other, told, against) for other in outcomes.told
        ):
            continue
        yield trial.told(FindingKind.NEGATION_CHANGED, told.start, told.end)


def _is_relieved(trial: Trial, given: Outcome, told: Outcome) -> bool:
    said, here = trial.notes.clause_at(given.start), trial.prose.clause_at(told.start)
    return is_relieved(trial.notes.text[said.start : said.end], trial.prose.text[here.start : here.end])


def _sizes_by(trial: Trial, given: Outcome) -> frozenset[Decimal]:
    """The numbers of an outcome or, where its stretch has none, of its sentence: 亏了本，7万块打了水漂.

    Not where that goes on to what was so later: 坏了没人修，后来修了四条街.
    """
    start, end = trial.notes.sentence_at(given.start)
    if given.sizes or _LATER.search(trial.notes.text, given.end, end):
        return given.sizes
    return sizes_in(trial.notes, start, end)


def _is_of_all(trial: Trial, told: Outcome, against: list[Outcome]) -> bool:
    """Whether all of a list are told alike, of which the notes tell one otherwise: 工资和材料款均已结清."""
    clause = trial.prose.clause_at(told.start)
    if not _OF_ALL.search(trial.prose.text, clause.start, told.start):
        return False
    return any(frozenset(sign for sign in one.about if len(sign) == 1) <= told.about for one in against)


def _is_same(trial: Trial, given: Outcome, told: Outcome) -> bool:
    """Whether both tell of one thing: rare characters count more, and half of what is given must be told."""
    shared = given.about & told.about
    plain = [sign for sign in given.about if len(sign) == 1]
    if len(shared) < _FEW or len(shared) < _COVERED * len(plain):
        return False
    return trial.rarity(shared) >= _SURE


def _denies_beside(trial: Trial, other: Outcome, told: Outcome, given: list[Outcome]) -> bool:
    """Whether the same sentence denies of something else what the notes deny: 发放至9月，此后部分尚未发放."""
    return (
        other is not told
        and other.is_denied
        and trial.prose.sentence_at(other.start) == trial.prose.sentence_at(told.start)
        and any(
            one.is_denied
            and one.row == other.row
            and one.is_good == other.is_good
            and len(one.about & other.about) >= len(one.about & told.about)
            for one in given
        )
    )


def _says(told: Outcome, given: list[Outcome]) -> bool:
    """Whether an outcome of the prose is one of those given."""
    return any(
        one.row == told.row and one.is_good == told.is_good and len(one.about & told.about) >= _FEW
        for one in given
    )
