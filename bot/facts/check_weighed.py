"""An open matter of the notes told as closed, by all that speaks for it and against it together.

Where the other checks ask for one clear sign, this adds up many weak ones (`weighing.py`). The points are
fitted, not chosen: `python -m tests.fidelity.weighing` prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import mul

from .finding import Finding, FindingKind
from .open_parts import OpenParts
from .trial import Trial
from .weighing import Signs, weigh

_POINTS = Signs(
    denies_anew=-1.72,
    denies_again=-0.63,
    looks_ahead_again=-0.54,
    lacks_anew=-1.12,
    open_near=1.28,
    open_briefly_after=-0.80,
    open_of_denied_after=-1.75,
    likeness=0.21,
    denied_named=1.52,
    new_characters=0.10,
    numbers_untold=1.92,
    numbers_of_others=-2.60,
    is_denied=3.44,
    is_planned=1.94,
    is_going=2.40,
    says_not=-1.45,
    says_without=-4.04,
    says_gone=-1.68,
    did_half_near=-1.13,
    is_in_a_plan=-0.69,
    is_long=-1.43,
    surely=1.71,
    all_for_none=-3.63,
    open_nowhere=2.59,
    open_everywhere=-1.42,
    plain=1.57,
    done=1.82,
)
_START = -7.02
_ENOUGH = 1.9
"""The logarithm of how much likelier a change must be than that the clause is faithful."""


def check_weighed(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """Every clause whose signs make it likely that it closes what the notes leave open."""
    for one in weigh(trial, opened):
        if _START + sum(map(mul, one.signs, _POINTS)) > _ENOUGH:
            denied = FindingKind.NEGATION_CHANGED if one.signs.is_denied else FindingKind.STATUS_CHANGED
            yield trial.told(denied, one.clause.start, one.clause.end)
