"""What the notes leave open (denied, planned, going on), and how much a clause of the prose tells of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain, compress
from math import fsum

from ..fact import FactKind
from ..text.breaths import breaths
from ..text.leaving_open import OpenPart, is_open, open_part, sizes_in
from ..text.open_words import Says
from ..text.reading import Clause, Reading
from ..trial import Trial

_AHEAD = re.compile("明年|来年|下一步|下步|今后|打算|计划|后年|新的一年")
_REACHED = re.compile("已(?!明确|确定|计划|谋划|列入|纳入|安排|约定|商定|打算)|[并均]")
_POINT = re.compile(r"(?:第?[一二三四五六七八]|其[一二三四五])(?:是|要|,|、)|再次|最后")
_OVERCOME = re.compile("(?:克服|战胜|化解|顶住)[^,。;]{0,12}?(?:困难|不足|难题|压力|阻力)的?")
_SPACES = re.compile(r"[^ \u3000]+")
_DONE = re.compile(r"[^没未不无]{2,12}了(?!解)(?=.{2})")
_DATED = re.compile(r"[YM]\d|前年")
_SHARED, _SIZE_WEIGHT = 2, 1.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a clause of the prose tells of an open part: its rarer characters count more."""

    much: float
    shared: frozenset[str]
    order: int


