"""What stands around a fact: the characters by which two tellings of one thing recognise each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import filterfalse
from typing import NamedTuple

from ..text.handing_out import parts_of_list
from ..text.reading import Clause, Reading
from ..text.terms import labelled

_FUNCTION = frozenset(
    "的了在和与及是有为把被对从到等其共约近余多来个也都还就又再并已将这那由至以得着过各别占"
)
_NOTHING = frozenset[str]()
_LABEL, _SOON, _FEW, _NOUN = 24, 40, 2, 4
_HANDED_OUT = re.compile("各自|依次|分别")
_ENUMERATED = re.compile(rf"(?P<names>[^,。;!?:\n]*?)(?:{_HANDED_OUT.pattern})")


class Context(NamedTuple):
    """The telling characters near a number (`near`).

    `label` is every character between the number and the one before it, and the noun behind one that begins
    its clause; `owner` the same of the number before, when that stands in the same sentence. In its clause
    and in its sentence there are more.
    """

    near: frozenset[str]
    label: frozenset[str]
    owner: frozenset[str]
    reading: Reading
    clause: Clause
    sentence: tuple[int, int]

    def without(self, signs: frozenset[str]) -> Context:
        """The same context with some characters left out."""
        return self._replace(near=self.near - signs, label=self.label - signs, owner=self.owner - signs)

    def likeness(self, other: Context) -> int:
        """How much two contexts have in common; 0 is nothing."""
        here, there = self.reading, other.reading
        return (
            3 * len(self.near & other.near)
            + 2 * len(here.telling(*self.clause[:2]) & there.telling(*other.clause[:2]))
            + len(here.telling(*self.sentence) & there.telling(*other.sentence))
        )


def contexts(reading: Reading) -> dict[int, Context]:
    """The context of every number of a reading, by the number's place.

    In 甲村、乙村分别5户、8户 each number gets its own name. A number that says nothing of itself
    (亩产五百斤，增长3%) keeps the context of the number before it.
    """
    text, numbers, telling = reading.text, reading.numbers, reading.tells
    borders = [fact for fact in numbers if fact.unit or not fact.weak]
    ends = [fact.end for fact in borders]
    starts = [fact.start for fact in borders]
    found: dict[int, Context] = {}
    previous = _NOTHING
    lists = _lists(reading)
    bounds: dict[int, tuple[int, int]] = {}
    for begin, stop, sentence in reading.clauses if numbers else ():
        bounds[sentence] = bounds[sentence][0] if sentence in bounds else begin, stop
    silent = _FUNCTION.union(filterfalse(str.isalpha, reading.foreign))
    label, labelled, before_it = _NOTHING, -1, -1
    for fact in numbers:
        start, end = fact.start, fact.end
        clause = reading.clause_at(start)
        begin, stop, sentence = clause
        before, after = bisect_right(ends, start), bisect_left(starts, end)
        last = ends[before - 1] if before else 0
        left = last if last > begin else begin
        right = min(stop, starts[after]) if after < len(starts) else stop
        mark = text.find("、", end, right)
        upto = right if mark < 0 else mark
        own = telling(left, start)
        is_last = right == stop or mark >= 0
        if is_last or not own:
            own |= telling(end, upto)
        if moving := _moving(reading, left, right):
            own -= moving
        near = lists.get(start)
        if near is None:
            near = own | previous if len(own) < _FEW and before_it >= begin - _SOON else own
            if not text[left:start].strip("、 "):
                left = max(bounds[sentence][0], last)
        owner = label if labelled == sentence else _NOTHING
        if start in lists:
            label = near
        else:
            words = text[max(left, start - _LABEL) : start]
            if is_last:
                words += text[end:upto][:_LABEL]
            elif start == begin:
                words += text[end:upto][:_NOUN]
            label = frozenset(words) - silent
        labelled, previous, before_it = sentence, near, start
        found[start] = Context(near, label, owner, reading, clause, bounds[sentence])
    return found


def _moving(reading: Reading, start: int, end: int) -> frozenset[str]:
    marks = reading.attributes_in(start, end)
    return frozenset("".join([mark.word for mark in labelled(marks, ("up", "down"))])) if marks else _NOTHING


def _lists(reading: Reading) -> dict[int, frozenset[str]]:
    """For numbers that 分别 hands out: the listed name that belongs to each."""
    handed: dict[int, frozenset[str]] = {}
    names: list[tuple[int, int]] = []
    last_sentence = -1
    placed = reading.numbers
    starts = [fact.start for fact in placed]
    for clause in reading.clauses_with(_HANDED_OUT):
        found = _ENUMERATED.match(reading.text, clause.start, clause.end)
        if found is None:
            continue
        parts = parts_of_list(clause.start, found["names"])
        if len(parts) > 1:
            names, last_sentence = parts, clause.sentence
        elif clause.sentence != last_sentence or found["names"]:
            continue
        numbers = placed[bisect_left(starts, found.end()) : bisect_left(starts, clause.end)]
        if len(numbers) == len(names):
            for fact, (start, end) in zip(numbers, names, strict=True):
                handed[fact.start] = reading.telling(start, end)
    return handed
