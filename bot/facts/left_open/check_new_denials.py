"""Denials of what the notes tell without leaving anything open: 未接入管网, where they say 接进了管网."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.open_words import LEFT_OPEN, Says
from ..text.reading import Clause
from ..trial import Trial

_FIRM = frozenset("未没无尚仍至")
_FEW, _SHARE = 2, 0.4
_NOTES, _PROSE = 3, 2


def check_new_denials(trial: Trial) -> Iterator[Finding]:
    """A clause that denies, where notes that tell of its matter nowhere say that anything is not so.

    Asked of few clauses beside few only: longer texts say of a rest what notes let be understood.
    """
    notes, prose = trial.notes, trial.prose
    if (
        len(notes.clauses) > _NOTES
        or len(prose.clauses) > _PROSE
        or notes.says(0, len(notes.text), LEFT_OPEN)
    ):
        return
    for clause in prose.clauses:
        for start, _ in prose.open_words.spans(clause.start, clause.end, Says.DENIES):
            if prose.text[start] in _FIRM and _is_told(trial, clause):
                yield trial.told(FindingKind.NEGATION_CHANGED, clause.start, clause.end)
                break


def _is_told(trial: Trial, clause: Clause) -> bool:
    """Whether some clause of the notes tells of the same matter."""
    about = trial.prose.signs_of(clause.start, clause.end)
    least = max(_FEW, _SHARE * len(about))
    return any(len(about & trial.notes.signs_of(one.start, one.end)) >= least for one in trial.notes.clauses)
