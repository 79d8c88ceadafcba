"""What notes set against each other: 东岗 and 西岗, 老周 and 小秦, 门窗 and 藤编.

Two things are set against each other when the notes speak of both in one way: in a list, before or after the
same character, with the same measure (李家坝签31户，高坎签19户), or at the head of two clauses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple

from ..trial import Trial
from .things import PARTS, SHORT, Thing, things_of

HEADED, ALIKE = 1, 2
"""How two things are set against each other: at the head of two clauses, or surely."""
_HAN = re.compile("[\u4e00-\u9fff]")
_LISTED = re.compile("[村镇乡街社区厂片组]{0,2}[、和与及跟]")
_NUMBER = re.compile(r"[\d.]+|[一二三四五六七八九十百千万两]+")
_NEAR = 90


class Contrasts(NamedTuple):
    """The things, and how every two of them are set against each other, if they are."""

    things: Mapping[str, Thing]
    pairs: Mapping[tuple[str, str], int]
    near: Mapping[str, frozenset[str]]
    """The names that a thing is surely set against."""

    def others(self, first: str, second: str) -> frozenset[str]:
        """The names that one of two things is surely set against besides the other."""
        near = self.near.get(first, frozenset()) | self.near.get(second, frozenset())
        return frozenset(
            word for word in near if word not in {first, second} and word[0] not in first + second
        )


class _Mention(NamedTuple):
    word: str
    start: int
    end: int
    part: int
    heads: bool
    before: str
    after: str
    """What follows in the same part of the sentence, numbers left blank."""


def contrasts_of(trial: Trial, shared: Iterable[str]) -> Contrasts:
    """What the notes set against each other, of the words that both texts have."""
    things = things_of(trial, shared)
    pairs = _pairs(trial.notes.text, things)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for pair, rank in pairs.items():
        for word, other in (pair, pair[::-1]):
            if rank == ALIKE and things[other].is_name:
                near[word].add(other)
    worth = {
        pair: rank
        for pair, rank in pairs.items()
        if rank == ALIKE or (things[pair[0]].is_name and things[pair[1]].is_name)
    }
    return Contrasts(things, worth, {word: frozenset(others) for word, others in near.items()})


def _pairs(notes: str, things: Mapping[str, Thing]) -> dict[tuple[str, str], int]:
    mentions = list(_mentions(notes, things))
    pairs: dict[tuple[str, str], int] = {}
    for rank, groups in ((HEADED, _headed(mentions)), (ALIKE, _alike(mentions))):
        for group in groups:
            for first, second in _near(group) if len(group) > 1 else ():
                pairs[_ordered(first, second)] = rank
    familiar = [word for word in things if len(word) == SHORT and word[0] in "老小" and things[word].is_name]
    pairs.update(((min(pair), max(pair)), ALIKE) for pair in combinations(familiar, 2))
    told_together = set()
    for first, second in _neighbours(mentions):
        if _LISTED.fullmatch(notes, first.end, second.start):
            if first.part == second.part or not _names_more(second.after, things):
                pairs[_ordered(first, second)] = ALIKE
        elif second.start < first.end or (
            first.part == second.part and not (first.after and first.after[0] == second.after[:1])
        ):
            told_together.add(_ordered(first, second))
    return {
        pair: rank
        for pair, rank in pairs.items()
        if pair not in told_together and pair[0] not in pair[1] and pair[1] not in pair[0]
    }


def _near(group: Sequence[_Mention]) -> Iterator[tuple[_Mention, _Mention]]:
    """Every two mentions of different things that stand near each other."""
    placed = sorted(group, key=attrgetter("start"))
    for order, first in enumerate(placed, 1):
        for second in placed[order:]:
            if second.start - first.start > _NEAR:
                break
            if first.word != second.word:
                yield first, second


def _mentions(notes: str, things: Mapping[str, Thing]) -> Iterator[_Mention]:
    parts = [found.span() for found in PARTS.finditer(notes)]
    starts = [start for start, _ in parts]
    for thing in things.values():
        for at, stop in thing.spans(notes):
            order = bisect_right(starts, at) - 1
            start, end = parts[order]
            before = notes[max(start, at - 1) : at]
            after = _NUMBER.sub("#", notes[stop:end])
            yield _Mention(thing.word, at, stop, order, start == at, before, after)


def _headed(mentions: Sequence[_Mention]) -> Iterator[list[_Mention]]:
    yield [mention for mention in mentions if mention.heads]


def _alike(mentions: Sequence[_Mention]) -> Iterator[list[_Mention]]:
    """The mentions that have the same character before or after them, or the same measure at the end."""
    groups: defaultdict[tuple[str, str], list[_Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.before and _HAN.match(mention.before):
            groups["before", mention.before].append(mention)
        if mention.after:
            groups["after", mention.after[: 1 + (mention.after[0] == "#")]].append(mention)
        if mention.heads and len(mention.after) > 1:
            groups["end", mention.after[-2:]].append(mention)
    yield from groups.values()


def _neighbours(mentions: Sequence[_Mention]) -> Iterator[tuple[_Mention, _Mention]]:
    """Every two mentions that stand in one part, or in the part before."""
    parts: defaultdict[int, list[_Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.start):
        parts[mention.part].append(mention)
    for order, here in parts.items():
        for first, second in (
            *combinations(here, 2),
            *((last, one) for last in here for one in parts.get(order + 1, ())),
        ):
            if first.word != second.word:
                yield first, second


def _names_more(words: str, things: Mapping[str, Thing]) -> bool:
    return any(thing.is_name and any(thing.spans(words)) for thing in things.values())


def _ordered(first: _Mention, second: _Mention) -> tuple[str, str]:
    return min(first.word, second.word), max(first.word, second.word)
