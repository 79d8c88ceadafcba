"""Pairing the numbers of prose with the numbers of notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, pairwise
from typing import NamedTuple

from bot.numerals import SCALES

from ..fact import Fact, FactKind
from ..readers.rates import same_rate
from ..text.reading import Reading
from .agreeing import is_measured, same_measure, same_number
from .context import Context, contexts
from .licences import may_take

_RANKED = re.compile("第|排名|名次|位次")
_CANDIDATES = 24
_LISTED = 4
_EACH = re.compile("[每均]")
_COUNTED = frozenset("村镇乡组校厂")


class Pair(NamedTuple):
    """A number of the prose and the number of the notes that it tells."""

    prose: Fact
    note: Fact


@dataclass(frozen=True, slots=True)
class Pairing:
    """All pairs, in the order of the prose, and what is left on both sides.

    A repeated number is a pair again.
    """

    pairs: tuple[Pair, ...]
    extra: tuple[Fact, ...]
    missing: tuple[Fact, ...]
    prose_contexts: dict[int, Context]
    note_contexts: dict[int, Context]

    def likeness(self, prose: Fact, note: Fact) -> int:
        """How much the surroundings of two numbers have in common."""
        return self.prose_contexts[prose.start].likeness(self.note_contexts[note.start])


def pair_numbers(prose: Reading, notes: Reading) -> Pairing:
    """Pair every number with the number of equal value and unit whose surroundings are most alike."""
    here, there = contexts(prose), contexts(notes)
    told = [fact for fact in prose.numbers if fact.unit or not fact.weak or fact.value != 1]
    given = notes.numbers
    by_size: defaultdict[Decimal, list[Fact]] = defaultdict(list)
    for note in given:
        sizes = {note.size} if note.factor == 1 else {note.value or Decimal(0), note.size}
        if note.text.startswith("百十"):
            sizes.add(Decimal(100))
        for size in sizes:
            by_size[size].append(note)
    candidates: list[tuple[int, Fact, Fact]] = []
    for fact in told:
        place = fact.start * len(notes.text) // max(1, len(prose.text))
        told_sizes = (fact.size,) if fact.factor == 1 else (fact.value or Decimal(0), fact.size)
        near = [_around(by_size[size], place) for size in told_sizes if size in by_size]
        for note in _unique(chain.from_iterable(near)) if near else ():
            if same_number(fact, note) and not _is_only_style(fact, note):
                bonus = (
                    2 * (fact.hedge == note.hedge)
                    + 2 * (fact.unit == note.unit)
                    + (fact.direction == note.direction)
                )
                candidates.append((here[fact.start].likeness(there[note.start]) * 4 + bonus, fact, note))
    candidates.sort(key=lambda entry: (-entry[0], entry[1].start, entry[2].start))
    by_prose: dict[int, Fact] = {}
    by_note: dict[int, Fact] = {}
    for _, fact, note in candidates:
        if fact.start not in by_prose and note.start not in by_note:
            by_prose[fact.start] = note
            by_note[note.start] = fact
    free = [note for note in given if note.start not in by_note and not note.weak]
    for score, fact, note in candidates:
        about = there[note.start].near
        if score >= 8:
            by_note.setdefault(note.start, fact)
            if fact.start in by_prose:
                continue
            if (not about or len(about & here[fact.start].near) >= min(2, len(about))) and not any(
                same_measure(fact, other)
                and here[fact.start].likeness(there[other.start])
                >= here[fact.start].likeness(there[note.start])
                for other in free[:_CANDIDATES]
            ):
                by_prose[fact.start] = note
    if len(by_prose) < len(told):
        _pair_the_rest(prose, notes, told, by_prose, by_note)
    return Pairing(
        tuple(Pair(fact, by_prose[fact.start]) for fact in told if fact.start in by_prose),
        tuple(fact for fact in told if fact.start not in by_prose),
        tuple(note for note in given if note.start not in by_note),
        here,
        there,
    )


def _pair_the_rest(
    prose: Reading, notes: Reading, told: list[Fact], by_prose: dict[int, Fact], by_note: dict[int, Fact]
) -> None:
    """Pair what is left of the prose's numbers with numbers that are told otherwise."""
    given = notes.numbers
    _pair_by_kind([fact for fact in told if fact.start not in by_prose], notes, by_prose, by_note)
    _pair_by_rate([fact for fact in told if fact.start not in by_prose], prose, notes, by_prose, by_note)
    _pair_by_rank([fact for fact in told if fact.start not in by_prose], given, by_prose, by_note)
    _pair_by_scale([fact for fact in told if fact.start not in by_prose], notes, by_prose, by_note)


def _is_only_style(prose: Fact, note: Fact) -> bool:
    """Whether the number of the notes belongs to a word (两新, 一线), and so cannot be 2公里 or 1万家."""
    if not note.weak or note.unit or (note.value or 0) >= 10 or prose.unit in note.text:
        return False
    if note.text + prose.unit in note.around:
        return False
    return is_measured(prose.measure) or bool(prose.scale) or (prose.hedge is not note.hedge)


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
        for note, scale in short[:_CANDIDATES]:
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
        for note in _around(short, fact.start * len(notes.text) // max(1, len(prose.text))):
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
        for note in short[:_CANDIDATES]:
            if fact.kind is FactKind.RANK and fact.value == note.value and note.start not in by_note:
                by_prose[fact.start], by_note[note.start] = note, fact
                break


def _pair_by_kind(
    told: list[Fact], notes: Reading, by_prose: dict[int, Fact], by_note: dict[int, Fact]
) -> None:
    """Pair 13个村 with 一肩挑13个, where another note says that villages are counted."""
    short = [note for note in notes.numbers if note.start not in by_note and note.measure == "each"]
    for fact in told:
        for note in short[:_CANDIDATES]:
            if fact.value == note.value and fact.unit[-1:] in _COUNTED and fact.unit[-1:] in notes.text:
                by_prose[fact.start], by_note[note.start] = note, fact


def _around(notes: list[Fact], place: int) -> list[Fact]:
    """At most `_CANDIDATES` of the notes' numbers, those that stand nearest to a place."""
    if len(notes) <= _CANDIDATES:
        return notes
    at = bisect_left(notes, place, key=lambda note: note.start)
    return notes[max(0, at - _CANDIDATES // 2) : at + _CANDIDATES // 2]


def _unique(facts: Iterable[Fact]) -> list[Fact]:
    return list({fact.start: fact for fact in facts}.values())


def _lead(reading: Reading, fact: Fact) -> str:
    return reading.text[max(0, fact.start - 2) : fact.start]
