"""Public bodies nobody gave: 县水利局, 派出所, 市场监管部门, 省林科所, 县医院."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..text.terms import Mark, longest
from ..trial import Trial

_BODY = re.compile(
    r"..(?:[局厅部委办院庭所站队门关社行司会联团馆台组处]|中心校?|国网|党校)$|^(?:法院|农行|海关|妇联|残联|团委)$"
)
"""Words of the list that name a body, and not only its field."""
_BY = re.compile(
    r"(?:[由与经从向]|会同|联合)[省市县区镇乡]?(?P<body>(?:[\u4e00-\u9fff]{2})?供销社|侨联|妇联|团委|工会|残联|工商联|科协|文联|红十字会|商会|供销社|信用社|农商行|人武部)"
)
"""Who does something, or with whom it is done: 由镇供销社."""
_BODY_OF_PEOPLE = re.compile(
    "[省市县区](?<!社区)(?P<body>残联|妇联|侨联|文联|科协|工商联|红十字会|供销社|团委|总工会|老年大学|慈善总会)"
)
"""县残联: whoever is not given, whatever they are said to do."""
_ALSO_CALLED = {
    "残联": "残疾人联合会",
    "妇联": "妇女联合会",
    "侨联": "归国华侨",
    "文联": "文学艺术界",
    "科协": "科学技术协会",
    "工商联": "工商业联合会",
    "供销社": "供销",
    "总工会": "工会",
    "慈善总会": "慈善会",
}
_YOUTH = re.compile("团[省市县区镇乡]委|共青团")
_ALLIED = re.compile(
    r"(?:联合|会同|协同|携手|联手|联动)(?P<body>[省市县区州](?!直|级|里|内|外|域)[\u4e00-\u9fff]{2,5}?(?:局|校|院|所|站|大?队|中心|公司|委|办|部|会|社|行|厂|馆))"
)
"""Whom something is done with: 联合县农广校."""
_LEVELLED = re.compile(
    "(?P<level>[省市县区])(?P<field>(?![级里上委政直域内外])[\u4e00-\u9fff]{2,4}?)(?P<kind>局|医院|院|中心|办|站|所|馆|学校|联合会)"
)
"""A public body with its level and its field."""
_OF_THE_STATE = Scan(
    "[省市国]",
    r"(?<![全本我各分])(?P<level>省|市(?!场)|国家)(?P<body>[\u4e00-\u9fff]{0,4}?(?:大学|学院|医院|农科院|农科所|林科所|科研所|水科院|科学院|研究院|研究所|设计院))",
)
"""A body of the province, the city or the nation that teaches, heals or searches."""
_HOSPITAL = re.compile("(?P<level>[省市县区])(?:人民医院|中医院|医院|妇幼保健院|疾控中心)")
"""One of several: who speaks of 一家医院 does not say which."""
_LEVELS = frozenset("省市县区镇乡州")
_TAIL = 3


def check_agencies(trial: Trial) -> Iterator[Finding]:
    """A public body must be given, or something of its field: 水利局 by 水管站, 法院 by a suit.

    One that teaches, heals or searches must be given, or some body of that kind.
    """
    told = longest(mark for mark in trial.prose.lists["agencies"] if _BODY.search(mark.word))
    yield from _allied(trial, told)
    yield from _acting(trial)
    yield from _exchanged(trial)
    yield from _of_the_state(trial)
    if not told:
        return
    backed = frozenset[str]().union(*[mark.labels for mark in trial.notes.lists["agencies"]])
    for mark in told:
        if backed.isdisjoint(mark.labels) and not _is_part(trial, mark):
            start = mark.start - (trial.prose.text[mark.start - 1 : mark.start] in _LEVELS)
            yield trial.told(FindingKind.NAME_INVENTED, start, mark.end)


def _allied(trial: Trial, listed: list[Mark]) -> Iterator[Finding]:
    """Bodies of no list with which something is done."""
    ends = {mark.end for mark in listed}
    for found in _ALLIED.finditer(trial.prose.text):
        if found.end() not in ends and trial.is_new(found["body"][1:]):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span("body"))


def _acting(trial: Trial) -> Iterator[Finding]:
    for found in chain(_BY.finditer(trial.prose.text), _BODY_OF_PEOPLE.finditer(trial.prose.text)):
        body = found["body"]
        known = body in trial.notes.text or _ALSO_CALLED.get(body, body) in trial.notes.text
        if not known and not (body == "团委" and _YOUTH.search(trial.notes.text)):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span("body"))


def _exchanged(trial: Trial) -> Iterator[Finding]:
    """县交通局, where the notes speak of 县公路局 and the prose does not: one field told as another."""
    notes, prose = trial.notes.text, trial.prose.text
    given = [found for found in _LEVELLED.finditer(notes) if found.group() not in prose]
    for told in _LEVELLED.finditer(prose) if given else ():
        if told.group() in notes:
            continue
        if any(one["level"] == told["level"] and _is_another(trial, one, told) for one in given):
            yield trial.told(FindingKind.NAME_INVENTED, *told.span())


def _of_the_state(trial: Trial) -> Iterator[Finding]:
    text, notes = trial.prose.text, trial.notes.text
    for found in _OF_THE_STATE.finditer(text):
        body = found["body"][-_TAIL:]
        of_doctors = body.endswith("医院") and found["level"] in notes
        if body not in notes and trial.is_new(found.group()) and not of_doctors:
            yield trial.told(FindingKind.NAME_INVENTED, *found.span())
    for found in _HOSPITAL.finditer(text):
        if found["level"] not in notes:
            yield trial.told(FindingKind.NAME_INVENTED, *found.span())


def _is_another(trial: Trial, given: re.Match[str], told: re.Match[str]) -> bool:
    """Whether two bodies of a level are of one kind and another field, or of one field and another kind.

    卫健局 is 卫生健康局: of another field is what has no character of the notes.
    """
    if given["kind"] == told["kind"]:
        return frozenset(told["field"]).isdisjoint(trial.notes.text)
    return given["field"][0] == told["field"][0] and told["kind"] not in trial.notes.text


def _is_part(trial: Trial, mark: Mark) -> bool:
    """Whether words reach across an edge: 劳动工会战 names no 工会."""
    text, words = trial.prose.text, trial.lexicon.vocabulary
    before = text[mark.start - 1 : mark.start + 1]
    return (before in words and before[0] not in _LEVELS) or text[mark.end - 1 : mark.end + 1] in words
