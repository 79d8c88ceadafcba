"""Which unit a bare number of the notes may be told with: 培训了58 is told as 58人, never as 58公里.

A phone note leaves units out, or says 个 for all of them. The words around the number then decide: a unit is
licit where its own word, or a noun that is counted with it, stands near.
"""

from __future__ import annotations

import re

from .fact import Fact

_PEOPLE = re.compile(
    r"[人员民干党职工生师长者书委兵童老妇军医编警士手友客众才贤组科岁龄残孤保护理副正后女男青孩娃户村宣讲警告诫勉]"
)
_OTHERS = re.compile(r"[\d一二三四五六七八九十百千](?:件|起|条|处|项|宗|次|场|台|本|份)")
_HOMES = re.compile(r"[户家农民居贫搬住房低保商]")
_RATES = re.compile(r"[%‰成率占比涨降增长升跌少多达到点]|分之")
_POINTS = re.compile(r"[点%]")
_NEAR = {
    "percent": _RATES,
    "point": _POINTS,
}
_GIVEN = {
    "area": r"(?<![每一])亩(?!产)|面积|平|公顷|地|田|种|林|园|茶|稻|麦|粮|片",
    "length": r"公里|千米|里|米|路|长|渠|管|线|沟|河",
    "mass": r"吨|斤|产|重|收",
    "volume": r"方|水|升|容|土",
    "power": r"瓦|电|度|伏",
    "days": r"[天日号周]|星期|礼拜",
    "hours": r"时|钟|分",
    "months": r"[月年]|季度",
    "ages": r"[岁龄]",
}
_HARD = {group: re.compile(words) for group, words in _GIVEN.items()}


def may_take(prose: Fact, note: Fact) -> bool:
    """Whether a number of the notes without a unit, or with 个, may be told with the unit of the prose."""
    group = prose.measure
    if group == "households":
        return "户" not in prose.unit or _HOMES.search(note.around) is not None
    if group == "people":
        return bool(note.measure or _PEOPLE.search(note.around) or not _OTHERS.search(note.around))
    hard = _HARD.get(group)
    if hard is not None:
        words = re.sub("[每一].", "", note.around.replace(note.text, ""))
        return prose.unit[:1] in words or hard.search(words) is not None
    wanted = _NEAR.get(group)
    return wanted is None or wanted.search(note.around.replace(note.text, "")) is not None
