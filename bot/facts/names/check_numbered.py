"""What is called by a number, told by another one: 三号井 as 二号井, 县一中 as 县二中, S205 as S203."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..trial import Trial

_NUMBERED = re.compile("[号#][井楼桥棚泵站闸点院厂库坑孔洞路线矿窑塘机船池塔门坝房车口地标锅组]")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z](\d{2,4})(?![\d%])")
_NO_LEAD, _NO_REST = frozenset("第的了有在是月"), frozenset("是要来些个")
_FIRST, _LAST, _NEXT = "\u4e00", "\u9fff", 2


class Called(NamedTuple):
    """What stands around a number that is part of a name, and the number."""

    lead: str
    rest: str
    number: str


def check_numbered(trial: Trial) -> Iterator[Finding]:
    """A name of the notes with a number in it is told nowhere, and one with another number is."""
    given = _called(trial.notes)
    told = _called(trial.prose) if given else {}
    lost = {(one.lead, one.rest) for one in given.keys() - told.keys()} if told else ()
    for one, (start, end) in told.items() if lost else ():
        if (one.lead, one.rest) not in lost or one in given:
            continue
        if not one.rest or trial.prose.text[end - 1 - len(one.rest) : end] not in trial.notes.text:
            yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _called(reading: Reading) -> dict[Called, tuple[int, int]]:
    """Every number that nothing is counted by, with what stands around it, and where."""
    found = {Called(code.group()[0], "", code[1]): code.span() for code in _CODE.finditer(reading.text)}
    for fact in reading.facts:
        if fact.value is not None and not fact.unit and not fact.scale and fact.kind is not FactKind.DATE:
            found |= _around(reading.text, fact)
    return found


def _around(text: str, fact: Fact) -> dict[Called, tuple[int, int]]:
    """三号井, 县一中 and 张三娃, 赵老四: the number with what stands around it."""
    start, end, number = fact.start, fact.end, str(fact.value)
    lead, rest = text[start - 1 : start], text[end : end + 1]
    if lead in _NO_LEAD:
        return {}
    if _NUMBERED.match(text, end):
        return {Called("", text[end : end + _NEXT], number): (start, end + _NEXT)}
    if not _FIRST <= lead <= _LAST:
        return {}
    if lead == "老":
        return {Called(text[start - _NEXT : start], "", number): (start - _NEXT, end)}
    if not _FIRST <= rest <= _LAST or rest in _NO_REST or fact.text[0].isdigit():
        return {}
    return {Called(lead, rest, number): (start - 1, end + 1)}
