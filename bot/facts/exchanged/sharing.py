"""The words that two texts share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, count

from ..trial import Trial

_HAN = re.compile("[\u4e00-\u9fff]+")
_SMALL = "的了在和与及是有也都还就又再并已将这那着过个我"
_MOST, _PLACES, _LONGEST, _READ = 400, 8, 16, 20_000


def shared_words(trial: Trial) -> list[str]:
    """What both texts say in the same words, two and more Chinese characters each, in the prose's order.

    Of a very long prose the first 20,000 characters are looked at.
    """
    notes, prose = trial.notes.text, trial.prose.text
    told, given = trial.prose.neighbours[: _READ - 1], trial.notes.neighbours
    alike = list(compress(count(), map(trial.bigrams.__contains__, told)))
    places: dict[str, list[int]] = {told[at]: [] for at in alike}
    for at in compress(count(), map(places.__contains__, given)):
        same = places[given[at]]
        if len(same) < _PLACES:
            same.append(at)
    found: dict[str, None] = {}
    upto = 0
    for at in alike:
        if at < upto or not "\u4e00" <= prose[at] <= "\u9fff":
            continue
        if len(found) == _MOST:
            break
        size = _longest(prose, at, notes, places[told[at]])
        if word := _HAN.match(prose, at, at + size):
            upto = word.end()
            if len(clean := word.group().strip(_SMALL)) > 1:
                found[clean] = None
    return list(found)


def _longest(prose: str, at: int, notes: str, starts: Sequence[int]) -> int:
    """How many characters from a place on stand as they are at one of the places of the notes; two do."""
    size, most = 2, min(_LONGEST, len(prose) - at)
    for start in starts:
        while size < most and notes.startswith(prose[at : at + size + 1], start):
            size += 1
    return size
