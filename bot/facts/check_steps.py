"""One word of a scale told as another: 个别 as 部分, 配合 as 牵头, 最高 as 最低."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .reading import Reading
from .terms import Mark, longest
from .trial import Trial

_KINDS = {
    "hedge": FindingKind.HEDGE_CHANGED,
    "rank": FindingKind.RANK_CHANGED,
    "meeting": FindingKind.MEETING_INVENTED,
    "date": FindingKind.DATE_CHANGED,
    "subject": FindingKind.SUBJECTS_EXCHANGED,
    "name": FindingKind.NAME_INVENTED,
    "direction": FindingKind.DIRECTION_FLIPPED,
}
_FEW, _SHARE = 2, 0.4


def check_steps(trial: Trial) -> Iterator[Finding]:
    """A word that the notes do not have, told of what they tell with another of its scale."""
    told = _steps(trial, trial.prose)
    given = _steps(trial, trial.notes) if told else {}
    for row in told.keys() & given.keys():
        lost = [mark for step, marks in given[row].items() if step not in told[row] for mark in marks]
        fresh = [mark for step, marks in told[row].items() if step not in given[row] for mark in marks]
        for mark in fresh:
            said = _about(trial.prose, mark)
            if any(_is_same(_about(trial.notes, other), said) for other in lost):
                yield trial.told(_KINDS[row.partition(":")[0]], mark.start, mark.end)


def _steps(trial: Trial, reading: Reading) -> dict[str, dict[str, list[Mark]]]:
    """The words of every scale by their steps."""
    rows: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in trial.lexicon.steps.find(reading.text):
        for label in mark.labels:
            rows[label.rpartition(":")[0]].append(mark)
    found: dict[str, dict[str, list[Mark]]] = {}
    for row, marks in rows.items():
        steps = found.setdefault(row, defaultdict(list))
        for mark in longest(marks):
            steps[next(label for label in mark.labels if label.startswith(f"{row}:"))].append(mark)
    return found


def _about(reading: Reading, mark: Mark) -> frozenset[str]:
    """What is told besides the word: in its clause or, where that says too little, in its sentence."""
    clause = reading.clause_at(mark.start)
    own = frozenset(mark.word).union(reading.registers_in(mark.start, mark.end))
    about = reading.signs_of(clause.start, clause.end) - own
    start, end = clause.start, clause.end
    if len(about) < _FEW:
        line, stop = reading.line_at(mark.start)
        start = max(line, reading.text.rfind("。", line, mark.start) + 1)
        end = reading.text.find("。", mark.start, stop)
        end = end if end >= 0 else stop
        about = reading.signs_of(start, end) - own
    return about | reading.figures_in(start, end)


def _is_same(given: frozenset[str], told: frozenset[str]) -> bool:
    shared = given & told
    return len(shared) >= _FEW and len(shared) >= _SHARE * min(len(given), len(told))
