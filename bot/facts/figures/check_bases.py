"""Bases: what is counted by the household must not be told by the head, nor 每月 as 每天."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Fact
from ..finding import Finding, FindingKind
from ..matching.pairing import Pair, Pairing
from ..text.reading import Reading
from ..trial import Trial

_BASE = re.compile(
    r"(?P<mean>[人户亩村棚斤])均|一(?P<one>公斤|[户亩斤人吨头棵桌车台辆张套])(?=[^,。;\n]{0,4}$)|每(?![一年月周天日季])[\u4e00-\u9fff]{1,4}?[一1](?P<every>[件个户家处人次起宗例桩项名亩吨斤])|每(?:一)?(?:[个名位]|家(?=[户庭企单]))?(?P<each>[\u4e00-\u9fff]{1,2})"
)
_TIME_BASE = re.compile(
    r"(?:每个?|(?<![第有同那某这统])一个?)(?P<each>小时|[天日周月年]|季度|学[期年])(?![前后内底初])|(?P<mean>[日月年])均"
    r"|(?<![今去前明当每元本半几整\d一二三四五六七八九十两])(?P<paid>[日月年])(?=工资|薪|收入|租金|产量|产值|处理|供水|清运|接待|加工|利润)"
)
_WITH_PERIOD = re.compile(r"(?:每(?=[户人][每月年])|(?=[人户]均每))(?P<each>[户人])")
_OCCASION = re.compile("每(?P<each>[餐顿次场趟])")
_AFTER = re.compile(
    "(?:一|每|/)(?P<unit>公斤|千克|[斤亩吨方])(?![\u4e00-\u9fff]{0,2}[\\d一二三四五六七八九十])"
)
"""What stands right behind a number: 一块三毛二一斤."""
_IN_ALL = re.compile(
    r"(?:一共|总共|共计|合计|总计|拢共|(?<!公)共(?![同产青建享])|总产量?|总量|总收入)[^\d,。;每均各]{0,6}$"
)
_EACH = re.compile("[每均各]|亩产|单产")
_OF_EACH = re.compile(
    r"(?:每一?[名个支户家村人处项组队]|(?<=[个村镇组户家校所区队厂员民人部])各(?!种|类|级|项)|[人户亩]均|亩产|单产)[^\d,。;]{0,4}$"
)
_NEAR, _FAR = 8, 12
_COUNTING = frozenset("每均一各共总产")
"""What all that a number is counted by is told with: where the notes have none of them, they give nothing."""
_PERIODS = frozenset("年月周天日季次期")
_NO_BASE = frozenset("斤补给发奖收交领花贴")
_PEOPLE = ("成员", "班子", "党员", "干部", "队员", "职工", "教师", "学生", "村民", "群众", "工人", "老人")
_SAME_BASE = {"餐": "顿", "辆": "台", "车": "台", "点": "处", "座": "处", "家": "户", "名": "人", "位": "人"}


def check_bases(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """What a number is counted by (每户, 人均) must be what the notes count it by."""
    for pair in pairing.pairs:
        lead = trial.notes.text[max(0, pair.note.start - _FAR) : pair.note.start]
        after = _AFTER.match(trial.notes.text, pair.note.end)
        if (_COUNTING.isdisjoint(lead) and after is None) or pair.prose.size != pair.note.size:
            continue
        if _is_total_for_each(trial, pair):
            yield trial.told(FindingKind.UNIT_SWAPPED, pair.prose.start, pair.prose.end, pair.note)
            continue
        given_time = _time_base(trial.notes, pair.note)
        told_time = given_time and _time_base(trial.prose, pair.prose)
        if told_time and told_time != given_time:
            yield trial.told(FindingKind.UNIT_SWAPPED, pair.prose.start, pair.prose.end, pair.note)
            continue
        if (
            given_time
            and not told_time
            and (meal := _OCCASION.search(trial.prose.before(pair.prose.start, _NEAR)))
        ):
            if not any(f"{one}{meal['each']}" in trial.notes.text for one in "每一"):
                yield trial.told(FindingKind.UNIT_SWAPPED, pair.prose.start, pair.prose.end, pair.note)
            continue
        given = _base(trial.notes, pair.note) or (after["unit"] if after else "")
        told = given and _base(trial.prose, pair.prose)
        both = _both_bases(trial.notes, pair.note), _both_bases(trial.prose, pair.prose)
        if all(both) and both[0] != both[1]:
            given, told = both
        if told and _base_of(told) != _base_of(given) and not set(told) & set(given) - _NO_BASE:
            yield trial.told(FindingKind.UNIT_SWAPPED, pair.prose.start, pair.prose.end, pair.note)


def _is_total_for_each(trial: Trial, pair: Pair) -> bool:
    """Whether one side says 一共143人 and the other 每支143人."""
    given, told = trial.notes.before(pair.note.start, _NEAR), trial.prose.before(pair.prose.start, _NEAR)
    if _IN_ALL.search(given):
        return not _EACH.search(given) and _OF_EACH.search(told) is not None and not _IN_ALL.search(told)
    return _OF_EACH.search(given) is not None and _IN_ALL.search(told) is not None


def _time_base(reading: Reading, fact: Fact) -> str:
    """The period that a number is counted by (每月, 一天, 日均), where one stands close before it."""
    clause = reading.clause_at(fact.start)
    found = list(_TIME_BASE.finditer(reading.text, max(clause.start, fact.start - _NEAR), fact.start))
    if not found:
        return ""
    period = next(filter(None, found[-1].groups()))
    return "天" if period in "天日" else period


def _both_bases(reading: Reading, fact: Fact) -> str:
    """What a number is counted by besides a period: 每户 of 每户每月."""
    found = _WITH_PERIOD.search(reading.text, max(0, fact.start - _NEAR), fact.start)
    return found["each"] if found else ""


def _base_of(base: str) -> str:
    if base.startswith(_PEOPLE):
        return "人"
    if base.startswith(("企业", "公司")):
        return "户"
    return "公斤" if base.startswith("公斤") else _SAME_BASE.get(base[0], base[0])


def _base(reading: Reading, fact: Fact) -> str:
    """What a number is counted by (每户, 人均), where that stands before it in its clause."""
    bases = [
        found["mean"] or found["one"] or found["every"] or found["each"]
        for found in _BASE.finditer(reading.before(fact.start, _FAR))
    ]
    return next((base for base in reversed(bases) if base[0] not in _PERIODS), "")
