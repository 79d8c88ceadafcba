"""From and to: 由52件降至29件 must not become 由29件升至52件."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..fact import Direction, Fact, FactKind
from ..finding import Finding, FindingKind
from ..matching.pairing import Pairing
from ..text.reading import Reading
from ..trial import Trial

_TURN = re.compile(r"[→>⇒增升提降减压扩缩展变跃调到至为成]")
_BECAME = re.compile(r"(?:一下)?(?:子)?[变涨升降减提长并合缩扩]?(?:到了|成了|到)|→|-*>|⇒|=>")
_FROM = re.compile(r"[由从]")
_REACHED = re.compile(r"[增升提加涨扩降减压缩跌][加少低高长]?[到至为]")
_NOW = re.compile(r"现在|目前|今年|年底|眼下|[剩到]")
_EARLIER = re.compile(r"年初|去年|原来|以前|之前|原先|上年")
_CLASSES = frozenset("类级")
"""Of classes the lower may be the better one: 水质由4类提升至3类."""
_HOW_OFTEN = re.compile("一[趟次回]")
"""From 三天一趟 to 一天一趟 it comes more often."""
_BEFORE = re.compile(r"去年|上年|前年|原来|以前|过去")


def check_turns(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """The number something came from, and the number it went to, must not change places."""
    told, given = ends_of_changes(trial.prose), ends_of_changes(trial.notes)
    yield from _contradicted(trial)
    yield from _against_before(trial, pairing)
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
        if first.kind is FactKind.RANK and second.kind is FactKind.RANK:
            better = first.scope == "last" != second.scope or (
                first.scope == second.scope and (first.size > second.size) is (first.scope != "last")
            )
            if second.direction is (Direction.DOWN if better else Direction.UP) and first.size != second.size:
                yield trial.told(FindingKind.DIRECTION_FLIPPED, second.start, second.end)
            continue
        if _HOW_OFTEN.match(trial.prose.text, second.end):
            continue
        if first.size == second.size or first.unit in _CLASSES | {"名", "位"}:
            continue
        if second.direction is (Direction.DOWN if first.size < second.size else Direction.UP):
            yield trial.told(FindingKind.DIRECTION_FLIPPED, second.start, second.end)


def _against_before(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """余额增至1530万元, where the notes say 年初1870万 … 现在1530万."""
    notes = trial.notes.numbers
    starts = [note.start for note in notes]
    for pair in pairing.pairs:
        lead = trial.prose.text[max(0, pair.prose.start - 4) : pair.prose.start]
        if _HOW_OFTEN.match(trial.prose.text, pair.prose.end):
            continue
        if not pair.prose.direction or pair.prose.unit in _CLASSES or not _REACHED.search(lead):
            continue
        before = _said_before(
            trial.notes, notes[max(0, bisect_left(starts, pair.note.start) - 3) :], pair.note
        )
        if before is None or before.size == pair.note.size:
            continue
        is_rank = pair.prose.kind is FactKind.RANK and before.scope == pair.note.scope != "last"
        has_grown = (before.size < pair.note.size) is not is_rank
        if pair.prose.direction is (Direction.DOWN if has_grown else Direction.UP):
            yield trial.told(FindingKind.DIRECTION_FLIPPED, pair.prose.start, pair.prose.end, pair.note)


def _said_before(notes: Reading, numbers: Sequence[Fact], note: Fact) -> Fact | None:
    """The number of the same line, just before this one, that is said to hold for an earlier time."""
    for other in numbers:
        if other.start >= note.start:
            return None
        between = notes.text[other.end : note.start]
        if (
            other.measure == note.measure
            and "\n" not in between
            and _NOW.search(between[-4:])
            and _EARLIER.search(notes.text[max(0, other.start - 4) : other.start])
        ):
            return other
    return None


def ends_of_changes(reading: Reading) -> dict[int, str]:
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
            and not (first.start in ends and "、" in between)
            and (_TURN.search(between) or between == "")
            and reading.clause_at(second.start) == clause
        ):
            ends[first.start], ends[second.start] = "from", "to"
        elif (
            first.start not in ends
            and "其中" not in between
            and _was(before) != _was(between.rpartition(",")[2])
        ):
            ends[first.start], ends[second.start] = ("from", "to") if _was(before) else ("to", "from")
    return ends


def _was(words: str) -> bool:
    return _BEFORE.search(words) is not None and not re.search(r"[比较]", words)
