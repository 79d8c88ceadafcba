"""What a neighbouring clause says of a clause: that it was in vain, done late, or not done."""

from __future__ import annotations

from ..text.leaving_open import CONCEDES, LATE, TOLD_LATE, UNFULFILLED
from ..text.open_words import Says
from ..text.reading import Clause
from ..trial import Trial


def is_conceded(trial: Trial, prose: Clause) -> bool:
    """Whether the clause says 虽, and a later one of its sentence denies: 虽明确罚款50元，但至今未曾实施."""
    return CONCEDES.search(trial.prose.text, prose.start, prose.end) is not None and any(
        other.sentence == prose.sentence
        and other.start > prose.start
        and UNFULFILLED.search(trial.prose.text, other.start, other.end)
        for other in trial.prose.clauses
    )


def is_made_up_for(trial: Trial, note: Clause, prose: Clause) -> bool:
    """Whether what was not done was done late, and both say so: 拖了俩月才补, and 延迟两月才予以补办."""
    after = trial.notes.clause_at(min(note.end + 1, len(trial.notes.text)))
    return (
        after.start > note.start
        and LATE.search(trial.notes.text, after.start, after.end) is not None
        and TOLD_LATE.search(trial.prose.text, prose.start, prose.end) is not None
    )


def next_denies(trial: Trial, clause: Clause) -> bool:
    """Whether a short neighbour in the same sentence carries the denial: 完成三分之二，尚未竣工."""
    return any(
        other.sentence == clause.sentence
        and other.end - other.start <= 12
        and (other.start == clause.end + 1 or other.end + 1 == clause.start)
        and trial.prose.says(other.start, other.end, Says.DENIES | Says.STILL)
        for place in (clause.end + 1, clause.start - 2)
        for other in (trial.prose.clause_at(max(0, place)),)
    )
