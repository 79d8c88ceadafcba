"""What rises told as falling, what got better as worse, and the reverse: 比去年少 told as 有所增加."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..finding import Finding, FindingKind
from ..trial import Trial
from .movements import Movement, movements_by_numbers, movements_by_words, stays

_AMOUNTS = "0"
"""The first line of `ways`, along which numbers move."""
_FEW, _SHARE, _SURE = 2, 0.4, 1.7
_CLEARLY, _NEARLY = 1.3, 0.9


def check_movements(trial: Trial) -> Iterator[Finding]:
    """A movement of the prose where what the notes tell most like it is one the other way, or none.

    Silent where the prose tells that one rightly elsewhere.
    """
    told = movements_by_words(trial.prose)
    given = movements_by_words(trial.notes) if told else []
    if told:
        given += [*movements_by_numbers(trial.notes, _AMOUNTS), *stays(trial.notes, _AMOUNTS)]
    for one in told if given else ():
        alike = [(_likeness(trial, other, one), other) for other in given if other.row == one.row]
        same = max((much for much, other in alike if other.is_up is one.is_up), default=0.0)
        against = [(much, other) for much, other in alike if other.is_up is not one.is_up]
        most = max((much for much, _ in against), default=0.0)
        if most <= _CLEARLY * same:
            continue
        least = _NEARLY * most
        if not any(_is_told(trial, other, told, least) for much, other in against if much >= least):
            yield trial.told(FindingKind.DIRECTION_FLIPPED, one.start, one.end)


def _is_told(trial: Trial, given: Movement, told: Sequence[Movement], least: float) -> bool:
    """Whether the prose tells what the notes give, as they give it."""
    return any(
        (one.row, one.is_up) == (given.row, given.is_up) and _likeness(trial, given, one) >= least
        for one in told
    )


def _likeness(trial: Trial, given: Movement, told: Movement) -> float:
    """How likely two movements are of one thing: rarer characters count more; 0 where it is not sure.

    Of few words they are where their sentences have just the same numbers.
    """
    shared, figures = given.about & told.about, given.sizes & told.sizes
    if given.sizes and told.sizes and not figures:
        return 0.0
    if not shared and len(figures) < _FEW:
        return 0.0
    beside = bool(shared and given.wide and given.wide == told.wide)
    least = max(_FEW, _SHARE * min(len(given.about), len(told.about)))
    just = bool(shared) and given.about == told.about
    if not (figures or beside or just or len(shared) >= least):
        return 0.0
    much = len(figures) + trial.rarity(shared)
    if just:
        return max(much, _SURE)
    return much if much >= _SURE else 0.0
