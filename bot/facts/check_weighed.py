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
    denies_anew=-1.71,
    denies_again=-0.57,
    looks_ahead_again=-0.64,
    lacks_anew=-1.14,
    open_near=1.24,
    open_briefly_after=-0.66,
    open_of_denied_after=-1.50,
    likeness=0.20,
    denied_named=1.56,
    new_characters=0.09,
    numbers_untold=1.94,
    numbers_of_others=-2.41,
    is_denied=3.85,
    is_planned=2.36,
    is_going=2.85,
    says_not=-1.26,
    says_without=-4.07,
    says_gone=-1.77,
    did_half_near=-1.13,
    is_in_a_plan=-0.41,
    is_long=-1.38,
    surely=1.79,
    all_for_none=-3.71,
    open_nowhere=2.63,
    open_everywhere=-1.45,
    plain=1.54,
    done=1.55,
)
_START = -7.41
_ENOUGH = 2.3
"""The logarithm of how much likelier a change must be than that the clause is faithful."""


def check_weighed(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """Every clause whose signs make it likely that it closes what the notes leave open."""
    for one in weigh(trial, opened):
        if _START + sum(map(mul, one.signs, _POINTS)) > _ENOUGH:
            denied = FindingKind.NEGATION_CHANGED if one.signs.is_denied else FindingKind.STATUS_CHANGED
            yield trial.told(denied, one.clause.start, one.clause.end)
