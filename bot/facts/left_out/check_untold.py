"""What the notes say and the prose leaves out: a stretch of a note of which no sentence tells enough."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding
from ..matching.stretches import Stretch, Stretches
from ..matching.tellings import Tellings
from ..text.open_words import Says
from ..trial import Trial
from .room import room_for

_MEASURING = frozenset(
    "比去上年今月从开始搞受益基数长度大概分值反而少多涨掉低高省降升增减前进后问题主要条事有过都在营业才收了入户人村组个家店到起止累计一共成变原以"
)
"""Characters that only measure, date or compare: they need not be told with their number."""
_LEAST, _LONG = 3, 5
_SHARE, _SHARE_OF_FEW = 0.35, 0.2
_DOUBT, _BY_ONE, _AT_MOST = -3.65, 0.25, 2.0
"""From which evidence on it is clear that no sentence tells a stretch.

Who tells it in other words needs a clause for them: the more characters of its own some clause of the
prose has, the clearer it must be. Two characters are easily told by two others.
"""
_FEWEST = 2
_LIKELY, _NO_ROOM, _BRIEF = -2.4, 2, 4
"""From which evidence on a stretch may well be told, and how little room there is for other words if not.

A stretch that is shorter than the last is told by any word.
"""


def check_untold(trial: Trial) -> Iterator[Finding]:
    """Every stretch of a note with enough to tell must be told.

    Some sentence must be likelier to tell it than to have its characters by chance, as far as writers keep
    them. Of a list some sentence must have more than a third of its telling characters, words of the same
    meaning counted. Numbers and dates are looked after elsewhere; of a list that has one, something besides
    must be told.
    """
    stretches = Stretches(trial)
    for stretch in stretches.all:
        is_list = "、" in stretch.text
        left_out = _is_untold(stretch, stretches.told) if is_list else _is_doubtful(trial, stretch, stretches)
        if left_out:
            yield trial.missing(stretch.start, stretch.end)


def _is_untold(stretch: Stretch, told: Tellings) -> bool:
    words = stretch.words
    if stretch.counted:
        words -= _MEASURING | stretch.counted
        return len(words) >= _LEAST and not told.most(words, stretch.synonyms)
    if len(words) < _LEAST:
        return False
    return told.most(words, stretch.synonyms) <= (_SHARE if len(words) >= _LONG else _SHARE_OF_FEW)


def _is_doubtful(trial: Trial, stretch: Stretch, stretches: Stretches) -> bool:
    words = stretch.words - stretch.counted
    if len(words) < _FEWEST:
        return False
    evidence = stretches.evidence(stretch)
    if evidence >= _LIKELY:
        return False
    if not _is_marked(trial, stretch, stretches) and room_for(trial, stretch) <= _NO_ROOM:
        return True
    if evidence >= _DOUBT:
        return False
    own = _BY_ONE * trial.own_signs if len(words) > _FEWEST or trial.own_signs < _FEWEST else _AT_MOST
    return evidence < _DOUBT - min(_AT_MOST, own)


def _is_marked(trial: Trial, stretch: Stretch, stretches: Stretches) -> bool:
    """Whether a stretch need not be told by words of its own.

    It denies something, is brief, or the prose gives a number that only this stretch has.
    """
    own = stretch.figures - stretches.shared_figures
    if stretch.end - stretch.start < _BRIEF:
        return True
    if len(stretch.words) < _LEAST and not stretch.synonyms.isdisjoint(trial.prose.known):
        return True
    return trial.notes.says(stretch.start, stretch.end, Says.DENIES) or not own.isdisjoint(trial.prose.known)
