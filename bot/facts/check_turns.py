"""From and to: 由52件降至29件 must not become 由29件升至52件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .fact import Direction
from .finding import Finding, FindingKind
from .pairing import Pairing
from .reading import Reading
from .trial import Trial

_TURN = re.compile(r"[增升提降减压扩缩展变跃调到至为成]")
_BECAME = re.compile(r"(?:一下)?(?:子)?[变涨升降减提长]?(?:到了|成了|到)")
_FROM = re.compile(r"[由从]")
_BEFORE = re.compile(r"去年|上年|前年|原来|以前|过去")


def check_turns(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """The number something came from, and the number it went to, must not change places."""
    told, given = _ends(trial.prose), _ends(trial.notes)
    yield from _contradicted(trial)
    flagged = -1
    for pair in pairing.pairs:
        here, there = told.get(pair.prose.start), given.get(pair.note.start)
        if here and there and here != there and pair.prose.start > flagged:
            flagged = pair.prose.start + 40
            yield trial.told(FindingKind.DIRECTION_FLIPPED, pair.prose.start, pair.prose.end, pair.note)


def _contradicted(trial: Trial) -> Iterator[Finding]:
    """由70%降低到92%: a change told in the wrong direction."""
    for first, second in pairwise(trial.prose.numbers):
        clause = trial.prose.clause_at(first.start)
        between = trial.prose.text[first.end : second.start]
        if first.measure != second.measure or second.start >= clause.end or len(between) > 8:
            continue
        if not _FROM.search(trial.prose.text, clause.start, first.start) or not re.search(r"[到至]", between):
            continue
        if first.size == second.size or first.unit in {"类", "级", "名", "位"}:
            continue
        if second.direction is (Direction.DOWN if first.size < second.size else Direction.UP):
            yield trial.told(FindingKind.DIRECTION_FLIPPED, second.start, second.end)


def _ends(reading: Reading) -> dict[int, str]:
    """For numbers that stand at an end of a change: `from` or `to`."""
    ends: dict[int, str] = {}
    numbers = reading.numbers
    for first, second in pairwise(numbers):
        if first.measure != second.measure or first.value == second.value:
            continue
        if second.start - first.end > 16:
            continue
        if "\n" in reading.text[first.end : second.start]:
            continue
        clause = reading.clause_at(first.start)
        before = reading.text[clause.start : first.start]
        between = reading.text[first.end : second.start]
        if (
            (_FROM.search(before) or _BECAME.fullmatch(between))
            and (_TURN.search(between) or between == "")
            and reading.clause_at(second.start) == clause
        ):
            ends[first.start], ends[second.start] = "from", "to"
        elif first.start not in ends and _was(before) != _was(between):
            ends[first.start], ends[second.start] = ("from", "to") if _was(before) else ("to", "from")
    return ends


def _was(words: str) -> bool:
    return _BEFORE.search(words) is not None and not re.search(r"[比较]", words)
