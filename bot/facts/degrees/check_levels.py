"""Levels: 市级 must not become 省级, nor 省级3家 市级3家."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..matching.aligning import Alignment, Match
from ..matching.pairing import Pairing
from ..text.reading import Clause, Reading
from ..text.scanning import Scan
from ..trial import Trial
from .levels import AMONG, ANY_SIGN, CLASS, GRADED, SAID

_LEVEL = re.compile("[省市州盟县区旗镇乡]级")
_COUNTED = re.compile("^个?[省市县区镇乡村街道]+(?=[里中])")
"""16个乡镇: what was counted, and no level."""
_LEAD = re.compile(r"[^\d,。;!?:、和与\n]*\Z")
_ALIKE, _NEAR = 2.5, 10


def check_levels(trial: Trial, matches: Alignment, pairing: Pairing) -> Iterator[Finding]:
    """The level that a clause names, or that stands before a number, must be the notes' own."""
    yield from _of_clauses(trial, matches)
    yield from _of_numbers(trial, pairing)


def _of_clauses(trial: Trial, matches: Alignment) -> Iterator[Finding]:
    for clause in trial.notes.clauses_with(SAID):
        match = matches.of(clause)
        if match is None or match.score < _ALIKE or _names_one_before(trial, match):
            continue
        given = _levels(SAID, trial.notes.text, clause)
        told = _levels(GRADED, trial.prose.text, match.prose)
        said = _levels(SAID, trial.prose.text, match.prose) if told else {}
        if told and not given.keys() & (told.keys() | said.keys()):
            start, end = next(iter(told.values()))
            yield trial.told(FindingKind.RANK_CHANGED, start, end)


def _names_one_before(trial: Trial, match: Match) -> bool:
    """Whether the prose names a level that the notes name without its noun: 省级非遗没评上, 市级的有."""
    return any(
        trial.notes.text.find(f"{level.group()}的") >= 0
        for level in _LEVEL.finditer(trial.prose.text, match.prose.start, match.prose.end)
    )


def _levels(pattern: Scan, text: str, clause: Clause) -> dict[str, tuple[int, int]]:
    return {str(found.lastgroup): found.span() for found in pattern.finditer(text, clause.start, clause.end)}


def _of_numbers(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """省级3家, 市级11家: what a number counts keeps the level that stands right before it."""
    for pair in pairing.pairs:
        given = _own_level(trial.notes, pair.note)
        if given and (told := _own_level(trial.prose, pair.prose)) and given != told:
            yield trial.told(FindingKind.RANK_CHANGED, pair.prose.start, pair.prose.end, pair.note)


def _own_level(reading: Reading, fact: Fact) -> str:
    """The level named before a number, with no number and no mark between; empty if there is none, or two."""
    pattern = AMONG if fact.kind is FactKind.RANK else CLASS
    start = max(0, fact.start - _NEAR)
    if ANY_SIGN.isdisjoint(reading.text[start : fact.start]):
        return ""
    ends = [other.end for other in reading.facts_in(start, fact.start) if other.is_number]
    lead = _LEAD.search(reading.text[max([start, *ends]) : fact.start])
    words = _COUNTED.sub("", lead.group()) if lead else ""
    found = {str(found.lastgroup) for found in pattern.finditer(words)}
    return found.pop() if len(found) == 1 else ""
