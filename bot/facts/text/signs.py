"""What the spans of a text tell, as signs: its characters, the groups of its words, its numbers and dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import add
from typing import NamedTuple

from ..fact import Fact, FactKind
from .layers import Layer
from .terms import Marks, lines_of

EMPTY = frozenset(
    "的了在和与及是有为把被对从到等其中共约近余多来个我们也都还就又再并已将这那地得着过各全本家户名次项人元万亿达至由于以"
    "上下年月日分别总计合累出、,。;:!?()“”《》【】%\n "
)
"""Characters that tell nothing of what is spoken of."""
SILENT = EMPTY | frozenset(
    "要搞弄啥那去说看给做办让他她它们里头后来会能可以还没不好多些很就叫怎么啊呢吧嘛哦哎对呗趟跟用方面边我你咱自己正已拟尚未仍"
    "部目前只嗯争取想力主另外然一二三四五六七八九十两几第是于向所大概左右间时候样子点儿么它啦差感觉得反正块"
)
"""Those, and the characters of talk: what the checks do not ask of who tells a note."""
_BLANKED, _SILENCED = dict.fromkeys(EMPTY, ""), dict.fromkeys(SILENT, "")
_SIDED = re.compile(
    "[上下](?<![以会桌面台手地天].)(?=[河湾坝坪塘庄寨岭沟洼坡岗冲屯堡溪洲坑垭坳峪圩埠塬畈](?![里边面上下中头]))"
)
"""上河 and 下河."""
_FOREIGN = re.compile("[^\u4e00-\u9fff]")


class Clause(NamedTuple):
    """A stretch between two commas. `sentence` counts the full stops before it."""

    start: int
    end: int
    sentence: int


@lru_cache(maxsize=4096)
def figure(size: Decimal) -> str:
    """The sign of a number: equal ones have equal signs, whatever the unit."""
    return f"#{size.normalize():f}"


@dataclass(frozen=True)
class Signs:
    """A text with its clauses, words and facts, and what each of its spans tells. Spans are read once."""

    text: str
    """The folded text."""
    clauses: tuple[Clause, ...]
    marks: Marks
    facts: tuple[Fact, ...]
    synonyms: tuple[tuple[int, int, str], ...]

    @cached_property
    def letters(self) -> list[str]:
        """The characters of the text: quicker to go through again and again than the text itself."""
        return list(self.text)

    @cached_property
    def neighbours(self) -> list[str]:
        """The pairs of neighbouring characters, one for every character but the last."""
        return list(map(add, self.letters, self.letters[1:]))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """All pairs of neighbouring characters."""
        return frozenset(self.neighbours)

    @cached_property
    def signs(self) -> list[str]:
        """The characters of the text, those that tell nothing left blank; 上 and 下 of places are kept."""
        signs = list(map(_BLANKED.get, self.letters, self.letters))
        for place in _SIDED.finditer(self.text):
            signs[place.start()] = place.group()
        return signs

    @cached_property
    def _words(self) -> list[str]:
        """The same with those left blank that are no Chinese, or only talk."""
        blank = _SILENCED | dict.fromkeys(self.foreign, "")
        return list(map(blank.get, self.signs, self.signs))

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The characters of the text that are not Chinese."""
        return frozenset(_FOREIGN.findall(self.text))

    def order_of_clause(self, place: int) -> int:
        """Which of the clauses holds a place."""
        return bisect_right(self._later_clauses, place)

    def synonyms_in(self, start: int, end: int) -> Sequence[str]:
        """The synonym groups of the words that lie inside a span."""
        return self._synonym_layer.inside(start, end)

    def registers_in(self, start: int, end: int) -> Sequence[str]:
        """The groups of words of notes and words of reports that have one inside a span."""
        return self._register_layer.inside(start, end)

    def registers_from(self, start: int, end: int) -> list[str]:
        """The groups of words of notes and words of reports that have one from a place on, inside a span."""
        return [label for first, last, label in self.registers if first == start and last <= end]

    def figures_in(self, start: int, end: int) -> frozenset[str]:
        """The numbers and the dates that begin inside a span, as signs."""
        return frozenset(self._figure_layer.beginning_in(start, end))

    @cached_property
    def sizes(self) -> list[tuple[int, str]]:
        """The places of the numbers, and their signs."""
        return [(fact.start, figure(fact.size)) for fact in self.facts if fact.value is not None]

    def sizes_in(self, start: int, end: int) -> list[str]:
        """The numbers that begin inside a span, as signs."""
        first = bisect_left(self.sizes, (start,))
        return [sign for _, sign in self.sizes[first : bisect_left(self.sizes, (end,), first)]]

    @cached_property
    def figures(self) -> list[tuple[int, int, str]]:
        """The first characters of the numbers and the dates, and their signs."""
        dates = [(fact.start, f"#{fact.scope}") for fact in self.facts if fact.kind is FactKind.DATE]
        return [(start, start + 1, sign) for start, sign in sorted([*self.sizes, *dates])]

    @cached_property
    def registers(self) -> list[tuple[int, int, str]]:
        """The spans of the words of notes and words of reports, and their groups."""
        return sorted(
            [
                (mark.start, mark.end, label)
                for mark in self.marks.of("registers")
                for label in lines_of(mark.labels, "registers")
            ]
        )

    @cached_property
    def _tellings(self) -> dict[tuple[int, int], frozenset[str]]:
        """The telling characters of the spans that were asked for: the checks ask for the same ones."""
        return {}

    def telling(self, start: int, end: int) -> frozenset[str]:
        """The telling characters of a span, with one sign more for each synonym group of a word of it."""
        known = self._tellings.get((start, end))
        if known is None:
            known = self._tellings[start, end] = self.tells(start, end)
        return known

    def tells(self, start: int, end: int) -> frozenset[str]:
        """The same for a span that nobody asks for again."""
        signs = frozenset(filter(None, self.signs[start:end]))
        groups = self._synonym_layer.inside(start, end)
        return signs.union(groups) if groups else signs

    def signs_of(self, start: int, end: int) -> frozenset[str]:
        """The telling characters of a span, with the groups of meaning that its words belong to."""
        known = self._signs_of.get((start, end))
        if known is None:
            known = frozenset(filter(None, self._words[start:end]))
            if groups := (*self.synonyms_in(start, end), *self.registers_in(start, end)):
                known = known.union(groups)
            self._signs_of[start, end] = known
        return known

    @cached_property
    def _signs_of(self) -> dict[tuple[int, int], frozenset[str]]:
        return {}

    def places(self, known: frozenset[str]) -> Mapping[str, Sequence[int]]:
        """In which of the clauses each of the known signs stands, in their order.

        Signs are telling characters, groups of meaning, groups of registers, numbers and dates.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        signs, clauses, later = self.signs, self.clauses, self._later_clauses
        for order, (start, end, _) in enumerate(clauses):
            for sign in known.intersection(signs[start:end]):
                places[sign].append(order)
        for start, end, sign in (*self.synonyms, *self.figures, *self.registers):
            if sign in known:
                order = bisect_right(later, start)
                if end <= clauses[order].end and places[sign][-1:] != [order]:
                    places[sign].append(order)
        return places

    @cached_property
    def known(self) -> frozenset[str]:
        """All the signs of the text, and those of its words, numbers and dates."""
        spans = (*self.synonyms, *self.registers, *self.figures)
        return frozenset(filter(None, self.signs)).union([sign for _, _, sign in spans])

    @cached_property
    def _later_clauses(self) -> list[int]:
        return [clause.start for clause in self.clauses[1:]]

    @cached_property
    def _synonym_layer(self) -> Layer:
        return Layer(self.synonyms)

    @cached_property
    def _register_layer(self) -> Layer:
        return Layer(self.registers)

    @cached_property
    def _figure_layer(self) -> Layer:
        return Layer(self.figures)
