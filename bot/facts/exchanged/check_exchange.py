"""Subjects exchanged: 甲村5户乙村8户 told as 甲村8户乙村5户."""

from __future__ import annotations

from collections.abc import Iterator

from ..fact import Fact
from ..finding import Finding, FindingKind
from ..matching.pairing import Pair, Pairing
from ..text.reading import Reading
from ..trial import Trial

_WINDOW = 8


def check_exchange(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """Two numbers must not stand by each other's subject.

    Only what tells the two apart in the notes is looked at, so shared words and filler do not count.
    """
    pairs = pairing.pairs
    sure = [_is_sure(pair) for pair in pairs]
    for order, first in enumerate(pairs):
        for at in range(order + 1, min(len(pairs), order + 1 + _WINDOW) if sure[order] else 0):
            if (
                sure[at]
                and _is_exchanged(pairing, first, pairs[at])
                and _is_exchanged(pairing, first, pairs[at], _topic(trial, first, pairs[at]))
            ):
                yield trial.told(
                    FindingKind.SUBJECTS_EXCHANGED, first.prose.start, first.prose.end, first.note
                )
                break


def _is_sure(pair: Pair) -> bool:
    """Whether the two are surely one number, and no way of speaking."""
    return not pair.prose.weak and (bool(pair.note.unit) or not pair.note.weak)


def _may_change_places(first: Pair, second: Pair) -> bool:
    """Whether two numbers are told with one measure, or each with the other's."""
    one, other = first.prose.measure, second.prose.measure
    return one == other or (one == second.note.measure and other == first.note.measure)


def _topic(trial: Trial, first: Pair, second: Pair) -> frozenset[str]:
    """What both texts say once, before the two numbers: 灌渠5条在清，8条清完了 and 灌渠8条清完，5条在清."""
    said = _before_both(trial.notes, first.note, second.note)
    return said & _before_both(trial.prose, first.prose, second.prose) if said else said


def _before_both(reading: Reading, one: Fact, other: Fact) -> frozenset[str]:
    """The characters before the earlier of two numbers, where the later begins its clause."""
    earlier, later = sorted((one.start, other.start))
    if reading.clause_at(later).start != later:
        return frozenset()
    return frozenset(reading.text[reading.clause_at(earlier).start : earlier])


def _is_exchanged(pairing: Pairing, first: Pair, second: Pair, topic: frozenset[str] = frozenset()) -> bool:
    if not _may_change_places(first, second):
        return False
    given = pairing.note_contexts[first.note.start], pairing.note_contexts[second.note.start]
    told = pairing.prose_contexts[first.prose.start], pairing.prose_contexts[second.prose.start]
    if topic:
        given = given[0].without(topic), given[1].without(topic)
        told = told[0].without(topic), told[1].without(topic)
    if _crosses(given[0].near, given[1].near, told[0].near, told[1].near):
        return True
    telling = given[0].label ^ given[1].label
    one, other = (context.label for context in given)
    if not (one - other and other - one):
        one, other = (context.label | context.owner for context in given)
    here, there = (context.label for context in told)
    if not (here | there) & telling:
        here, there = (context.label | context.owner for context in told)
    return _crosses(one, other, here, there)


def _crosses(
    given_first: frozenset[str],
    given_second: frozenset[str],
    told_first: frozenset[str],
    told_second: frozenset[str],
) -> bool:
    if told_first.isdisjoint(given_second) or told_second.isdisjoint(given_first):
        return False
    only_first, only_second = given_first - given_second, given_second - given_first
    if (own_first := told_first - told_second) and (own_second := told_second - told_first):
        told_first, told_second = own_first, own_second
    straight = len(told_first & only_first) + len(told_second & only_second)
    crossed = len(told_first & only_second) + len(told_second & only_first)
    return crossed > 2 * straight and bool(told_first & only_second and told_second & only_first)
