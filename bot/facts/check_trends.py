"""A trend told the other way round where no number stands beside it: 订单少了 told as 订单不降反增."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .leaving_open import OpenPart, about
from .open_parts import OpenParts
from .reading import Reading
from .trial import Trial

_AGAINST = re.compile(r"不[降减跌]反(?P<up>[增升涨])|逆势(?P<too>[增上攀])|不[增升涨]反[降减跌]|[少低差]多了")
_LEVEL = re.compile(
    "持平|没(?:什么|啥|多大)?变|[没未无]有?变化|不变|一个样|差不多|没[涨升增降减]没[涨升增降减]"
)
_STAYED = re.compile("[没未不]有?[降减跌升涨增]")
_DEGREES = frozenset("稍微一点些略")
_HEAD = re.compile("[\u4e00-\u9fff]{2,4}?(?=[比较又也更略稍])")
_LIKENESS, _COVERED, _TELLING, _BRIEF = 1.2, 0.4, 2, 6


def check_trends(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """A trend of the notes that the prose turns round, and what stayed level and the prose lets rise or fall.

    Only where the clause that tells of it says the opposite, and neither that clause nor any other that may
    tell of it says the same.
    """
    for found in opened.stretches:
        way = _way(trial.notes, found.start(), found.end())
        is_level = not way and _LEVEL.search(found.group()) is not None
        if not (way or is_level) or len(signs := _subject(trial.notes, found)) < _TELLING:
            continue
        alike = opened.sharing(OpenPart(found.group(), signs, frozenset(), False, True))
        if not alike:
            continue
        best = max(alike, key=lambda one: one.much)
        if best.much < _LIKENESS or len(best.shared) < _COVERED * len(signs):
            continue
        clause = opened.clauses[best.order]
        told = _way(trial.prose, clause.start, clause.end)
        if not told or told == way:
            continue
        if any(fact.direction for fact in trial.prose.facts_in(clause.start, clause.end)):
            continue
        others = {*opened.neighbours(best.order), *(one.order for one in alike)}
        if is_level and any(_LEVEL.search(opened.texts[order]) for order in (best.order, *others)):
            continue
        if not any(_way(trial.prose, *opened.clauses[order][:2]) == way for order in others):
            yield trial.told(FindingKind.DIRECTION_FLIPPED, clause.start, clause.end)


def _subject(notes: Reading, stretch: re.Match[str]) -> frozenset[str]:
    """What a stretch tells of; one that tells only 少了 tells it of the stretch before, if that is brief."""
    head = _HEAD.match(stretch.group())
    signs = (about(notes, *stretch.span()) | frozenset(head.group() if head else "")) - _DEGREES
    before = notes.clause_at(max(0, stretch.start() - 2))
    is_near = before.end + 1 == stretch.start() and notes.text[before.end] == ","
    if len(signs) < _TELLING and is_near and before.end - before.start <= _BRIEF:
        signs |= about(notes, before.start, before.end) - _DEGREES
    return signs


def _way(reading: Reading, start: int, end: int) -> int:
    """1 where a stretch lets something rise, -1 where it lets it fall, 0 where it does neither or both."""
    if against := _AGAINST.search(reading.text, start, end):
        return 1 if against.lastgroup else -1
    if _STAYED.search(reading.text, start, end):
        return 0
    return reading.has(start, end, "up") - reading.has(start, end, "down")
