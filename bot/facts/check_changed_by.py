"""By how much, told as up to where, and the reverse: 降到120户 told as 减少120户."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .fact import Fact
from .finding import Finding, FindingKind
from .pairing import Pair, Pairing
from .reading import Reading
from .trial import Trial

_TURN = "增加?|增长|减少?|压减|缩减|压缩|缩短|下?降低?|上?升|提[高升]|涨|跌|扩大?|回落"
_UP_TO = re.compile(rf"(?:{_TURN})[到至达为]了?$")
_BY = re.compile(rf"(?<![新净])(?:{_TURN})了?$")
_NEAR = 8


def check_changed_by(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """A number that tells by how much something changed must not be told as where it ended."""
    for pair in pairing.pairs:
        if _is_mixed_up(trial, pair):
            yield trial.told(FindingKind.NUMBER_CHANGED, pair.prose.start, pair.prose.end, pair.note)


def _is_mixed_up(trial: Trial, pair: Pair) -> bool:
    given, told = _lead(trial.notes, pair.note), _lead(trial.prose, pair.prose)
    if _UP_TO.search(given):
        return _BY.search(told) is not None
    return _BY.search(given) is not None and _UP_TO.search(told) is not None


def _lead(reading: Reading, fact: Fact) -> str:
    return reading.text[max(reading.clause_at(fact.start).start, fact.start - _NEAR) : fact.start]
