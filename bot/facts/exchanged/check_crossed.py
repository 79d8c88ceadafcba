"""Two short parts of one sentence that have exchanged their halves: 甲出车，乙出人 told as 甲出人，乙出车."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..text.signs import SILENT
from ..trial import Trial
from .things import MINE

_PART = re.compile(r"[^,。;、:\n ]+")
_SHARED_OUT = re.compile("分别|各自|依次|均|都|互|双方")
_LEAST, _MOST, _ENOUGH, _SHARE = 2, 14, 2, 0.7
_ANY, _CLEAR = ",、;", ",;"
"""The marks between two parts of notes, and of prose, whose 、 may list what one part tells."""
_Apart = tuple[frozenset[str], frozenset[str]]


class _Pair(NamedTuple):
    """Two parts side by side: the characters and figures that only one of them has, and their places."""

    own: frozenset[str]
    others: frozenset[str]
    first: tuple[int, int]
    second: tuple[int, int]


def check_crossed(trial: Trial) -> Iterator[Finding]:
    """Of two parts side by side each tells something of either of two parts that the notes have so."""
    given = list(_pairs(trial.notes, _ANY, trial.notes.known - SILENT))
    firsts, seconds = _places([pair.own for pair in given]), _places([pair.others for pair in given])
    apart: dict[int, _Apart] = {}
    for pair in _pairs(trial.prose, _CLEAR, frozenset((*firsts, *seconds))) if given else ():
        mixed = _of(firsts, pair.own) & _of(seconds, pair.own)
        if mixed:
            mixed &= _of(firsts, pair.others) & _of(seconds, pair.others)
        if not mixed:
            continue
        orders = [order for order in range(len(given)) if mixed >> order & 1]
        for order in orders:
            if order not in apart:
                apart[order] = _apart(trial.notes, given[order])
        here = _apart(trial.prose, pair)
        if any(_is_crossed(apart[order], here) for order in orders):
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, pair.first[0], pair.second[1])


def _places(parts: Sequence[frozenset[str]]) -> dict[str, int]:
    """In which of the parts each character stands: a bit for each part."""
    places: dict[str, int] = {}
    for order, part in enumerate(parts):
        for sign in part:
            places[sign] = places.get(sign, 0) | 1 << order
    return places


def _of(places: dict[str, int], signs: frozenset[str]) -> int:
    """The parts that have any of the characters, as bits."""
    found = 0
    for sign in signs:
        found |= places.get(sign, 0)
    return found


def _is_crossed(given: _Apart, told: _Apart) -> bool:
    """Whether both parts told have something of both given, and little besides."""
    own, others = given
    both = own | others
    return all(part & own and part & others and len(part & both) >= _SHARE * len(part) for part in told)


def _apart(reading: Reading, pair: _Pair) -> _Apart:
    """What only the one of two parts tells, and what only the other: 我 and 本人 are one sign."""
    first, second = _signs(reading, *pair.first), _signs(reading, *pair.second)
    return first - second, second - first


def _signs(reading: Reading, start: int, end: int) -> frozenset[str]:
    signs = reading.signs_of(start, end) | reading.figures_in(start, end)
    if MINE.search(reading.text, start, end):
        return signs - frozenset("本人我") | {"@我"}
    return signs


def _pairs(reading: Reading, between: str, asked: frozenset[str]) -> Iterator[_Pair]:
    """Every two short parts with nothing but one of these marks between them, by the signs asked for.

    Only where each of the two has signs enough to tell something of two other parts.
    """
    text, upto, second = reading.text, -1, frozenset[str]()
    for one, other in pairwise(_PART.finditer(text)):
        (start, stop), (begin, end) = one.span(), other.span()
        if begin != stop + 1 or text[stop] not in between:
            continue
        if not (_LEAST < stop - start <= _MOST and _LEAST < end - begin <= _MOST):
            continue
        first = second if upto == stop else _asked(reading, start, stop, asked)
        second, upto = _asked(reading, begin, end, asked), end
        own, others = first - second, second - first
        if len(own) >= _ENOUGH <= len(others) and not _SHARED_OUT.search(text, start, end):
            yield _Pair(own, others, (start, stop), (begin, end))


def _asked(reading: Reading, start: int, end: int, asked: frozenset[str]) -> frozenset[str]:
    """Those of the characters and figures of a span that are asked for."""
    signs = asked.intersection(reading.letters[start:end])
    return signs | asked & figures if (figures := reading.figures_in(start, end)) else signs
