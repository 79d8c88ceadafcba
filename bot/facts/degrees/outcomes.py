"""How things turned out, by words that have an opposite: 手续齐全 and 手续不全, 没破 and 完好."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..text.leaving_open import sizes_in
from ..text.reading import Reading
from ..text.terms import Mark, by_line, longest

_DENIED = re.compile(
    r"(?:[没未不难]|没有|未[能获予]|尚未|难以|无法|并未|未[全完]|没[能法]|从未|未曾|[没未]得到)$"
)
_DENIED_BAD = re.compile(
    "(?:[没未无]|没有|未[发出]现|不存在|没[发出]现|不搞|不得|不准|不许|从不)(?:再|任何|一[处个户起件])?$"
)
_OPEN = re.compile(
    "没|未|不|无|缺|零|拒|仅|只|剩|否|弱|曾|若|拟|难(?!忘)|少(?![年儿先])|免(?![费疫])|差(?![旅额])|余(?!家)|非(?![遗农法])|尚(?!德)|但(?<!不但)|将(?<!麻将)(?!军)"
    "|欠(?<![拖所]欠)(?!的|[缴款费薪])|待(?<![接招对优]待)(?!遇)|除(?<![拆清解消扣铲废排]除)(?![草雪险尘害名])|原(?<![高平草]原)(?![因则材料])|有的|部分|个别|力争|确保|争取|努力|为了|要求|促进|推动|打算|计划(?![,。;、的表])|准备|希望"
    "|明年|预计|如果|怎么"
)
"""What else a stretch says whose word may be no outcome: it is denied, partly so, or hoped for."""
_ENDED = re.compile(
    "[清困防]|(?<!装)修|避免|杜绝|解决|消除|整改|纠正|克服|化解|破解|针对|扭转|补齐|整治|排[除查]|治理|处[置理]|告别|摆脱|恢复"
)
"""What is done about something bad."""
_BEFORE = re.compile("[之以]?前")
_DENYING = frozenset("没未不无")
_ANY_DENYING = _DENYING | {"难"}
"""Of these every denial has one, at most so far before its word:"""
_NEAR = 6
_FEW = 2


class Outcome(NamedTuple):
    """A word that says how something turned out, well or badly, and what its stretch is about."""

    row: str
    start: int
    end: int
    is_good: bool
    is_denied: bool
    """Whether it is told by a denial: 没破 is good."""
    about: frozenset[str]
    sizes: frozenset[Decimal]


def rows_of(reading: Reading, name: str) -> dict[str, list[Mark]]:
    """The words of a text from a list of opposites, by the line that they stand in."""
    return by_line(reading.lists[name], _line_of)


def _line_of(label: str) -> str:
    return label[1:]


def may_turn_out_both_ways(row: str, *texts: tuple[Reading, Sequence[Mark]]) -> bool:
    """Whether some words of a line are good and others bad, or a denial is in one of them or before it."""
    good = f"+{row}"
    ways = {good in mark.labels for _, marks in texts for mark in marks}
    return len(ways) > 1 or any(
        not _ANY_DENYING.isdisjoint(reading.text[max(0, mark.start - _NEAR) : mark.end])
        for reading, marks in texts
        for mark in marks
    )


def outcomes_of(reading: Reading, rows: Mapping[str, Sequence[Mark]], wanted: Iterable[str]) -> list[Outcome]:
    """Every outcome that a text tells with the words of the wanted lines."""
    return [
        outcome
        for row in wanted
        for mark in longest(rows[row])
        if (outcome := _outcome(reading, row, mark)) is not None
    ]


def _outcome(reading: Reading, row: str, mark: Mark) -> Outcome | None:
    begin, start, end = _stretch(reading, mark)
    text, is_good = reading.text, f"+{row}" in mark.labels
    before, after = text[start : mark.start], text[mark.end : end]
    if _BEFORE.match(after):
        return None
    denied = (_DENIED if is_good else _DENIED_BAD).search(before)
    if denied is not None:
        before, is_good = before[: denied.start()], not is_good
    own = frozenset(mark.word)
    about = reading.signs_of(start, end) - own
    if len(about) < _FEW and begin < start:
        before = text[begin:start] + before
        about |= reading.signs_of(begin, start) - own
    others = f"{before} {after}"
    if _OPEN.search(others) or (not is_good and _ENDED.search(others)):
        return None
    is_denied = denied is not None or not _DENYING.isdisjoint(own)
    return Outcome(row, mark.start, mark.end, is_good, is_denied, about, sizes_in(reading, start, end))


def _stretch(reading: Reading, mark: Mark) -> tuple[int, int, int]:
    """Where what a word speaks of may begin, and the part between blanks and 、 that it stands in."""
    start, end = reading.part_at(mark.start, mark.end)
    begin = reading.clause_at(mark.start).start
    if start == begin and reading.text[begin - 1 : begin] == ",":
        begin = reading.clause_at(begin - 2).start
    return begin, start, end


def alike(given: Sequence[Outcome], told: Outcome) -> Iterator[Outcome]:
    """Those of the given outcomes of which a told one may speak: of one line, with something in common."""
    return (one for one in given if one.row == told.row and not one.about.isdisjoint(told.about))
