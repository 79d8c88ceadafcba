"""Things of one kind, thousands of them: which of a kind only one of two texts names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from .reading import Reading
from .terms import Mark

_LENGTHS = (3, 4, 5)
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
        for row in sorted(self._rows(told - given) & self._rows(given - told)):
            kind = self._lines[row].partition(" ")[0]
            label = f"{kind}:class-{row}"
            yield Contrast(label, self._marks(prose, told, row, label), self._marks(notes, given, row, label))

    def _words_in(self, reading: Reading) -> frozenset[str]:
        """All words of all lines that stand anywhere in a text."""
        found = self._words.intersection(reading.letters) | (self._words & reading.pairs)
        begun = [at for at, pair in enumerate(reading.neighbours) if pair in self._beginnings]
        for length in _LENGTHS:
            found |= self._words.intersection([reading.text[at : at + length] for at in begun])
        return found

    def _rows(self, words: frozenset[str]) -> frozenset[int]:
        return frozenset([row for word in words for row, _ in self._things[word]])

    def _marks(self, reading: Reading, words: frozenset[str], row: int, label: str) -> list[Mark]:
        """Where the words of a line stand in a text, with what they name there."""
        marks: list[Mark] = []
        for word in words:
            labels = frozenset([f"{label}:{order}" for at, order in self._things[word] if at == row])
            if labels:
                places = re.finditer(re.escape(word), reading.text)
                marks += [Mark(found.start(), found.end(), word, labels) for found in places]
        return marks
