"""Comparing prose with the notes it was written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import claims, degrees, exchanged, figures, left_open, left_out, names
from .degrees.check_outcomes import Outcomes
from .finding import Finding, FindingKind
from .lexicon import Lexicon
from .matching.aligning import Alignment
from .matching.pairing import pair_numbers
from .trial import open_trial
from .verbatim import is_verbatim


def compare(
    notes: Sequence[str], prose: str, lexicon: Lexicon, declarations: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Everything in which the prose is not faithful to the notes, in the order of the prose.

    Silent on prose that reorders, merges, tells equal numbers in another form or adds evaluation, and on any
    text beside itself. Confirmed `declarations` may stand in the prose as notes may, but need not. Never
    raises.
    """
    if declarations:
        found = compare([*notes, *declarations], prose, lexicon)
        return tuple(_own(finding, len(notes)) for finding in found if _concerns(finding, len(notes)))
    trial = open_trial(notes, prose, lexicon)
    pairing = pair_numbers(trial.prose, trial.notes)
    matches = Alignment(trial)
    outcomes = Outcomes(trial)
    findings = [
        *figures.findings(trial, pairing),
        *exchanged.findings(trial, pairing),
        *degrees.findings(trial, pairing, matches, outcomes),
        *left_open.findings(trial, pairing, matches),
        *left_out.findings(trial),
        *names.findings(trial),
        *claims.findings(trial),
    ]
    kept = [one for one in findings if not (outcomes.bears_out(one) or is_verbatim(trial, one))]
    return tuple(sorted(dict.fromkeys(kept), key=lambda finding: (finding.span, finding.kind)))


def _concerns(finding: Finding, notes: int) -> bool:
    """Whether a finding stays when the notes from `notes` on are declarations: those need not be told."""
    return finding.kind is not FindingKind.FACT_MISSING or finding.note is None or finding.note < notes


def _own(finding: Finding, notes: int) -> Finding:
    return replace(finding, note=None) if finding.note is not None and finding.note >= notes else finding
