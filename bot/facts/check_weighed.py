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
    denies_anew=-1.90,
    denies_again=-0.45,
    looks_ahead_again=-0.92,
    lacks_anew=-1.35,
    open_near=1.27,
    open_briefly_after=-0.73,
    open_of_denied_after=-1.47,
    likeness=0.18,
    denied_named=1.49,
    new_characters=0.06,
    numbers_untold=1.82,
    numbers_of_others=-2.24,
    is_denied=3.86,
    is_planned=2.52,
    is_going=2.79,
    says_not=-1.42,
    says_without=-4.25,
    says_gone=-1.06,
    did_half_near=-0.99,
    is_in_a_plan=-0.40,
    is_long=-1.29,
    surely=1.98,
    all_for_none=-3.75,
    open_nowhere=2.61,
    open_everywhere=-1.39,
    plain=1.29,
    done=1.38,
)
_START = -7.07
_ENOUGH = 2.3
"""The logarithm of how much likelier a change must be than that the clause is faithful."""


def check_weighed(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """Every clause whose signs make it likely that it closes what the notes leave open."""
    for one in weigh(trial, opened):
        if _START + sum(map(mul, one.signs, _POINTS)) > _ENOUGH:
            denied = FindingKind.NEGATION_CHANGED if one.signs.is_denied else FindingKind.STATUS_CHANGED
            yield trial.told(denied, one.clause.start, one.clause.end)
