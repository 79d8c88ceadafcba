"""Who does something and to whom, by the words of grammar that stand before the two: 由, 被, 把, 给, 从."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from ..text.reading import Clause, Reading
from ..text.terms import Mark, by_line, longest

Place = tuple[int, int, str]
"""Where somebody, or something, stands, and what it is called."""

_PARTS = {
    **dict.fromkeys("被遭受由让叫", "by"),
    **dict.fromkeys("从自", "from"),
    **dict.fromkeys("把将", "what"),
    **dict.fromkeys("给向对跟与同和找问替帮为往到至入", "whom"),
    **dict.fromkeys("以按因除经", "else"),
    "在": "guides",
}
"""The part that somebody has by the character before the name; who does it, if none of these."""
_LEAD = re.compile(f"(?:[得受遭]到|获得?|(?P<sign>[{''.join(_PARTS)}]))(?:[\u4e00-\u9fff]{{0,6}}的)?$")
_JOINED = frozenset(("", "的", "和", "与", "、", "及"))
_HEARD = frozenset("了给过到着")
_GUIDED = re.compile("[之]?下")
_IS = re.compile("(?:单位|方|人|部门|者)?(?:是|为|系|:)$")
_UNTOLD = re.compile("[被遭]$")
_TOWARDS = frozenset("给向到至")
_NEAR = 8


class Deed(NamedTuple):
    """A word of a line of `deeds` where it stands, and who does it.

    `pairs` are those who give, act or leave, each with those who get, are acted on or follow; of a word right
    of the bar who does it is one of the latter.
    """

    start: int
    end: int
    is_left: bool
    doers: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def rows_of(reading: Reading) -> dict[str, list[Mark]]:
    """The words of the list in a text, by the line that they stand in."""
    return by_line(reading.lists["deeds"], _line_of)


def _line_of(label: str) -> str:
    return label[1:]


def deeds_of(reading: Reading, row: str, marks: Sequence[Mark], places: Sequence[Place]) -> Iterator[Deed]:
    """Every deed of a line that says who does it, from left to right."""
    begins = [start for start, *_ in places]
    heard = [mark for mark in longest(marks) if _is_heard(reading.text, mark, begins)]
    for order, mark in enumerate(heard):
        clause = reading.clause_at(mark.start)
        start = max(clause.start, heard[order - 1].end if order else 0)
        end = min(clause.end, heard[order + 1].start if order + 1 < len(heard) else clause.end)
        before = places[bisect_left(begins, start) : bisect_left(begins, mark.start)]
        after = places[bisect_left(begins, mark.end) : bisect_left(begins, end)]
        parts = _parts(reading.text, start, [place for place in before if place[1] <= mark.start])
        _add_after(parts, reading.text, mark.end, after)
        if not (parts["by"] or parts["does"] or parts["from"]):
            parts["does"].update(_doer_before(reading, clause, mark, places, begins))
        if deed := _deed(mark, f"+{row}" in mark.labels, parts, reading.text):
            yield deed


def _is_heard(text: str, mark: Mark, begins: Sequence[int]) -> bool:
    if len(mark.word) > 1:
        return True
    at = bisect_left(begins, mark.end)
    return text[mark.end : mark.end + 1] in _HEARD or begins[at : at + 1] == [mark.end]


def _parts(text: str, start: int, before: Sequence[Place]) -> defaultdict[str, set[str]]:
    """What part everybody has who is named before the deed."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    part, upto = "", start
    for begin, end, word in before:
        if not part or text[upto:begin] not in _JOINED:
            lead = _LEAD.search(text, upto, begin)
            part = _PARTS[lead["sign"] or "被"] if lead else "does"
        parts[part].add(word)
        upto = end
    return parts


def _add_after(parts: defaultdict[str, set[str]], text: str, start: int, after: Sequence[Place]) -> None:
    upto = start
    for begin, end, word in after:
        lead = text[upto:begin]
        if upto == start and _IS.match(lead):
            parts["is"].add(word)
        elif begin - start <= _NEAR or lead in _JOINED or lead[-1:] in _TOWARDS:
            parts["after"].add(word)
        else:
            break
        upto = end


def _doer_before(
    reading: Reading, clause: Clause, mark: Mark, places: Sequence[Place], begins: Sequence[int]
) -> Iterator[str]:
    """Who is named first in the nearest clause before that names somebody, in the same sentence."""
    comma = reading.text[clause.start - 1 : clause.start] == ","
    if not comma or _UNTOLD.search(reading.text, clause.start, mark.start):
        return
    first, _ = reading.sentence_at(mark.start)
    at = bisect_left(begins, clause.start) - 1
    if at < 0 or begins[at] < first:
        return
    before = reading.clause_at(begins[at])
    place = places[bisect_left(begins, before.start)]
    if not _LEAD.search(reading.text, before.start, place[0]):
        yield place[2]


def _deed(mark: Mark, is_left: bool, parts: Mapping[str, set[str]], text: str) -> Deed | None:
    none = set[str]()
    by, does, source, what, whom, after, named, guides = (
        parts.get(name, none) for name in ("by", "does", "from", "what", "whom", "after", "is", "guides")
    )
    if named:
        doers, others = named, none
    elif guides and _GUIDED.match(text, mark.end):
        doers, others = guides, does
    else:
        doers, others = (by, does | what | whom | after) if by else (does, what | whom | after)
    if is_left:
        pairs = {*product(doers, others), *product(source | what, whom | after), *product(source, does)}
    else:
        pairs = {*product(others | source, doers)}
    if not (doers or pairs):
        return None
    return Deed(mark.start, mark.end, is_left, frozenset(doers), frozenset(pairs))
