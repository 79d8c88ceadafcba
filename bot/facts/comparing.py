"""Comparing prose with the notes it was written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .aligning import align
from .check_agencies import check_agencies
from .check_already import check_already
from .check_bases import check_bases
from .check_bodies import check_bodies
from .check_called import check_called
from .check_campaigns import check_campaigns
from .check_carried import check_carried
from .check_claimed import check_claimed
from .check_clauses import check_clauses
from .check_commonplace import check_commonplace
from .check_contrasts import check_contrasts
from .check_counted_open import check_counted_open
from .check_crossed import check_crossed
from .check_declarations import check_declarations
from .check_denied_anew import check_denied_anew
from .check_dropped import check_dropped
from .check_events import check_events
from .check_exchange import check_exchange
from .check_filled import check_filled
from .check_free import check_free
from .check_honours import check_honours
from .check_items import check_items
from .check_leftovers import check_leftovers
from .check_levels import check_levels
from .check_listed import check_listed
from .check_meetings import check_meetings
from .check_milestones import check_milestones
from .check_movements import check_movements
from .check_names import check_names
from .check_new_levels import check_new_levels
from .check_numbers import check_numbers
from .check_order import check_order
from .check_outcomes import Outcomes, check_outcomes
from .check_people import check_people
from .check_permitted import check_permitted
from .check_pledges import check_pledges
from .check_programmes import check_programmes
from .check_regions import check_regions
from .check_reopened import check_reopened
from .check_respelt import check_respelt
from .check_shortfalls import check_shortfalls
from .check_status import check_status
from .check_steps import check_steps
from .check_strangers import check_strangers
from .check_swapped import check_swapped
from .check_times import check_times
from .check_titles import check_titles
from .check_traders import check_traders
from .check_turns import check_turns
from .check_undenied import check_undenied
from .check_unheard import check_unheard
from .check_unknowns import check_unknowns
from .check_untold import check_untold
from .check_variants import check_variants
from .check_weighed import check_weighed
from .finding import Finding, FindingKind
from .lexicon import Lexicon
from .open_parts import OpenParts
from .pairing import pair_numbers
from .sharing import shared_words
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
    matches = align(trial)
    shared = shared_words(trial)
    opened = OpenParts(trial)
    outcomes = Outcomes(trial)
    findings = [
        *check_numbers(trial, pairing),
        *check_exchange(trial, pairing),
        *check_swapped(trial, shared),
        *check_contrasts(trial, shared),
        *check_order(trial),
        *check_crossed(trial),
        *check_turns(trial, pairing),
        *check_variants(trial),
        *check_bases(trial, pairing),
        *check_levels(trial, matches, pairing),
        *check_new_levels(trial),
        *check_times(trial),
        *check_clauses(trial, matches),
        *check_denied_anew(trial),
        *check_untold(trial),
        *check_items(trial),
        *check_free(trial),
        *check_unknowns(trial),
        *check_leftovers(trial),
        *check_steps(trial),
        *check_status(trial, opened),
        *check_carried(trial, opened),
        *check_counted_open(trial, pairing),
        *check_already(trial, opened),
        *check_reopened(trial, opened),
        *check_undenied(trial, opened),
        *check_shortfalls(trial),
        *check_dropped(trial, opened),
        *check_permitted(trial, opened),
        *check_outcomes(trial, outcomes),
        *check_filled(trial),
        *check_weighed(trial, opened),
        *check_movements(trial),
        *check_milestones(trial, opened),
        *check_names(trial),
        *check_strangers(trial),
        *check_respelt(trial),
        *check_traders(trial),
        *check_unheard(trial),
        *check_bodies(trial),
        *check_listed(trial),
        *check_regions(trial),
        *check_agencies(trial),
        *check_commonplace(trial),
        *check_people(trial),
        *check_called(trial),
        *check_titles(trial),
        *check_campaigns(trial),
        *check_programmes(trial),
        *check_honours(trial),
        *check_meetings(trial),
        *check_declarations(trial),
        *check_events(trial),
        *check_pledges(trial),
        *check_claimed(trial),
    ]
    kept = [one for one in findings if not (outcomes.bears_out(one) or is_verbatim(trial, one))]
    return tuple(sorted(dict.fromkeys(kept), key=lambda finding: (finding.span, finding.kind)))


def _concerns(finding: Finding, notes: int) -> bool:
    """Whether a finding stays when the notes from `notes` on are declarations: those need not be told."""
    return finding.kind is not FindingKind.FACT_MISSING or finding.note is None or finding.note < notes


def _own(finding: Finding, notes: int) -> Finding:
    return replace(finding, note=None) if finding.note is not None and finding.note >= notes else finding
