"""Finding the phrase book's words in a text: one Aho-Corasick pass, every word with its labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

_RARE = re.compile("[\U00010000-\U0010ffff]")


class Mark(NamedTuple):
    """A word of the phrase book where it stands."""

    start: int
    end: int
    word: str
    labels: frozenset[str]


class Marks:
    """The words found in a text, by their ends; those that carry a label are at hand.

    A mark is made when it is asked for: most words of a text are in lists that few checks go through.
    """

    __slots__ = ("_asked_for", "_ends", "_labelled", "_labels", "_words")

    def __init__(self, asked_for: Mapping[frozenset[str], Collection[str]]) -> None:
        """Begin with none. `asked_for` says of all labels together those that words are asked for by."""
        self._asked_for = asked_for
        self._ends: list[int] = []
        self._words: list[str] = []
        self._labels: list[frozenset[str]] = []
        self._labelled: dict[str, list[int]] | None = None

    def add(self, end: int, word: str, labels: frozenset[str]) -> None:
        """Add a word that ends at a place."""
        self._ends.append(end)
        self._words.append(word)
        self._labels.append(labels)

    def __iter__(self) -> Iterator[Mark]:
        """All of them."""
        found = zip(self._ends, self._words, self._labels, strict=True)
        return (Mark(end - len(word), end, word, labels) for end, word, labels in found)

    def of(self, *labels: str) -> list[Mark]:
        """Those that carry a label, which is not that of a single line (`synonyms:12`).

        Of several labels those of the first come first, and who carries two of them comes twice.
        """
        if self._labelled is None:
            self._labelled = self._by_label()
        ends, words, found = self._ends, self._words, self._labelled
        return [
            Mark(ends[at] - len(words[at]), ends[at], words[at], self._labels[at])
            for label in labels
            for at in found.get(label, ())
        ]

    def _by_label(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, labels in enumerate(self._labels):
            for label in self._asked_for[labels]:
                found[label].append(at)
        return found


_Entry = tuple[str, frozenset[str]]
"""The list that a word stands in, and its labels there."""


class WordLists:
    """Lists of labelled words, all looked for in one pass."""

    __slots__ = ("_asked_for", "_automaton", "_names")

    def __init__(self, lists: Mapping[str, Mapping[str, frozenset[str]]]) -> None:
        """Take of every list its words and what each is: `{"ways": {"下降": {"-0"}}}`."""
        self._names = tuple(lists)
        self._asked_for: dict[frozenset[str], tuple[str, ...]] = {}
        entries: dict[str, tuple[_Entry, ...]] = {}
        for name, words in lists.items():
            alike: dict[frozenset[str], tuple[_Entry]] = {}
            for word, labels in words.items():
                if labels not in alike:
                    alike[labels] = ((name, labels),)
                    self._asked_for[labels] = tuple(label for label in labels if ":" not in label)
                entries[word] = entries.get(word, ()) + alike[labels]
        self._automaton = ahocorasick.Automaton()
        halves, at = _halves("".join(entries), rare="\ufffe"), 0
        for word, of_word in entries.items():
            end = at + 2 * len(word)
            self._automaton.add_word(halves[at:end], (word, of_word))
            at = end
        if entries:
            self._automaton.make_automaton()

    def find(self, text: str) -> dict[str, Marks]:
        """Of every list each word at every place, also inside one another, by their ends."""
        found = {name: Marks(self._asked_for) for name in self._names}
        if len(self._automaton):
            for last, (word, of_word) in self._automaton.iter(_halves(text)):
                if last & 1:  # else it ends in the middle of a character
                    for name, labels in of_word:
                        found[name].add((last + 1) // 2, word, labels)
        return found


def _halves(text: str, rare: str = "\ufffd") -> str:
    """Every character as two of 256, because an automaton goes through all that may follow one by one.

    Thousands of characters begin a word. What UTF-16 writes as two characters is found in no text.
    """
    halves = text.encode("utf-16-be", "surrogatepass")
    if len(halves) > 2 * len(text):
        halves = _RARE.sub(rare, text).encode("utf-16-be", "surrogatepass")
    return halves.decode("latin-1")


class Terms:
    """One of the word lists, to be looked for by itself."""

    __slots__ = ("_lists", "_name")

    def __init__(self, lists: WordLists, name: str) -> None:
        self._lists, self._name = lists, name

    def find(self, text: str) -> Marks:
        """Every word at every place, also inside one another, by their ends."""
        return self._lists.find(text)[self._name]


def by_line(marks: Iterable[Mark], line_of: Callable[[str], str]) -> dict[str, list[Mark]]:
    """Marks by the line of a list that they stand in, which `line_of` tells of a label; in their order."""
    lines: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        for label in mark.labels:
            lines[line_of(label)].append(mark)
    return lines


def longest(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that do not overlap, from left to right.

    Of two that do, the one that starts first, then the longer.
    """
    kept: list[Mark] = []
    upto = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= upto:
            kept.append(mark)
            upto = mark.end
    return kept


def labelled(marks: Iterable[Mark], labels: Collection[str]) -> list[Mark]:
    """The marks that carry one of the labels."""
    return [mark for mark in marks if not mark.labels.isdisjoint(labels)]


@lru_cache(maxsize=4096)
def lines_of(labels: frozenset[str], name: str) -> tuple[str, ...]:
    """Which lines of a list a word with these labels stands in: `synonyms:12` of `synonyms`."""
    return tuple(sorted(label for label in labels if label.startswith(f"{name}:")))