class OpenParts:
    """The open parts of the notes, and the clauses of the prose with what each is about."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self.clauses = trial.prose.clauses

    @cached_property
    def stretches(self) -> list[re.Match[str]]:
        """The stretches of the notes between commas and blanks."""
        notes = self._trial.notes
        return [
            part
            for clause in notes.clauses
            for found in _SPACES.finditer(notes.text, clause.start, clause.end)
            for part in breaths(found)
        ]

    @cached_property
    def are_open(self) -> list[bool]:
        """Of every stretch, whether it leaves something open."""
        return [is_open(self._trial.notes, *found.span()) for found in self.stretches]

    @cached_property
    def closed(self) -> list[str]:
        """The stretches of the notes that leave nothing open."""
        both = zip(self.stretches, self.are_open, strict=True)
        return [found.group() for found, is_open in both if not is_open]

    @cached_property
    def reached(self) -> list[str]:
        """What the open stretches say was done first: 补偿谈妥了 of 补偿谈妥了钱没到位."""
        both = zip(self.stretches, self.are_open, strict=True)
        return [done.group() for found, is_open in both if is_open and (done := _DONE.match(found.group()))]

    @cached_property
    def of_open_parts(self) -> list[tuple[OpenPart, list[Likeness]]]:
        """Every open part of the notes with the clauses that share two characters and more with it."""
        return [
            (part, self.of(part))
            for found in compress(self.stretches, self.are_open)
            if (part := open_part(self._trial.notes, found)) is not None
        ]

    @cached_property
    def texts(self) -> list[str]:
        """The clauses as they are written, without what was overcome: 克服资金不足的困难."""
        prose = self._trial.prose.text
        texts = [prose[start:end] for start, end, _ in self.clauses]
        return [_OVERCOME.sub("", text) for text in texts] if _OVERCOME.search(prose) else texts

    def says(self, order: int, what: Says) -> bool:
        """Whether a word of a clause of the prose says one of these."""
        return self._trial.prose.says(*self.clauses[order][:2], what)

    def saying(self, order: int, what: Says) -> list[str]:
        """The words of a clause of the prose that say one of these."""
        return self._trial.prose.saying(*self.clauses[order][:2], what)

    @cached_property
    def affirmed(self) -> list[frozenset[str]]:
        """The characters of every stretch of the notes that leaves nothing open."""
        return list(map(frozenset, self.closed))

    def of(self, part: OpenPart) -> list[Likeness]:
        """The same, without what has only times of stretches that leave nothing open."""
        return [one for one in self.sharing(part) if not self.is_dated_by_closed(one.order)]

    def sharing(self, part: OpenPart) -> list[Likeness]:
        """Every clause of the prose that shares two characters and more with a part."""
        found: list[Likeness] = []
        places = self._trial.places
        posted = {sign: places[sign] for sign in part.about if sign in places}
        shares = Counter(chain.from_iterable(posted.values()))
        for order in sorted([order for order, many in shares.items() if many >= _SHARED]):
            shared = part.about & self._trial.prose.telling(*self.clauses[order][:2])
            if part.own <= (shared | (part.about if len(part.own) >= _SHARED else shared)):
                much = fsum([len(posted[sign]) ** -0.5 for sign in shared])
                if sizes := sizes_in(self._trial.prose, *self.clauses[order][:2]):
                    if sizes.isdisjoint(part.sizes) if part.sizes else self._are_of_others(part, sizes):
                        continue
                    much += _SIZE_WEIGHT if part.sizes else 0
                found.append(Likeness(much, shared, order))
        return found

    def is_dated_by_closed(self, order: int) -> bool:
        """Whether a clause has a time, and only times of stretches that leave nothing open."""
        given = self._times
        told = times_in(self._trial.prose, *self.clauses[order][:2])
        return bool(told) and told <= given[0] and told.isdisjoint(given[1])

    def is_counted_by_closed(self, order: int) -> bool:
        """Whether a clause has numbers, and only those of stretches that leave nothing open."""
        closed, opened = self._counts
        told = sizes_in(self._trial.prose, *self.clauses[order][:2])
        return bool(told) and told <= closed and told.isdisjoint(opened)

    @cached_property
    def _counts(self) -> tuple[frozenset[Decimal], frozenset[Decimal]]:
        """The numbers of the stretches that leave nothing open, and of the others."""
        closed, opened = set[Decimal](), set[Decimal]()
        for found, stays_open in zip(self.stretches, self.are_open, strict=True):
            (opened if stays_open else closed).update(sizes_in(self._trial.notes, *found.span()))
        return frozenset(closed), frozenset(opened)

    @cached_property
    def _times(self) -> tuple[frozenset[str], frozenset[str]]:
        """The times of the stretches that leave nothing open, and of the others."""
        closed, opened = set[str](), set[str]()
        for found, stays_open in zip(self.stretches, self.are_open, strict=True):
            (opened if stays_open else closed).update(times_in(self._trial.notes, *found.span()))
        return frozenset(closed), frozenset(opened)

    def _are_of_others(self, part: OpenPart, sizes: frozenset[Decimal]) -> bool:
        return part.around is not None and are_of_other_notes(self._trial, part.around, sizes)

    def neighbours(self, order: int) -> list[int]:
        """The clauses beside one, in its sentence."""
        sentence = self.clauses[order].sentence
        beside = (order - 1, order + 1, order + 2)
        return [at for at in beside if 0 <= at < len(self.clauses) and self.clauses[at].sentence == sentence]


def times_in(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The dates, months and years in a span, but 今年 and what is as wide."""
    facts = reading.facts_in(start, end)
    return frozenset(
        [fact.scope for fact in facts if fact.kind is FactKind.DATE and _DATED.match(fact.scope)]
    )


def is_ahead(trial: Trial, clause: Clause) -> bool:
    """Whether a clause of the prose tells of what is to come, and does not say 已.

    It does where its sentence says so, and where it is one of the points (第一, 二是) that follow such a one.
    """
    text = trial.prose.text
    if _REACHED.search(text, clause.start, clause.end):
        return False
    line = text.rfind("\n", 0, clause.start) + 1
    begun = max(text.rfind("。", 0, clause.start) + 1, line)
    if begun > line and _POINT.match(text, begun):
        begun = line
    return _AHEAD.search(text, begun, clause.end) is not None


def are_of_other_notes(trial: Trial, here: frozenset[Decimal], sizes: frozenset[Decimal]) -> bool:
    """Whether the notes have all these numbers, and none of them in the note that has those of `here`."""
    return here.isdisjoint(sizes) and sizes <= trial.sizes
