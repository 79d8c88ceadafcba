"""What the notes compare, told the other way round without a number: 比去年少 told as 有所增加.

Where `check_trends` asks of every stretch of the notes that rises or falls, this asks of every clause with a
comparison in it, and compares it with the clause most like it. One that only compares (比上年多) speaks of
the number before it, and is told beside that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .aligning import Match
from .finding import Finding, FindingKind
from .pairing import Pairing
from .reading import Clause, Reading
from .trial import Trial

_LESS = re.compile(r"[比较][^,。]{1,6}少|减少|下降|回落|降低|降了|少了|少多了")
_MORE = re.compile(r"[比较][^,。]{1,6}多|增加|增长|上升|增多|涨了|(?<!少)多了")
_BEFORE = "[比较](?:去年|上年|前年|往年|头年|上半年|上月|上个月|上季度|同期)(?:同期)?"
_ONLY = re.compile(
    rf"{_BEFORE}[还又要略稍也都]*(?:(?P<more>[多高涨增])|(?P<less>[少低降减]))[^,。;\n\d]{{0,3}}(?=$|[,。;\n])",
    re.MULTILINE,
)
_TOLD = re.compile(
    rf"{_BEFORE}[^,。;\n\d]{{0,5}}?(?:(?P<more>[增多涨高升]|上升|扩大)|(?P<less>[减少降低跌]|回落|下降))[^,。;\n\d]{{0,3}}(?=$|[,。;\n])",
    re.MULTILINE,
)
_SURE = 1.6


def check_compared(trial: Trial, matches: Sequence[Match], pairing: Pairing) -> Iterator[Finding]:
    """More must not be told as less, nor less as more, in a clause that says no number."""
    yield from _beside_numbers(trial, pairing)
    for match in matches:
        prose = match.prose
        if match.score < _SURE or any(
            fact.is_number for fact in trial.prose.facts_in(prose.start, prose.end)
        ):
            continue
        if {_way(trial.notes, match.note), _way(trial.prose, prose)} == {"less", "more"}:
            yield trial.told(FindingKind.DIRECTION_FLIPPED, prose.start, prose.end)


def _beside_numbers(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """A clause of the notes that only compares, and what stands beside the number that it speaks of."""
    notes, prose = trial.notes, trial.prose
    for found in _ONLY.finditer(notes.text):
        here, before = notes.clause_at(found.start()), notes.clause_at(max(0, found.start() - 2))
        if here.start != found.start() or notes.text[before.end : here.start] != ",":
            continue
        told = [pair.prose for pair in pairing.pairs if before.start <= pair.note.start < before.end]
        if len(told) != 1:
            continue
        clause = prose.clause_at(told[0].start)
        after = prose.clause_at(min(clause.end + 1, len(prose.text)))
        end = after.end if after.sentence == clause.sentence else clause.end
        ways = {said.lastgroup: said.span() for said in _TOLD.finditer(prose.text, told[0].end, end)}
        if ways and found.lastgroup not in ways:
            yield trial.told(FindingKind.DIRECTION_FLIPPED, *next(iter(ways.values())))


def _way(reading: Reading, clause: Clause) -> str:
    """Whether a clause says `less` or `more`; empty where it says neither or both."""
    less = _LESS.search(reading.text, clause.start, clause.end) is not None
    more = _MORE.search(reading.text, clause.start, clause.end) is not None
    return ("less" if less else "more") if less != more else ""
