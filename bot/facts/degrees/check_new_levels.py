"""Levels that the notes name nowhere: 市里 where they only speak of 县里, 县委书记 where they say 书记."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.places import places_of
from ..trial import Trial
from .levels import GRADED, OWN_TOWN, SAID

_BODY = re.compile(
    "[省市县区](?<![城超都集各].)(?P<body>台(?=[播报上录首])|团委|[妇残侨文]联|工会|科协|工商联|供销社|[\u4e00-\u9fff]{1,4}?(?:[馆所站局]|医院|法院|检察院|党校|电视台|日报|商会|协会|中心))"
)
"""A public body with its level."""
_OFFICE = re.compile(
    r"(?P<level>[省市州县区])(?:(?:委|政府|人大|政协|纪委)[^,。;、\n]{0,4}?(?:书记|领导|主席|常委|[^,。;、\n]主任)|长(?=[^期远效度廊短年城]|$))"
)
_OF_OFFICIALS = re.compile(r"[正副县乡]?(?P<level>[科处厅部])级(?=[^别]|$)")
_BEST = re.compile("全[国省市州盟县区旗镇乡](?P<most>最[高低多少好快大小]|前列|领先|先进行列)")
_LEVELS = frozenset("省市县区")
_OF_TOWN = re.compile("[镇乡]级")
_IN_VILLAGE = re.compile("村[里级](?!的)|村一级|村里自己")


def check_new_levels(trial: Trial) -> Iterator[Finding]:
    """The level of a body, an office, a grade of officials or a comparison must be named in the notes."""
    for start, end in (*_bodies(trial), *_offices(trial), *_comparisons(trial), *_levels(trial)):
        yield trial.told(FindingKind.RANK_CHANGED, start, end)


def _bodies(trial: Trial) -> Iterator[tuple[int, int]]:
    """省档案馆, where the notes only have 市档案馆."""
    notes = trial.notes.text
    for found in _BODY.finditer(trial.prose.text):
        body = found["body"]
        if found.group() in notes or body not in notes:
            continue
        given = {notes[at - 1 : at] for at in places_of(body, notes)}
        if given <= _LEVELS:
            yield found.span()


def _offices(trial: Trial) -> Iterator[tuple[int, int]]:
    """县委书记, and 科级干部, where the notes have neither 县 nor 科."""
    for pattern in (_OFFICE, _OF_OFFICIALS):
        for found in pattern.finditer(trial.prose.text):
            if found["level"] not in trial.notes.text:
                yield found.span()


def _comparisons(trial: Trial) -> Iterator[tuple[int, int]]:
    """全市最低, where the notes say 全区最低 and nowhere 全市最低."""
    for told in _BEST.finditer(trial.prose.text):
        given = {one.group() for one in _BEST.finditer(trial.notes.text) if one["most"] == told["most"]}
        if given and told.group() not in given:
            yield told.span()


def _levels(trial: Trial) -> Iterator[tuple[int, int]]:
    """省里, where the notes name other levels and never the province.

    The nation is left alone: 全国经济普查 and 中央八项规定 are names.
    """
    given = {found.lastgroup for found in SAID.finditer(trial.notes.text)}
    if _IN_VILLAGE.search(trial.notes.text) and not re.search("[镇乡]", trial.notes.text):
        yield from (found.span() for found in _OF_TOWN.finditer(trial.prose.text))
    if not (given or OWN_TOWN.search(trial.notes.text)):
        return
    for found in GRADED.finditer(trial.prose.text):
        if found.lastgroup != "nation" and found.lastgroup not in given:
            yield found.span()
