"""Numbers that the two texts tell each in its way: 每公斤170元 of 每斤85块, 第26名 of 去年是26."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from bot.numerals import SCALES

from ..fact import Fact, FactKind
from ..readers.rates import same_rate
from ..text.reading import Reading
from .licences import may_take

_RANKED = re.compile("第|排名|名次|位次")
CANDIDATES = 24
_LISTED = 4
_EACH = re.compile("[每均]")
_COUNTED = frozenset("村镇乡组校厂")


def pair_the_rest(
    prose: Reading, notes: Reading, told: list[Fact], by_prose: dict[int, Fact], by_note: dict[int, Fact]
) -> None:
    """Pair what is left of the prose's numbers with numbers that are told otherwise."""
    given = notes.numbers
    _pair_by_kind([fact for fact in told if fact.start not in by_prose], notes, by_prose, by_note)
    _pair_by_rate([fact for fact in told if fact.start not in by_prose], prose, notes, by_prose, by_note)
    _pair_by_rank([fact for fact in told if fact.start not in by_prose], given, by_prose, by_note)
    _pair_by_scale([fact for fact in told if fact.start not in by_prose], notes, by_prose, by_note)


def _pair_by_scale(
    told: list[Fact], notes: Reading, by_prose: dict[int, Fact], by_note: dict[int, Fact]
) -> None:
    """Pair 260万、110万 with 用了二百六十万，一百一十: the scale was said once for both."""
    short = [
        (note, scale)
        for before, note in pairwise((None, *notes.numbers))
        if note is not None and note.start not in by_note and not note.unit and not note.scale
        for scale in ("万", "亿")
        if _shares_scale(notes, before, note, scale)
    ]
    for fact in told:
        for note, scale in short[:CANDIDATES]:
            if not may_take(fact, note):
                continue
            if fact.scale[-1:] == scale and fact.value == (note.value or 0) * SCALES[scale]:
                by_prose[fact.start], by_note[note.start] = note, fact


def _shares_scale(notes: Reading, before: Fact | None, note: Fact, scale: str) -> bool:
    """Whether the scale was said for a list, (万元), or at the number before, said the same way."""
    if f"({scale}" in note.around:
        return True
    if before is None or before.unit or before.scale[-1:] != scale:
        return False
    if _EACH.search(notes.text, before.end, note.start):
        return False
    lead, words = _lead(notes, before), _lead(notes, note)
    return note.start - before.end <= _LISTED or lead == words


def _pair_by_rate(
    told: list[Fact], prose: Reading, notes: Reading, by_prose: dict[int, Fact], by_note: dict[int, Fact]
) -> None:
    """Pair 每公斤170元 with 每斤85块."""
    short = [note for note in notes.numbers if note.start not in by_note]
    for fact in told:
        for note in around(short, fact.start * len(notes.text) // max(1, len(prose.text))):
            if note.start not in by_note and same_rate(prose, fact, notes, note):
                by_prose[fact.start], by_note[note.start] = note, fact
                break


def _pair_by_rank(
    told: list[Fact], given: tuple[Fact, ...], by_prose: dict[int, Fact], by_note: dict[int, Fact]
) -> None:
    """Pair 第26名 with 全市第11名，去年是26: the note spoke of ranks."""
    short = [
        note for note in given if note.start not in by_note and not note.unit and _RANKED.search(note.around)
    ]
    for fact in told:
        for note in short[:CANDIDATES]:
            if fact.kind is FactKind.RANK and fact.value == note.value and note.start not in by_note:
                by_prose[fact.start], by_note[note.start] = note, fact
                break


def _pair_by_kind(
    told: list[Fact], notes: Reading, by_prose: dict[int, Fact], by_note: dict[int, Fact]
) -> None:
    """Pair 13个村 with 一肩挑13个, where another note says that villages are counted."""
    short = [note for note in notes.numbers if note.start not in by_note and note.measure == "each"]
    for fact in told:
        for note in short[:CANDIDATES]:
            if fact.value == note.value and fact.unit[-1:] in _COUNTED and fact.unit[-1:] in notes.text:
                by_prose[fact.start], by_note[note.start] = note, fact


def around(notes: list[Fact], place: int) -> list[Fact]:
    """At most `CANDIDATES` of the notes' numbers, those that stand nearest to a place."""
    if len(notes) <= CANDIDATES:
        return notes
    at = bisect_left(notes, place, key=lambda note: note.start)
    return notes[max(0, at - CANDIDATES // 2) : at + CANDIDATES // 2]


def _lead(reading: Reading, fact: Fact) -> str:
    return reading.text[max(0, fact.start - 2) : fact.start]
