"""Whether the prose has room to have told a stretch of a note in words that the note does not have."""

from __future__ import annotations

from ..matching.stretches import Stretch
from ..text.reading import Clause
from ..text.signs import SILENT
from ..trial import Trial

_ALIKE, _A_FIGURE = 3, 3
_OTHER_WORDS = 2
"""How much easier a clause that tells nothing else of the note tells a stretch of it."""
_FULL = 99


def room_for(trial: Trial, stretch: Stretch) -> int:
    """The most characters of its own that a clause has which may tell the stretch of a note.

    What leads up to the first clause that tells of the note is no such clause. A note of which nothing
    else is told may be told anywhere.
    """
    prose, given = trial.prose, trial.prose.foreign.union(trial.notes.letters, SILENT, trial.lexicon.added)
    alike = [_alike(trial, stretch, clause) for clause in prose.clauses]
    if max(alike) < _ALIKE:
        return _FULL
    leads = alike[0] < _ALIKE and prose.clauses[0].sentence == prose.clauses[1].sentence
    return max(
        len(set(prose.letters[start:end]) - given) + _OTHER_WORDS * (shared <= 1)
        for (start, end, _), shared in list(zip(prose.clauses, alike, strict=True))[leads:]
    )


def _alike(trial: Trial, stretch: Stretch, clause: Clause) -> int:
    """How much a clause of the prose has of the other stretches of the note."""
    line = trial.notes.line_at(stretch.start)
    others = trial.notes.signs_of(*line) - stretch.words
    figures = trial.notes.figures_in(*line) & trial.prose.figures_in(clause.start, clause.end)
    return len(others & trial.prose.signs_of(clause.start, clause.end)) + _A_FIGURE * len(figures)
