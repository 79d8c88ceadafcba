"""What the notes compare, told the other way round without a number: 比去年少 told as 有所增加.

Where `check_trends` asks of every stretch of the notes that rises or falls, this asks of every clause with a
comparison in it, and compares it with the clause most like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .aligning import Match
from .finding import Finding, FindingKind
from .reading import Clause, Reading
from .trial import Trial

_LESS = re.compile(r"[比较][^,。]{1,6}少|减少|下降|回落|降低|降了|少了")
_MORE = re.compile(r"[比较][^,。]{1,6}多|增加|增长|上升|增多|涨了|多了")
_SURE = 1.6


def check_compared(trial: Trial, matches: Sequence[Match]) -> Iterator[Finding]:
    """More must not be told as less, nor less as more, in a clause that says no number."""
    for match in matches:
        prose = match.prose
        if match.score < _SURE or any(
            fact.is_number for fact in trial.prose.facts_in(prose.start, prose.end)
        ):
            continue
        if {_way(trial.notes, match.note), _way(trial.prose, prose)} == {"less", "more"}:
            yield trial.told(FindingKind.DIRECTION_FLIPPED, prose.start, prose.end)


def _way(reading: Reading, clause: Clause) -> str:
    """Whether a clause says `less` or `more`; empty where it says neither or both."""
    less = _LESS.search(reading.text, clause.start, clause.end) is not None
    more = _MORE.search(reading.text, clause.start, clause.end) is not None
    return ("less" if less else "more") if less != more else ""
