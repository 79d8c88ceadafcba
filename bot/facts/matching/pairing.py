"""Pairing the numbers of prose with the numbers of notes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from ..fact import Fact
from ..text.reading import Reading
from .agreeing import is_measured, lasting, same_measure, same_number
from .context import Context, contexts
from .odd_pairs import CANDIDATES, around, pair_the_rest

_A_DAY = 24 * 60
"""Minutes."""


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
        if (minutes := lasting(note)) is not None:
            sizes |= {minutes, minutes / _A_DAY}
        for size in sizes:
            by_size[size].append(note)
    equal: list[Pair] = []
    for fact in told:
        place = fact.start * len(notes.text) // max(1, len(prose.text))
        told_sizes = (fact.size,) if fact.factor == 1 else (fact.value or Decimal(0), fact.size)
        near = [around(by_size[size], place) for size in told_sizes if size in by_size]
        for note in _unique(chain.from_iterable(near)) if near else ():
            if same_number(fact, note) and not _is_only_style(fact, note):
                equal.append(Pair(fact, note))
    by_prose: dict[int, Fact] = {}
    by_note: dict[int, Fact] = {}
    candidates: list[tuple[int, Fact, Fact]] = []
    times_told, times_given = (
        Counter(pair.note.start for pair in equal),
        Counter(pair.prose.start for pair in equal),
    )
    for fact, note in equal:
        if times_told[note.start] == times_given[fact.start] == 1:
            by_prose[fact.start], by_note[note.start] = note, fact
        else:
            candidates.append(
                (here[fact.start].likeness(there[note.start]) * 4 + _bonus(fact, note), fact, note)
            )
    candidates.sort(key=lambda entry: (-entry[0], entry[1].start, entry[2].start))
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
                for other in free[:CANDIDATES]
            ):
                by_prose[fact.start] = note
    if len(by_prose) < len(told):
        pair_the_rest(prose, notes, told, by_prose, by_note)
    return Pairing(
        tuple(Pair(fact, by_prose[fact.start]) for fact in told if fact.start in by_prose),
        tuple(fact for fact in told if fact.start not in by_prose),
        tuple(note for note in given if note.start not in by_note),
        here,
        there,
    )


def _bonus(prose: Fact, note: Fact) -> int:
    """What two numbers have in common besides their value."""
    return (
        2 * (prose.hedge == note.hedge) + 2 * (prose.unit == note.unit) + (prose.direction == note.direction)
    )


def _is_only_style(prose: Fact, note: Fact) -> bool:
    """Whether the number of the notes belongs to a word (两新, 一线), and so cannot be 2公里 or 1万家."""
    if not note.weak or note.unit or (note.value or 0) >= 10 or prose.unit in note.text:
        return False
    if note.text + prose.unit in note.around:
        return False
    return is_measured(prose.measure) or bool(prose.scale) or (prose.hedge is not note.hedge)


def _unique(facts: Iterable[Fact]) -> list[Fact]:
    return list({fact.start: fact for fact in facts}.values())
