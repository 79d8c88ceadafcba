"""Levels and bases: 市级 must not become 省级, nor 户均 become 人均."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .aligning import Match
from .fact import Fact, FactKind
from .finding import Finding, FindingKind
from .pairing import Pairing
from .reading import Reading
from .trial import Trial

_LEVEL = re.compile(
    r"(?P<nation>全国|国家级|中央|国家(?=[先优示文重]))|(?P<province>(?<![节俭])省(?![道力钱心去下事时]))"
    r"|(?P<city>(?<![城超上股门夜都集])市(?![场民区政值容价]))|(?P<county>县(?![道域城])|区(?=级|里|委)|全区)"
)
_CLASS = re.compile(
    "(?P<nation>国家级)|(?P<province>省级)|(?P<city>市级)|(?P<county>[县区]级)|(?P<town>[镇乡]级)"
)
_AMONG = re.compile(
    "(?P<nation>全国)|(?P<province>全省)|(?P<city>全市)|(?P<county>全[县区])|(?P<town>全[镇乡])"
)
_LEAD = re.compile(r"[^\d,。;!?:、和与\n]*\Z")
_AWARD = "(?=级|里|委|政府|先进|优秀|示范|文明|卫生|生态|平安|十佳|最美|劳动|劳模|财政|第|前)"
_GRADED = re.compile(
    rf"(?P<nation>全国|国家级|中央)|(?P<province>全省|省{_AWARD})|(?P<city>全市|市{_AWARD})|(?P<county>全县|全区|县{_AWARD}|区级)"
)
_BASE = re.compile(
    r"(?P<mean>[人户亩村棚斤])均|一(?P<one>公斤|[户亩斤人吨头棵])(?=[^,。;\n]{0,4}$)|每(?:一)?[个名位家]?(?P<each>[\u4e00-\u9fff]{1,2})"
)
_TIME_BASE = re.compile(
    r"(?:每个?|(?<![第有同那某这统])一个?)(?P<each>小时|[天日周月年]|季度)(?![前后内底初])|(?P<mean>[日月年])均"
)
_PERIODS = frozenset("年月周天日季次期")
_PEOPLE = ("党员", "干部", "队员", "职工", "教师", "学生", "村民", "群众", "工人", "老人")
_SAME_BASE = {"点": "处", "座": "处", "家": "户", "名": "人", "位": "人"}


def check_levels(trial: Trial, matches: Sequence[Match]) -> Iterator[Finding]:
    """A clause that names a level must name one that the notes' clause names."""
    for match in matches:
        if match.score < 2.5:
            continue
        given = _levels(trial.notes.text, match.note.start, match.note.end)
        told = _levels(trial.prose.text, match.prose.start, match.prose.end, _GRADED)
        if given and told and not given.keys() & told.keys():
            start, end = next(iter(told.values()))
            yield trial.told(FindingKind.RANK_CHANGED, start, end)


def _levels(text: str, start: int, end: int, pattern: re.Pattern[str] = _LEVEL) -> dict[str, tuple[int, int]]:
    return {str(found.lastgroup): found.span() for found in pattern.finditer(text, start, end)}


def check_bases(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """What a number is counted by (每户, 人均) must be what the notes count it by."""
    for pair in pairing.pairs:
        if pair.prose.size != pair.note.size:
            continue
        told_time, given_time = _time_base(trial.prose, pair.prose), _time_base(trial.notes, pair.note)
        if told_time and given_time and told_time != given_time:
            yield trial.told(FindingKind.UNIT_SWAPPED, pair.prose.start, pair.prose.end, pair.note)
            continue
        told = _base(trial.prose.text, trial.prose.clause_at(pair.prose.start).start, pair.prose.start)
        given = _base(trial.notes.text, trial.notes.clause_at(pair.note.start).start, pair.note.start)
        if told and given and _base_of(told) != _base_of(given) and not set(told) & set(given) - {"斤"}:
            yield trial.told(FindingKind.UNIT_SWAPPED, pair.prose.start, pair.prose.end, pair.note)


def check_graded(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """省级3家, 市级11家: what a number counts must keep the level that stands right before it."""
    for pair in pairing.pairs:
        given, told = _own_level(trial.notes, pair.note), _own_level(trial.prose, pair.prose)
        if given and told and given != told:
            yield trial.told(FindingKind.RANK_CHANGED, pair.prose.start, pair.prose.end, pair.note)


def _own_level(reading: Reading, fact: Fact) -> str:
    """The level named before a number, with no number and no mark between; empty if there is none, or two."""
    pattern = _AMONG if fact.kind is FactKind.RANK else _CLASS
    lead = _LEAD.search(reading.text[max(0, fact.start - 10) : fact.start])
    found = {str(found.lastgroup) for found in pattern.finditer(lead.group())} if lead else set()
    return found.pop() if len(found) == 1 else ""


def _time_base(reading: Reading, fact: Fact) -> str:
    """The period that a number is counted by (每月, 一天, 日均), where one stands close before it."""
    clause = reading.clause_at(fact.start)
    found = list(_TIME_BASE.finditer(reading.text, max(clause.start, fact.start - 6), fact.start))
    if not found:
        return ""
    period = found[-1]["each"] or found[-1]["mean"]
    return "天" if period in "天日" else period[:1]


def _base_of(base: str) -> str:
    if base.startswith(_PEOPLE):
        return "人"
    return "公斤" if base.startswith("公斤") else _SAME_BASE.get(base[0], base[0])


def _base(text: str, start: int, end: int) -> str:
    bases = [
        found["mean"] or found["one"] or found["each"]
        for found in _BASE.finditer(text[max(start, end - 12) : end])
    ]
    return next((base for base in reversed(bases) if base[0] not in _PERIODS), "")
