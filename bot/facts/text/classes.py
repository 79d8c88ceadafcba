"""Things of one kind, thousands of them: which of a kind only one of two texts names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from .places import places_of
from .reading import Reading
from .terms import Mark

_LENGTHS = (3, 4, 5, 6, 7)
"""How long the words are, besides those of one character and of two."""


class Contrast(NamedTuple):
    """A kind of which both texts name something, and not the same: the words of it in either."""

    row: str
    told: list[Mark]
    given: list[Mark]


class Classes:
    """The lines of `classes`, cut into words when they are first asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the lines as they are written: `name 女儿 闺女 | 儿子 小子`."""
        self._lines = lines

    @cached_property
    def _things(self) -> dict[str, list[tuple[int, int]]]:
        """Every word with the lines it stands in and which of their things it names."""
        things: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for row, line in enumerate(self._lines):
            for order, cell in enumerate(line.partition(" ")[2].split("|")):
                place = (row, order)
                for word in cell.split():
                    things[word].append(place)
        return dict(things)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._things)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first two characters of the longer words."""
        return frozenset([word[:2] for word in self._words if len(word) > 2])

    def contrasts(self, prose: Reading, notes: Reading) -> Iterator[Contrast]:
        """The kinds of which the prose has a word that the notes lack, and the notes one that it lacks."""
        if not any(map(str.isalpha, prose.pairs - notes.pairs)):
            return
        told, given = self._words_in(prose), self._words_in(notes)
        rows = self._by_row(told - given).keys() & self._by_row(given - told).keys()
        here, there = (self._by_row(words) if rows else {} for words in (told, given))
        for row in sorted(rows):
            kind = self._lines[row].partition(" ")[0]
            label = f"{kind}:class-{row}"
            yield Contrast(label, _marks(prose, here[row], label), _marks(notes, there[row], label))

    def _words_in(self, reading: Reading) -> frozenset[str]:
        """All words of all lines that stand anywhere in a text."""
        found = self._words.intersection(reading.letters) | (self._words & reading.pairs)
        begun = [at for at, pair in enumerate(reading.neighbours) if pair in self._beginnings]
        for length in _LENGTHS:
            found |= self._words.intersection([reading.text[at : at + length] for at in begun])
        return found

    def _by_row(self, words: frozenset[str]) -> dict[int, list[tuple[str, int]]]:
        """Of every line that has some of the words, those, and which thing each names."""
        rows: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        for word in words:
            for row, order in self._things[word]:
                rows[row].append((word, order))
        return rows


def _marks(reading: Reading, words: Sequence[tuple[str, int]], label: str) -> list[Mark]:
    """Where the words of a line stand in a text, with what they name there."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for word, order in words:
        labels[word].add(f"{label}:{order}")
    return [
        Mark(at, at + len(word), word, frozenset(things))
        for word, things in labels.items()
        for at in places_of(word, reading.text)
    ]
