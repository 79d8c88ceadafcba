"""Figures told otherwise: a number, its unit, what it is counted by, how exact it is, its way, its time."""

from collections.abc import Iterator

from ..finding import Finding
from ..matching.pairing import Pairing
from ..trial import Trial
from .check_bases import check_bases
from .check_numbers import check_numbers
from .check_sides import check_sides
from .check_times import check_times
from .check_turns import check_turns


def findings(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """Numbers and dates that are not told as they were given."""
    yield from check_numbers(trial, pairing)
    yield from check_turns(trial, pairing)
    yield from check_bases(trial, pairing)
    yield from check_times(trial)
    yield from check_sides(trial)
