"""What belongs to one of two things told of the other: 东岗靠出租门面，西岗靠土地托管 the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..finding import Finding, FindingKind
from ..trial import Trial
from .belongings import Belonging, Belongings
from .contrasts import ALIKE, contrasts_of

_SURE, _SOON, _STAYS = 2, 2, 1


class _Told(NamedTuple):
    """A span of the prose: how much of it belongs to the other thing, and how much to its owner.

    `moved` is what is nowhere told of the thing that it belongs to.
    """

    belonging: Belonging
    strange: frozenset[str]
    moved: frozenset[str]
    kept: frozenset[str]


def check_contrasts(trial: Trial, shared: Iterable[str]) -> Iterator[Finding]:
    """Of two things that the notes set against each other neither may be told with what is the other's.

    It is an exchange when something went each way, or when a sentence that names the one tells only what the
    notes say of the other, and tells it nowhere of the other.
    """
    contrasts = contrasts_of(trial, shared)
    if not contrasts.pairs:
        return
    notes = Belongings(trial.notes, contrasts, are_notes=True)
    prose = Belongings(trial.prose, contrasts, are_notes=False)
    for (first, second), rank in contrasts.pairs.items():
        one, other = contrasts.things[first], contrasts.things[second]
        own = one.signs | other.signs | {f"@{first}", f"@{second}"}
        given = _signs(notes.of_pair(first, second), (first, second))
        only = {
            first: given[first] - given[second] - own,
            second: given[second] - given[first] - own,
        }
        if not (only[first] and only[second]):
            continue
        told = _told(list(prose.of_pair(first, second)), only)
        found = _exchanged(told, (first, second))
        if found is None and rank == ALIKE and one.is_name and other.is_name:
            found = next(filter(_is_moved, told), None)
        if found is not None:
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, found.belonging.start, found.belonging.end)


def _signs(belongings: Iterable[Belonging], pair: tuple[str, str]) -> dict[str, frozenset[str]]:
    signs = dict.fromkeys(pair, frozenset[str]())
    for belonging in belongings:
        signs[belonging.owner] |= belonging.signs
    return signs


def _told(belongings: Sequence[Belonging], only: dict[str, frozenset[str]]) -> list[_Told]:
    first, second = only
    signs = _signs(belongings, (first, second))
    found: list[_Told] = []
    for belonging in belongings:
        other = second if belonging.owner == first else first
        if strange := belonging.signs & only[other]:
            found.append(
                _Told(belonging, strange, strange - signs[other], belonging.signs & only[belonging.owner])
            )
    return found


def _exchanged(told: Sequence[_Told], pair: tuple[str, str]) -> _Told | None:
    """The first of two spans of which each tells what is the other's."""
    crossed = [
        one
        for one in told
        if _weight(one.strange) >= _SURE and (_weight(one.kept) <= _STAYS or _names_only_the_other(one))
    ]
    return crossed[0] if {one.belonging.owner for one in crossed} == set(pair) else None


def _names_only_the_other(told: _Told) -> bool:
    """Whether a span names what is the other's, and nothing that is its owner's."""
    return any(sign[0] == "@" for sign in told.strange) and not any(sign[0] == "@" for sign in told.kept)


def _is_moved(told: _Told) -> bool:
    """Whether a span tells only what is the other's; where it does not name its owner, a number or a name."""
    if told.kept or not told.moved:
        return False
    if not told.belonging.after:
        return True
    sure = any(sign[0] in "#@" for sign in told.moved)
    return sure and told.belonging.after <= _SOON


def _weight(signs: frozenset[str]) -> int:
    """How much signs say: a number and a name as much as two characters."""
    return sum(2 if sign[0] in "#@" else 1 for sign in signs)
