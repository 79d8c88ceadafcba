"""What speaks for it, and what against it, that a stretch of the notes was left out.

Nothing here decides alone: every sign only adds its points. They are fitted, not chosen:
`python -m tests.fidelity.leaving_out` prints them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from math import log
from operator import mul
from typing import NamedTuple

from ..matching.tellings import USUALLY_KEPT
from ..trial import Trial
from .stretches import Stretch, Stretches

_SYNONYM, _FIGURE = 1.5, 2.0
_LEAST, _DOUBT = 2, 0.0
_MANY, _MUCH, _OF_ITSELF = 8, 12.0, 10


_NAMES_ONLY = re.compile(
    r":$|(?:(?:那|这)(?:个?事儿?|一?块|头)|说|咋样|得不错|[费钱款]的?|分管\D*)[:,。; \n]?$|没放松|没闲"
    r"|具体[^,。;]{0,8}[算报没查]|[这那]句"
)
"""What only names what follows, tells who said it, or says what need not be told: 政治学习没放松."""


class Signs(NamedTuple):
    """What is asked of a stretch of the notes and of the clause most like it with its neighbours.

    `told` are the telling characters that stand there, or in a word that a word of the same meaning tells.
    `told_by_its_own` is the share of those that the prose has as often as the notes have them. `untold` are
    those that stand nowhere, and `unlikely` is how seldom writers leave all of these away, as a logarithm.
    `anew` are the most characters of its own that a clause of the prose has.
    """

    telling: float
    told_share: float
    told: float
    told_by_its_own: float
    untold: float
    untold_squared: float
    unlikely: float
    words_told: float
    words_untold: float
    figures_told: float
    anew: float


_POINTS = Signs(
    telling=0.39,
    told_share=-0.39,
    told=-0.17,
    told_by_its_own=-3.78,
    untold=1.93,
    untold_squared=-0.24,
    unlikely=1.15,
    words_told=-0.05,
    words_untold=0.49,
    figures_told=-0.69,
    anew=-0.02,
)
_START = -5.76
_ENOUGH = 4.3
"""The logarithm of how much likelier it must be that a stretch was left out than that it is told."""


def is_likely_left_out(trial: Trial, stretches: Stretches, stretch: Stretch) -> bool:
    """Whether its signs make it likely that no sentence tells a stretch, nor a figure of it."""
    words = stretch.words - stretch.counted
    if len(words - trial.prose.known) < _LEAST or stretches.evidence(stretch) >= _DOUBT:
        return False
    if _NAMES_ONLY.search(trial.notes.text[stretch.start : stretch.end + 1]):
        return False
    signs = signs_of(trial, stretches, stretch)
    return not signs.figures_told and _START + sum(map(mul, signs, _POINTS)) > _ENOUGH


def signs_of(trial: Trial, stretches: Stretches, stretch: Stretch) -> Signs:
    """The signs of a stretch."""
    words = stretch.words - stretch.counted
    known, kept = trial.prose.known, trial.lexicon.kept
    here = _here(trial, stretches, stretch, words)
    covered = _covered(trial, stretch, here)
    told = words & (here | covered)
    untold = words - known - covered
    synonyms = len(stretch.synonyms & here)
    return Signs(
        telling=min(_MANY, len(words)),
        told_share=len(told) / max(1, len(words)),
        told=min(_MANY, len(told)),
        told_by_its_own=len((told & covered) | (told - stretches.scarce)) / max(1, len(words)),
        untold=min(_MANY, len(untold)),
        untold_squared=min(_MANY // 2, len(untold)) ** 2,
        unlikely=min(_MUCH, -sum([log(1 - kept.get(word, USUALLY_KEPT)) for word in sorted(untold)])),
        words_told=min(_MANY, synonyms),
        words_untold=min(_MANY, len(stretch.synonyms) - synonyms),
        figures_told=min(_MANY, len(stretch.figures & here)),
        anew=min(_OF_ITSELF, trial.own_signs),
    )


def _here(trial: Trial, stretches: Stretches, stretch: Stretch, words: frozenset[str]) -> frozenset[str]:
    """The signs of a stretch that the clause most like it has, or one beside that in its sentence."""
    places = trial.places
    much = defaultdict[int, float](float)
    for signs, weight in ((words, 1.0), (stretch.synonyms, _SYNONYM), (stretch.figures, _FIGURE)):
        for sign in signs:
            for place in places.get(sign, ()):
                much[place] += weight
    if not much:
        return frozenset()
    best = min(much, key=lambda place: (-much[place], place))
    first, last = stretches.told.around(best)
    signs = words | stretch.synonyms | stretch.figures
    return frozenset([sign for sign in signs if any(first <= at < last for at in places.get(sign, ()))])


def _covered(trial: Trial, stretch: Stretch, here: frozenset[str]) -> frozenset[str]:
    """The characters of the words of a stretch that are told by others of the same meaning."""
    covered = set[str]()
    for layer in (trial.notes.registers, trial.notes.synonyms):
        for at in range(bisect_left(layer, (stretch.start,)), len(layer)):
            start, end, label = layer[at]
            if start >= stretch.end:
                break
            if end <= stretch.end and label in here:
                covered.update(trial.notes.text[start:end])
    return frozenset(covered)
