"""A report that comes back edited: which of its sentences read differently now.

Only the text is compared. Whatever was put in between two sentences belongs to one of them, so that every
change is a change of one sentence: to other words, to more of them, or to none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from bot.writing.folding import folded
from bot.writing.passages import Passage, passages

MOST_COMPARED = 4_000_000
"""Pairs of clauses, and of characters, up to which a changed passage is looked into; else it is all new."""
_CLAUSES = re.compile(r"[^，。；！？：、\n]*[，。；！？：、\n]?")
_ENDS = "。！？；\n"

Run = tuple[int, int, int]
"""Equal text: where in the old, where in the new, how long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the report as it was; `free` is a sentence, which may read differently, unlike a heading."""

    text: str
    free: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Piece `number` reads `text` now; empty if it was taken out."""

    number: int
    text: str


def differences(lines: Sequence[Sequence[Piece]], edited: str) -> Iterator[Changed | Passage]:
    """The pieces that read differently, numbered over all lines, and the lines that were put in."""
    starts = [0, *accumulate(len(line) for line in lines)]
    original = ["".join(piece.text for piece in line) for line in lines]
    for passage in passages(original, edited.splitlines()):
        if passage.start == passage.end:
            yield passage
            continue
        pieces = [piece for line in lines[passage.start : passage.end] for piece in line]
        for changed in changes(pieces, "".join(f"{line}\n" for line in passage.lines)):
            yield Changed(starts[passage.start] + changed.number, changed.text)


def changes(pieces: Sequence[Piece], edited: str) -> list[Changed]:
    """The pieces that read differently in the edited text; blanks, breaks and widths tell nothing."""
    old = "".join(piece.text for piece in pieces)
    cuts = [0, *_cuts(pieces, _runs(old, edited), edited), len(edited)]
    found = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        now = edited[start:end]
        if folded(now) != folded(pieces[number].text):
            found.append(Changed(number, "".join(now.split("\n")).strip()))
    return found


def likeness(old: str, edited: str) -> float:
    """How much of the longer of two texts stands in both: 1 for equal ones."""
    same = sum(length for _, _, length in _runs(old, edited))
    return same / max(len(old), len(edited), 1)


def _cuts(pieces: Sequence[Piece], runs: Sequence[Run], edited: str) -> Iterator[int]:
    """Where in the edited text each piece but the last ends."""
    ends = [place + 1 for place, mark in enumerate(edited) if mark in _ENDS]
    at = least = 0
    for left, right in pairwise(pieces):
        at += len(left.text)
        cut = _cut(at, left, right, runs, ends, len(edited))
        least = max(least, _whole(cut, left, edited, ends))
        yield least


def _cut(at: int, left: Piece, right: Piece, runs: Sequence[Run], ends: Sequence[int], high: int) -> int:
    """Where `left`, which ended at `at`, ends now, as nearly as the equal text around it tells."""
    low, before, after = 0, 0, at + len(right.text)
    first = bisect_left(runs, at, key=lambda run: run[0])
    if first < len(runs):
        after, high = runs[first][0], runs[first][1]
    if first:
        old, new, length = runs[first - 1]
        if at < old + length:
            return new + at - old
        before, low = old + length, new + length
    if before == at == after:
        return high if left.free or not right.free else low
    if before == at:
        return low if right.free else high
    if after == at:
        return high
    expected = low + (high - low) * (at - before) / (after - before)
    near = bisect_left(ends, expected)
    inside = [end for end in ends[max(near - 1, 0) : near + 1] if low < end <= high]
    return min([*inside, low, high], key=lambda end: abs(end - expected))


def _whole(cut: int, left: Piece, edited: str, ends: Sequence[int]) -> int:
    """The cut, behind the end of the sentence it would cut in two: two sentences have become one."""
    if not cut or edited[cut - 1] in _ENDS or left.text[-1:] not in _ENDS:
        return cut
    behind = bisect_right(ends, cut)
    return ends[behind] if behind < len(ends) else cut


def _runs(old: str, new: str) -> list[Run]:
    """Equal runs in order: whole lines first, then clauses, then characters."""
    return list(_aligned(old, new, 0, 0, (_lines, _clauses, list)))


def _aligned(old: str, new: str, old_at: int, new_at: int, levels: Sequence[object]) -> Iterator[Run]:
    split = levels[0]
    assert callable(split)
    ours, theirs = split(old), split(new)
    if len(levels) < 3 and len(ours) * len(theirs) > MOST_COMPARED:
        return
    here, there = _starts(ours), _starts(theirs)
    for kind, a, a_end, b, b_end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        start, stop = here[a], here[a_end]
        if kind == "equal":
            yield old_at + start, new_at + there[b], stop - start
        elif kind == "replace" and len(levels) > 1:
            passage = new[there[b] : there[b_end]]
            yield from _aligned(old[start:stop], passage, old_at + start, new_at + there[b], levels[1:])


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSES.findall(text) if clause]


def _starts(parts: Sequence[str]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts
