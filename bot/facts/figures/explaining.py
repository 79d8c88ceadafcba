"""Why a number of the prose stands in no note."""

from __future__ import annotations

import re

from ..fact import Fact, FactKind
from ..finding import FindingKind
from ..matching.agreeing import is_rescaled, is_rounding, same_measure, same_value
from ..matching.pairing import Pairing
from ..trial import Trial

_TOTAL = re.compile(r"[共总计均]|合起来|加起来|全部")
_NEAR = 8


def explain(
    trial: Trial, pairing: Pairing, fact: Fact, missing: list[Fact]
) -> tuple[FindingKind, Fact | None]:
    """The likeliest reason why a number of the prose is in no note.

    And the note's number it may stand for.
    """
    if fact.kind is FactKind.RANK:
        ranks = [note for note in missing if note.kind is FactKind.RANK]
        return FindingKind.RANK_CHANGED, _nearest(pairing, fact, ranks)
    numbers = [note for note in missing if note.kind is not FactKind.RANK]
    alike = [note for note in numbers if pairing.likeness(fact, note) > 0]
    for kind, wanted in (
        (
            FindingKind.UNIT_SWAPPED,
            [note for note in alike if same_value(fact, note) and not same_measure(fact, note)],
        ),
        (
            FindingKind.SCALE_CHANGED,
            [note for note in alike if same_measure(fact, note) and is_rescaled(fact, note)],
        ),
        (FindingKind.UNIT_SWAPPED, [note for note in alike if same_value(fact, note)]),
        (
            FindingKind.HEDGE_CHANGED,
            [note for note in alike if same_measure(fact, note) and is_rounding(fact, note)],
        ),
    ):
        if wanted:
            return kind, _nearest(pairing, fact, wanted)
    near = trial.prose.before(fact.start, _NEAR)
    is_total = _TOTAL.search(near) is not None
    counted = [note for note in alike if same_measure(fact, note)]
    close = [
        note
        for note in counted
        if pairing.prose_contexts[fact.start].near & pairing.note_contexts[note.start].near
    ]
    if close and (not is_total or len(close) == 1):
        return FindingKind.NUMBER_CHANGED, _nearest(pairing, fact, close)
    if (gap := _gap_for(trial, fact)) is not None:
        return FindingKind.PLACEHOLDER_FILLED, gap
    if is_total:
        return FindingKind.TOTAL_INVENTED, None
    if counted:
        return FindingKind.NUMBER_CHANGED, _nearest(pairing, fact, counted)
    return FindingKind.NUMBER_INVENTED, None


def _nearest(pairing: Pairing, fact: Fact, notes: list[Fact]) -> Fact | None:
    return max(notes, key=lambda note: pairing.likeness(fact, note), default=None)


def _gap_for(trial: Trial, fact: Fact) -> Fact | None:
    """The open gap of the notes that a number of the prose may have been put into."""
    gaps = trial.notes.gaps
    if len(gaps) <= len(trial.prose.gaps):
        return None
    clause = trial.prose.clause_at(fact.start)
    words = set(trial.prose.text[clause.start : clause.end])
    scored = [(len(words & set(_clause_words(trial, gap))), gap) for gap in gaps]
    score, gap = max(scored, key=lambda entry: entry[0])
    return gap if score > 1 else None


def _clause_words(trial: Trial, gap: Fact) -> str:
    clause = trial.notes.clause_at(gap.start)
    return trial.notes.text[clause.start - 12 if clause.start > 12 else 0 : clause.end]
