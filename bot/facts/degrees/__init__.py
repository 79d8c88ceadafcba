"""Degrees told otherwise: another level, another step of a scale, up for down, good for bad."""

from collections.abc import Iterator

from ..finding import Finding
from ..matching.aligning import Alignment
from ..matching.pairing import Pairing
from ..trial import Trial
from .check_contraries import check_contraries
from .check_levels import check_levels
from .check_movements import check_movements
from .check_new_levels import check_new_levels
from .check_outcomes import Outcomes, check_outcomes
from .check_steps import check_steps


def findings(trial: Trial, pairing: Pairing, matches: Alignment, outcomes: Outcomes) -> Iterator[Finding]:
    """Words of one kind or scale of which one is told as another."""
    yield from check_levels(trial, matches, pairing)
    yield from check_new_levels(trial)
    yield from check_steps(trial)
    yield from check_contraries(trial)
    yield from check_outcomes(trial, outcomes)
    yield from check_movements(trial)
