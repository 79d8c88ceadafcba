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
    denies_anew=-2.11,
    denies_again=-0.49,
    looks_ahead_again=-0.64,
    lacks_anew=-1.44,
    open_near=1.52,
    open_briefly_after=-0.68,
    open_of_denied_after=-1.63,
    likeness=0.20,
    denied_named=1.58,
    new_characters=0.08,
    numbers_untold=1.92,
    numbers_of_others=-1.76,
    is_denied=4.20,
    is_planned=2.35,
    is_going=2.76,
    says_not=-1.36,
    says_without=-4.39,
    says_gone=-1.14,
    did_half_near=-1.53,
    is_in_a_plan=-0.42,
    is_long=-1.40,
    surely=1.89,
    all_for_none=-3.79,
    open_nowhere=2.59,
    open_everywhere=-1.56,
    plain=1.37,
    done=1.65,
)
_START = -7.53
_ENOUGH = 2.8
"""The logarithm of how much likelier a change must be than that the clause is faithful."""


def check_weighed(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """Every clause whose signs make it likely that it closes what the notes leave open."""
    for one in weigh(trial, opened):
        if _START + sum(map(mul, one.signs, _POINTS)) > _ENOUGH:
            denied = FindingKind.NEGATION_CHANGED if one.signs.is_denied else FindingKind.STATUS_CHANGED
            yield trial.told(denied, one.clause.start, one.clause.end)
