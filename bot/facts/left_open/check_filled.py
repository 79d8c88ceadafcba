"""What the notes do not know, told as complete: 坟迁了多少座没统计好 told as 涉及坟墓已全部迁移完毕."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..fact import Fact
from ..finding import Finding, FindingKind
from ..text.open_words import Says
from ..trial import Trial

_ALL = re.compile(
    r"全部|全覆盖|全面覆盖|全数|悉数|无一(?!名|人)|应(?P<deed>[\u4e00-\u9fff])尽(?P=deed)|完毕|完好|一律|百分之百|100%"
)
"""What leaves nothing open of a number."""
_EVERY = re.compile("[都全均]")
_ADMITS = re.compile("[不未没无难待失忘]|模糊|【")
_SHARED, _FEW, _NEAR, _MOST = 2, 3, 3, 64


def check_filled(trial: Trial) -> Iterator[Finding]:
    """A clause that says of all what the notes cannot number, and shares two telling characters with them.

    Nor may it say plainly of a number what the notes do not know of it: 有三十床记不清给了谁.
    """
    gaps = trial.notes.gaps
    yield from _known_of_a_number(trial, gaps)
    claims = [
        (clause, trial.prose.signs_of(clause.start, clause.end))
        for clause in (trial.prose.clauses_with(_ALL) if gaps else ())
        if not trial.prose.has_gap(clause.start, clause.end)
    ]
    for clause, said in claims:
        found = _ALL.search(trial.prose.text, clause.start, clause.end)
        denies = trial.prose.says(clause.start, clause.end, Says.DENIES)
        if found is None or denies or found.group() in trial.notes.text:
            continue
        if any(len(said & _about(trial, gap)) >= _SHARED for gap in gaps) and not _is_told_of_others(
            trial, said, gaps
        ):
            yield trial.told(FindingKind.PLACEHOLDER_FILLED, clause.start, clause.end)


def _known_of_a_number(trial: Trial, gaps: Sequence[Fact]) -> Iterator[Finding]:
    for gap in gaps[:_MOST]:
        clause = trial.notes.clause_at(gap.start)
        before = [
            fact for fact in trial.notes.facts_in(clause.start, gap.start) if fact.is_number and not fact.weak
        ]
        if not before or gap.start - before[-1].end > _NEAR or gap.end == clause.end or before[-1].size == 1:
            continue
        for fact in trial.prose.numbers:
            told = trial.prose.clause_at(fact.start)
            if fact.size == before[-1].size and not _ADMITS.search(trial.prose.text, told.start, told.end):
                yield trial.told(FindingKind.PLACEHOLDER_FILLED, told.start, told.end)


def _about(trial: Trial, gap: Fact) -> frozenset[str]:
    """What the clause with the gap is about; where it says too little, the one before it as well."""
    clause = trial.notes.clause_at(gap.start)
    start = clause.start
    signs = _signs(trial, start, clause.end, gap)
    if len(signs) < _FEW and start > trial.notes.line_at(gap.start)[0]:
        before = trial.notes.clause_at(start - 1)
        signs = _signs(trial, before.start, clause.end, gap)
    return signs


def _signs(trial: Trial, start: int, end: int, gap: Fact) -> frozenset[str]:
    return (trial.notes.signs_of(start, gap.start) | trial.notes.signs_of(gap.end, end)) - frozenset(
        "数量人数"
    )


def _is_told_of_others(trial: Trial, said: frozenset[str], gaps: Sequence[Fact]) -> bool:
    """Whether a clause of the notes without a gap has more of what is said, or says 都 of it."""
    best = max(len(said & _about(trial, gap)) for gap in gaps)
    return any(
        shared > best or (shared >= _SHARED and _EVERY.search(trial.notes.text, clause.start, clause.end))
        for clause in trial.notes.clauses
        if not trial.notes.has_gap(clause.start, clause.end)
        for shared in (len(said & trial.notes.signs_of(clause.start, clause.end)),)
    )
