"""Who does something told as the one to whom it is done: 张三打了李四 told as 张三被李四打伤."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..trial import Trial
from .deeds import Deed, Place, deeds_of, rows_of
from .mixing import is_time

_OURS = re.compile(
    "我们[镇乡村]?|我[镇乡村]|(?<![\u4e00-\u9fff])我(?![县市省区])|本[镇乡人]|[镇乡][里上](?![的下])"
)
_NO_STARTS = frozenset("按以因除经")
"""What begins a word that names nobody: 按月."""
_SHORT = 2
_Pairs = dict[tuple[str, str], tuple[int, int]]
"""Who gives and who gets, and where that is told."""


def check_deeds(trial: Trial, shared: Iterable[str]) -> Iterator[Finding]:
    """Of two named by both texts, in a deed of one line, each must have the part it has in the notes."""
    prose = rows_of(trial.prose)
    notes = rows_of(trial.notes) if prose else {}
    rows = sorted(prose.keys() & notes.keys())
    if not rows:
        return
    words = list(_names(trial, shared))
    there = _places(trial.notes, words)
    given_by_row = {
        row: _pairs(trial.notes, list(deeds_of(trial.notes, row, notes[row], there))) for row in rows
    }
    here = _places(trial.prose, words) if any(given_by_row.values()) else []
    for row, given in given_by_row.items():
        told = _pairs(trial.prose, list(deeds_of(trial.prose, row, prose[row], here))) if given else {}
        for pair, span in told.items():
            if _has(given, pair[::-1]) and not (_has(given, pair) or _has(told, pair[::-1])):
                yield trial.told(FindingKind.SUBJECTS_EXCHANGED, *span)


def _names(trial: Trial, shared: Iterable[str]) -> Iterator[str]:
    """The shared words that may name somebody or something, without the deed that one may end in."""
    verbs = trial.lexicon.common_verbs
    counted = "\n".join([fact.text for fact in trial.prose.facts if fact.is_number])
    begins = {mark.start for mark in trial.prose.lists["deeds"] if len(mark.word) > 1}
    for word in shared:
        if word in verbs or word in counted or word[0] in _NO_STARTS or is_time(word):
            continue
        at = trial.prose.text.find(word)
        ends = [end for end in range(at + _SHORT, at + len(word)) if end in begins]
        yield word[: ends[0] - at] if ends else word


def _has(pairs: _Pairs, pair: tuple[str, str]) -> bool:
    """Whether two have these parts, by the whole of what they are called or some of it."""
    return pair in pairs or any(
        (one in pair[0] or pair[0] in one) and (other in pair[1] or pair[1] in other) for one, other in pairs
    )


def _pairs(reading: Reading, deeds: Sequence[Deed]) -> _Pairs:
    """What single deeds tell, and what two of the two sides of a line tell in one sentence."""
    pairs: _Pairs = {pair: (deed.start, deed.end) for deed in deeds for pair in sorted(deed.pairs)}
    for left in deeds:
        for right in deeds if left.is_left else ():
            if not right.is_left and reading.sentence_at(left.start) == reading.sentence_at(right.start):
                for pair in product(sorted(left.doers - right.doers), sorted(right.doers - left.doers)):
                    pairs.setdefault(pair, (min(left.start, right.start), max(left.end, right.end)))
    return {pair: span for pair, span in pairs.items() if pair[0] not in pair[1] and pair[1] not in pair[0]}


def _places(reading: Reading, words: Iterable[str]) -> list[Place]:
    """Where the words stand, none inside another, and 我镇 and 镇里 as one."""
    text = reading.text
    found = [(at.start(), -at.end(), "我") for at in _OURS.finditer(text)]
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append((at, -at - len(word), word))
            at = text.find(word, at + len(word))
    places: list[Place] = []
    upto = 0
    for start, end, word in sorted(found):
        if start >= upto:
            upto = -end
            places.append((start, upto, word))
    return places
