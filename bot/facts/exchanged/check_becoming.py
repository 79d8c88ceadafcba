"""What became what, told the other way round: 小学改成了幼儿园 told as 幼儿园改建为小学."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..text.signs import SILENT
from ..trial import Trial

_BECAME = re.compile(
    "(?:[改转变换并提升降增减扩压缩搬迁]|调整|合并|拆分|整合)"
    "(?:[建任造道用更换格分升变调并移加少]|[^,。;\n]{1,3}(?=[为成到]))?"
    "(?:[为至到成往道]|的(?=[正副]?[镇乡局站科主书]))了?"
    "|(?<=[\u4e00-\u9fff]{2})改(?=[\u4e00-\u9fff]{2,4}(?:[,。;\n]|$))"
)
_EARLIER = re.compile(
    "(?:以前|原来|过去|原先)是?(?P<was>[^,。;\n]{2,12}),?(?:现在|如今|眼下|今年)改?(?P<now>[^,。;\n]{2,12})"
)
_LEAD = re.compile("[^,。;\n由从将把]+$")
_TAIL = re.compile("[^,。;\n]{1,12}")
_MOST = 12


class _Turn(NamedTuple):
    """What something was and what it became, each by what the other lacks, and where."""

    was: frozenset[str]
    now: frozenset[str]
    start: int
    end: int


def check_becoming(trial: Trial) -> Iterator[Finding]:
    """What the notes tell as what something became is not told as what it was, and the reverse."""
    given = list(_turns(trial.notes))
    for one in _turns(trial.prose) if given else ():
        if any(_is_so(one.was, one.now, other) for other in given):
            continue
        if any(_is_so(one.now, one.was, other) for other in given):
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, one.start, one.end)


def _is_so(was: frozenset[str], now: frozenset[str], given: _Turn) -> bool:
    """Whether something was and became what is given; 镇长 has nothing that 副镇长 lacks."""
    return all(bool(one & other) or not (one or other) for one, other in ((was, given.was), (now, given.now)))


def _turns(reading: Reading) -> Iterator[_Turn]:
    for found in _BECAME.finditer(reading.text):
        before = _LEAD.search(reading.text, max(0, found.start() - _MOST), found.start())
        after = _TAIL.match(reading.text, found.end())
        if before and after:
            yield from _turn(reading, before.span(), after.span())
    for found in _EARLIER.finditer(reading.text):
        yield from _turn(reading, found.span("was"), found.span("now"))


def _turn(reading: Reading, was: tuple[int, int], now: tuple[int, int]) -> Iterator[_Turn]:
    before, after = (
        (frozenset(reading.text[start:end]) - SILENT) | reading.figures_in(start, end)
        for start, end in (was, now)
    )
    if before != after:
        yield _Turn(before - after, after - before, was[0], now[1])
