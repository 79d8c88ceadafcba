"""What the prose says is done already, and only an open stretch of the notes speaks of: 还没到货, 已到货.

Where `check_status` and `check_carried` ask of every open stretch how it is told, this asks of every 已 what
stretch it tells, so that two shared characters are enough, and a clause of one word can be found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from math import fsum, sqrt

from ..finding import Finding, FindingKind
from ..text.leaving_open import MARKED
from ..text.open_words import Says
from ..trial import Trial
from .open_parts import OpenParts

_ALREADY = re.compile(r"已(?![有故婚])经?")
_OPEN = Says.DENIES | Says.SLIGHTLY | Says.STILL | Says.AHEAD | Says.HOPED | Says.GOING | Says.ASKED
"""What leaves a clause open all the same: 已停发的待遇目前还未恢复, 已答应明年安排资金."""
_PARTLY = re.compile(r"了(?!解)|已|过(?=$|[,。;])|完(?!善|工|成)|打报告|申请")
"""What a stretch says of itself was done: 订了没到货 is told by 已订购, 打报告要换 by 已上报申请."""
_EMPTY = frozenset("已经没未不有还尚目前现在仍待拟正计划打算要想准备明年的了着过")
_LONG, _LEAST, _BEHIND, _SHARED = 10, 0.5, 0.5, 2


def check_already(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """A clause with 已 whose words an open stretch of the notes shares, and no closed one as much."""
    told = [
        (clause, found)
        for clause in trial.prose.clauses_with(_ALREADY)
        if (found := _ALREADY.search(trial.prose.text, clause.start, clause.end)) is not None
        and not trial.prose.says(clause.start, clause.end, _OPEN)
        and not _is_of_closed(trial.prose.order_of_clause(clause.start), opened)
    ]
    if not told:
        return
    are_open = [
        is_open or (trial.notes.says(*found.span(), MARKED) and not _PARTLY.search(found.group()))
        for found, is_open in zip(opened.stretches, opened.are_open, strict=True)
    ]
    if not any(are_open):
        return
    notes = [trial.notes.telling(*found.span()) - _EMPTY for found in opened.stretches]
    spread = Counter(chain.from_iterable(notes))
    for clause, found in told:
        signs = trial.prose.telling(clause.start, clause.end) - _EMPTY
        stop = trial.prose.text.find("、", found.end(), clause.end)
        after = trial.prose.telling(found.end(), clause.end if stop < 0 else stop) - _EMPTY
        likeness = [_weight(signs & own, spread) / (1 + len(own) / _LONG) for own in notes]
        best = max((order for order, is_open in enumerate(are_open) if is_open), key=likeness.__getitem__)
        stretch = opened.stretches[best].group()
        denied = trial.notes.says(*opened.stretches[best].span(), Says.DENIES)
        if not (denied or trial.notes.says(*opened.stretches[best].span(), MARKED)):
            continue
        if len(signs & notes[best]) < _SHARED and not after & notes[best]:
            continue
        closed = [order for order, is_open in enumerate(are_open) if not is_open]
        if likeness[best] < max([_LEAST, *(likeness[order] - _BEHIND for order in closed)]):
            continue
        done = max((_weight(after & notes[order], spread) for order in closed), default=0)
        if (done and done >= _weight(after & notes[best], spread)) or _PARTLY.search(stretch):
            continue
        kind = FindingKind.NEGATION_CHANGED if denied else FindingKind.STATUS_CHANGED
        yield trial.told(kind, clause.start, clause.end)


def _is_of_closed(order: int, opened: OpenParts) -> bool:
    """Whether a clause has a time or a number, and only those of what the notes leave nothing open of."""
    return opened.is_dated_by_closed(order) or opened.is_counted_by_closed(order)


def _weight(signs: frozenset[str], spread: Counter[str]) -> float:
    """How much shared characters tell: the rarer ones more."""
    return fsum([1 / sqrt(spread[sign]) for sign in signs])
