"""An open matter of the notes told as closed, by all that speaks for it and against it together.

Where the other checks ask for one clear sign, this adds up many weak ones (`weighing.py`). The points are
fitted, not chosen: `python -m tests.fidelity.weighing` prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from operator import mul

from ..finding import Finding, FindingKind
from ..text.leaving_open import is_relieved
from ..trial import Trial
from .open_parts import OpenParts
from .told_beside import is_conceded
from .weighing import Signs, weigh

_POINTS = Signs(
    denies_anew=-2.20,
    denies_again=-0.88,
    looks_ahead_again=-0.25,
    lacks_anew=-0.03,
    open_near=0.32,
    open_briefly_after=-1.07,
    open_of_denied_after=-2.12,
    likeness=0.07,
    denied_named=1.33,
    new_characters=0.09,
    numbers_untold=1.35,
    numbers_of_others=-0.43,
    is_denied=4.46,
    is_planned=3.36,
    is_going=3.02,
    says_not=-2.29,
    says_without=-2.55,
    says_gone=-1.81,
    did_half_near=-1.10,
    is_in_a_plan=-1.31,
    is_long=-0.31,
    surely=1.85,
    open_nowhere=1.31,
    open_everywhere=-0.75,
    plain=1.44,
    done=1.00,
    told_open=-1.77,
    finished_anew=0.68,
    softened_anew=2.85,
    told_by_head=-1.24,
    closed_likelier=-1.14,
)
_START = -5.33
_ENOUGH = 2.7
"""The logarithm of how much likelier a change must be than that the clause is faithful."""
_USUAL = 6
"""So many stretches were left open where the points were fitted; of more some are alike by chance."""


def check_weighed(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """Every clause whose signs make it likely that it closes what the notes leave open."""
    enough = _ENOUGH + log(max(1.0, sum(opened.are_open) / _USUAL))
    for one in weigh(trial, opened):
        if _START + sum(map(mul, one.signs, _POINTS)) > enough:
            if is_relieved(one.stretch, trial.prose.text[one.clause.start : one.clause.end]):
                continue
            if is_conceded(trial, one.clause):
                continue
            denied = FindingKind.NEGATION_CHANGED if one.signs.is_denied else FindingKind.STATUS_CHANGED
            yield trial.told(denied, one.clause.start, one.clause.end)
