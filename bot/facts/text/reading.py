"""A text that was read: its facts, its clauses, its words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..fact import Fact, FactKind, Hedge
from .folding import Folded
from .handing_out import Share, handed_out
from .open_words import OpenWords, Says, words_said
from .scanning import Scan
from .signs import EMPTY, Clause, Signs, figure
from .terms import Mark, Marks

__all__ = ["EMPTY", "SENTENCE", "Clause", "Reading", "figure"]

SENTENCE = re.compile(r"[^。\n]+")
"""What stands between two full stops, or lines."""
_STOPS = (" ", "、")


@dataclass(frozen=True)
class Reading(Signs):
    """A folded text with everything read out of it. All places are places in the folded text."""

    folded: Folded
    lists: Mapping[str, Marks]
    """The words of the phrase book's lists, by the names of those."""
    attributes: tuple[Mark, ...]
    open_says: Mapping[str, int]
    """What every word of the list `open_words` says."""

    def line_at(self, place: int) -> tuple[int, int]:
        """Where the line that holds a place begins and ends: of notes that were joined, one note."""
        end = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, len(self.text) if end < 0 else end

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Where the sentence that holds a place begins and ends, inside its line."""
        start, end = self.line_at(place)
        stop = self.text.find("。", place, end)
        return max(start, self.text.rfind("。", start, place) + 1), end if stop < 0 else stop

    def clause_at(self, place: int) -> Clause:
        """The clause that holds a place."""
        return self.clauses[bisect_right(self._later_clauses, place)]

    def before(self, place: int, most: int) -> str:
        """What stands right before a place in its clause: so many characters at most."""
        return self.text[max(self.clause_at(place).start, place - most) : place]

    def part_at(self, start: int, end: int) -> tuple[int, int]:
        """Where the part of a clause begins and ends, between blanks and 、, that holds a span."""
        clause, text = self.clause_at(start), self.text
        first = max([clause.start, *[text.rfind(stop, clause.start, start) + 1 for stop in _STOPS]])
        stops = [at for stop in _STOPS if (at := text.find(stop, end, clause.end)) >= 0]
        return first, min(stops, default=clause.end)

    def clauses_with(self, pattern: re.Pattern[str] | Scan) -> Iterator[Clause]:
        """The clauses in which the pattern is found."""
        upto = -1
        for found in pattern.finditer(self.text):
            if found.start() >= upto:
                clause = self.clause_at(found.start())
                upto = clause.end
                yield clause

    def attributes_in(self, start: int, end: int) -> Sequence[Mark]:
        """The attribute words that begin inside a span."""
        if self._attributes_begin.find(1, start, end) < 0:
            return ()
        first = bisect_left(self._attribute_starts, start)
        return self.attributes[first : bisect_left(self._attribute_starts, end, first)]

    def facts_in(self, start: int, end: int) -> Sequence[Fact]:
        """The facts that begin inside a span."""
        first = bisect_left(self._fact_starts, start)
        return self.facts[first : bisect_left(self._fact_starts, end, first)]

    @cached_property
    def gaps(self) -> tuple[Fact, ...]:
        """The marks of something unknown."""
        return tuple(fact for fact in self.facts if fact.kind is FactKind.PLACEHOLDER)

    def has_gap(self, start: int, end: int) -> bool:
        """Whether a mark of something unknown begins inside a span."""
        facts = self.facts_in(start, end) if self.gaps else ()
        return any(fact.kind is FactKind.PLACEHOLDER for fact in facts)

    @cached_property
    def numbers(self) -> tuple[Fact, ...]:
        """The numbers, a range as its two ends: 从三成提到五成 and 由30%提高到50% then tell the same."""
        numbers: list[Fact] = []
        for fact in self.facts:
            if fact.value is None:
                continue
            if fact.upper is None:
                numbers.append(fact)
                continue
            middle = fact.start + max(1, (fact.end - fact.start) // 2)
            hedge = Hedge.NONE if fact.hedge in {Hedge.ABOUT, Hedge.NEARLY} else fact.hedge
            numbers.append(fact._replace(upper=None, end=middle, hedge=hedge))
            numbers.append(fact._replace(upper=None, value=fact.upper, start=middle, hedge=hedge))
        return tuple(numbers)

    @property
    def has_ranges(self) -> bool:
        """Whether a number of the text has two ends."""
        return len(self.numbers) > len(self.sizes)

    @cached_property
    def numbers_of_sentences(self) -> dict[int, list[Fact]]:
        """The numbers of every sentence that has some."""
        sentences: dict[int, list[Fact]] = {}
        for fact in self.numbers:
            sentences.setdefault(self.clause_at(fact.start).sentence, []).append(fact)
        return sentences

    @cached_property
    def shares(self) -> list[Share]:
        """What the text hands out to the names of a list."""
        return handed_out(self.text)

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The times that the text names."""
        return frozenset(fact.scope for fact in self.facts if fact.kind is FactKind.DATE)

    @cached_property
    def vouchings(self) -> list[int]:
        """The places of words that vouch for something: 如实报告, 签订."""
        return sorted(mark.start for mark in self.marks.of("vouching"))

    def says(self, start: int, end: int, what: Says) -> bool:
        """Whether a word inside a span says one of these: `Says.DENIES | Says.AHEAD`."""
        return self.open_words.says(start, end, what)

    def saying(self, start: int, end: int, what: Says) -> list[str]:
        """The words inside a span that say one of these."""
        return [self.text[first:last] for first, last in self.open_words.spans(start, end, what)]

    @cached_property
    def open_words(self) -> OpenWords:
        """The words that leave something open or close it; what is part of a number or a name is none."""
        names = [
            (fact.start, fact.end) for fact in self.facts if fact.kind is FactKind.NAME and fact.unit == "人"
        ]
        numbers = [
            (fact.start + 1, fact.end)
            for fact in self.facts
            if fact.value is not None or fact.kind is FactKind.DATE
        ]
        none = [start for start, sign in self.sizes if sign == "#0" and self.text[start] == "0"]
        found = words_said(self.lists["open_words"], self.open_says)
        return OpenWords(self.text, found, [*names, *numbers], none)

    @cached_property
    def _attributes_begin(self) -> bytearray:
        begins = bytearray(len(self.text))
        for mark in self.attributes:
            begins[mark.start] = 1
        return begins

    @cached_property
    def _attribute_starts(self) -> list[int]:
        return [mark.start for mark in self.attributes]

    @cached_property
    def _fact_starts(self) -> list[int]:
        return [fact.start for fact in self.facts]

    def has(self, start: int, end: int, *labels: str) -> bool:
        """Whether an attribute word with one of the labels lies inside a span."""
        marks = self.attributes_in(start, end)
        return bool(marks) and any(not mark.labels.isdisjoint(labels) for mark in marks)
