"""An edited text line by line: which lines are other forms of old ones, which were put in or taken out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.writing.folding import folded
from bot.writing.numbering import heading_form

MOST_PAIRS = 40_000
"""Pairs of lines up to which a rewritten passage is looked into; a larger one is one passage."""
SPLIT = 0.5
"""How much of a line must stand in the other text to be a part of it: a paragraph cut in two, or joined."""
_SAME_KIND = 0.05

Grams = Counter[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines `start` to `end` of the original read `lines` now; put in where start is end; gone if none."""

    start: int
    end: int
    lines: tuple[str, ...]


def passages(original: Sequence[str], edited: Sequence[str]) -> list[Passage]:
    """The whole edited text, passage by passage, without those that are as they were."""
    old, new = [folded(line) for line in original], [folded(line) for line in edited]
    found: list[Passage] = []
    for kind, a, a_end, b, b_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "insert":
            found.append(Passage(a, a, tuple(edited[b:b_end])))
        elif kind == "delete":
            found += (Passage(at, at + 1, ()) for at in range(a, a_end))
        elif kind == "replace" and (a_end - a) * (b_end - b) > MOST_PAIRS:
            found.append(Passage(a, a_end, tuple(edited[b:b_end])))
        elif kind == "replace":
            for part in _rewritten(old[a:a_end], new[b:b_end]):
                lines = tuple(edited[b + at] for at in part.new)
                found.append(Passage(a + part.start, a + part.end, lines))
    return list(_without_other_breaks(found, old))


def _without_other_breaks(found: Sequence[Passage], old: Sequence[str]) -> Iterator[Passage]:
    """Without passages that are as they were, one after the other, but for where their lines break."""
    at = 0
    while at < len(found):
        same = 0
        ours = theirs = ""
        for number in range(at, len(found)):
            if number > at and found[number].start != found[number - 1].end:
                break
            ours += "".join(old[found[number].start : found[number].end])
            theirs += folded("".join(found[number].lines))
            if ours == theirs:
                same = number + 1 - at
        if not same:
            yield found[at]
        at += max(same, 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """Old lines `start` to `end`, and the numbers of the new lines in their place."""

    start: int
    end: int
    new: tuple[int, ...]

    @property
    def is_both(self) -> bool:
        return self.start < self.end and bool(self.new)


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[_Part]:
    """A passage whose lines all read differently, in parts of lines that belong together."""
    here, there = [_grams(line) for line in old], [_grams(line) for line in new]
    parts = list(_laid_out(_pairs(here, there, old, new), len(old), len(new)))

    def of(part: _Part) -> tuple[Grams, Grams]:
        return _total(here[part.start : part.end]), _total(there[at] for at in part.new)

    def is_piece(part: _Part) -> bool:
        """Whether a line without a partner stands in the other text: it was cut off, or joined to another."""
        ours, theirs = of(part)
        lines = [old[part.start]] if part.start < part.end else [new[at] for at in part.new]
        if part.is_both or heading_form(lines[0]) is not None:
            return False
        return _share(ours, _total(there)) >= SPLIT if ours else _share(theirs, _total(here)) >= SPLIT

    at = 0
    while at < len(parts):
        near = [n for n in (at - 1, at + 1) if 0 <= n < len(parts) and parts[n].is_both]
        if near and is_piece(parts[at]):
            ours, theirs = of(parts[at])
            to = max(near, key=lambda n: _share(ours, of(parts[n])[1]) + _share(theirs, of(parts[n])[0]))
            first, last = sorted((at, to))
            one, two = parts[first], parts[last]
            parts[first : last + 1] = [_Part(one.start, two.end, one.new + two.new)]
            at = max(first - 1, 0)
        else:
            at += 1
    yield from _together(parts)


def _laid_out(partner: dict[int, int], old: int, new: int) -> Iterator[_Part]:
    """Every line once, in order: with its partner, or alone."""
    at = 0
    for number in range(new):
        if number in partner:
            yield from (_Part(lone, lone + 1, ()) for lone in range(at, partner[number]))
            at = partner[number] + 1
            yield _Part(at - 1, at, (number,))
        else:
            yield _Part(at, at, (number,))
    yield from (_Part(lone, lone + 1, ()) for lone in range(at, old))


def _together(parts: Sequence[_Part]) -> Iterator[_Part]:
    """The same with lines that were put in one after the other as one part."""
    held: _Part | None = None
    for part in parts:
        if held and part.start == part.end == held.end == held.start:
            held = _Part(held.start, held.end, held.new + part.new)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _pairs(
    here: Sequence[Grams], there: Sequence[Grams], old: Sequence[str], new: Sequence[str]
) -> dict[int, int]:
    """New lines with the old lines that they are forms of, in order, as alike as possible all in all."""
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    scores = [[_score(here[i], there[j], old[i], new[j]) for j in range(len(new))] for i in range(len(old))]
    for i in range(len(here) - 1, -1, -1):
        for j in range(len(there) - 1, -1, -1):
            joined = scores[i][j] + best[i + 1][j + 1] if scores[i][j] > 0 else 0.0
            best[i][j] = max(joined, best[i + 1][j], best[i][j + 1])
    found: dict[int, int] = {}
    i = j = 0
    while i < len(here) and j < len(there):
        if scores[i][j] > 0 and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found[j] = i
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _score(here: Grams, there: Grams, old: str, new: str) -> float:
    alike = 2 * (here & there).total() / max(here.total() + there.total(), 1)
    return alike + (_SAME_KIND if heading_form(old) == heading_form(new) else -0.5)


def _share(line: Grams, passage: Grams) -> float:
    return (line & passage).total() / max(line.total(), 1)


def _total(lines: Iterable[Grams]) -> Grams:
    return sum(lines, Counter())


def _grams(line: str) -> Grams:
    return Counter(line[at : at + 2] for at in range(max(len(line) - 1, 1)))
