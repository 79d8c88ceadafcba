"""One word of a scale told as another: 个别 as 部分, 配合 as 牵头, 最高 as 最低."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from .finding import Finding, FindingKind
from .reading import Reading
from .terms import Mark, by_line, longest
from .trial import Trial

_KINDS = {
    "hedge": FindingKind.HEDGE_CHANGED,
    "rank": FindingKind.RANK_CHANGED,
    "meeting": FindingKind.MEETING_INVENTED,
    "date": FindingKind.DATE_CHANGED,
    "subject": FindingKind.SUBJECTS_EXCHANGED,
    "name": FindingKind.NAME_INVENTED,
}
_FEW, _SHARE = 2, 0.4


def check_steps(trial: Trial) -> Iterator[Finding]:
    """A word that the notes do not have, told of what they tell with another of its scale."""
    steps = trial.lexicon.steps
    told = by_line(steps.find(trial.prose.text), _line_of)
    given = by_line(steps.find(trial.notes.text), _line_of) if told else {}
    for row in told.keys() & given.keys():
        here, there = _by_step(row, told[row]), _by_step(row, given[row])
        lost = [mark for step, marks in there.items() if step not in here for mark in marks]
        fresh = [mark for step, marks in here.items() if step not in there for mark in marks]
        for mark in fresh if lost else ():
            said = _about(trial.prose, mark)
            if any(_is_same(_about(trial.notes, other), said) for other in lost):
                yield trial.told(_KINDS[row.partition(":")[0]], mark.start, mark.end)


@lru_cache(maxsize=4096)
def _line_of(label: str) -> str:
    return label.rpartition(":")[0]


def _by_step(row: str, marks: list[Mark]) -> dict[str, list[Mark]]:
    """The words of a line by their steps, none inside another."""
    steps: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in longest(marks):
        steps[next(label for label in mark.labels if label.startswith(f"{row}:"))].append(mark)
    return steps


def _about(reading: Reading, mark: Mark) -> frozenset[str]:
    """What is told besides the word: in its clause or, where that says too little, in its sentence."""
    clause = reading.clause_at(mark.start)
    own = frozenset(mark.word).union(reading.registers_in(mark.start, mark.end))
    about = reading.signs_of(clause.start, clause.end) - own
    start, end = clause.start, clause.end
    if len(about) < _FEW:
        start, end = reading.sentence_at(mark.start)
        about = reading.signs_of(start, end) - own
    return about | reading.figures_in(start, end)


def _is_same(given: frozenset[str], told: frozenset[str]) -> bool:
    shared = given & told
    return len(shared) >= _FEW and len(shared) >= _SHARE * min(len(given), len(told))
