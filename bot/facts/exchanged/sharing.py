"""The words that two texts share."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import compress, count
from operator import add

from ..trial import Trial

_HAN = re.compile("[\u4e00-\u9fff]+")
_SMALL = "的了在和与及是有也都还就又再并已将这那着过个我"
_MOST, _PLACES, _LONGEST, _READ = 400, 8, 16, 20_000


def shared_words(trial: Trial) -> list[str]:
    """What both texts say in the same words, two and more Chinese characters each, in the prose's order.

    Of a very long prose the first 20,000 characters are looked at.
    """
    notes, prose = trial.notes.text, trial.prose.text
    read = trial.prose.letters[:_READ]
    told = list(map(add, read, read[1:]))
    given = list(map(add, trial.notes.letters, trial.notes.letters[1:]))
    both = trial.bigrams.intersection(told)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in compress(count(), map(both.__contains__, given)):
        same = places[given[at]]
        if len(same) < _PLACES:
            same.append(at)
    found: dict[str, None] = {}
    upto = 0
    for at in compress(count(), map(both.__contains__, told)):
        if at < upto or not "\u4e00" <= read[at] <= "\u9fff":
            continue
        if len(found) == _MOST:
            break
        size = max([_common(prose, at, notes, start) for start in places[told[at]]])
        if word := _HAN.match(prose, at, at + size):
            upto = word.end()
            if len(clean := word.group().strip(_SMALL)) > 1:
                found[clean] = None
    return list(found)


def _common(prose: str, at: int, notes: str, start: int) -> int:
    size, most = 2, min(_LONGEST, len(prose) - at, len(notes) - start)
    while size < most and prose[at + size] == notes[start + size]:
        size += 1
    return size
