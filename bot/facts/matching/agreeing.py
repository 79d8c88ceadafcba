"""When two numbers say the same."""

from __future__ import annotations

import re
from decimal import Decimal

from ..fact import Fact, FactKind, Hedge
from .licences import is_rate, may_take

_PAIRS = {
    frozenset(pair)
    for pair in (
        (Hedge.NEARLY, Hedge.ABOUT),
        (Hedge.NEARLY, Hedge.UNDER),
        (Hedge.ODD, Hedge.ABOUT),
        (Hedge.ODD, Hedge.OVER),
        (Hedge.ODD, Hedge.NEARLY),
    )
}
_NAMING = frozenset("人村镇乡组校厂")
_CASE = re.compile("[赌抓案斗]|打架|查处|着火|火情")
"""What is counted by 场 in speech, and by 起 in a report."""
_MEASURED = frozenset(
    (
        "money", "dollars", "euros", "hongkong", "percent", "point", "dot", "length", "area", "area_visits",
        "mass", "volume", "power", "months", "days", "workdays", "hours", "ages", "scores", "visits",
        "household_visits", "machine_visits", "item_visits", "grade",
    )
)  # fmt: skip
_MINUTES = {"months": 30 * 24 * 60, "days": 24 * 60, "hours": 1}
_HARD = frozenset(("area", "area_visits", "length", "mass", "volume", "power"))
_SPOKEN_SPAN = re.compile("一二|二三|三四|四五|五六|六七|七八|八九|三五")
_AT_MOST = re.compile("(?:[最顶]多|上限|限(?!上|下))[\u4e00-\u9fff]?$")
_NEARLY = frozenset("近快将接")
_ABOUT_ONLY = "也就"
_BESIDE = 4
_SURELY_MORE = re.compile(r"以上|超|逾|不[少低]于|[多高]于")
_ABOUT_AND_MORE = re.compile(r"(?:大概|大约|约|差不多).*[多余].{0,2}")
_RIVALS = frozenset(map(frozenset, (("本", "篇"), ("册", "篇"), ("部", "篇"), ("封", "篇"), ("幅", "篇"))))
"""Counters of one group that never count the same: a book is no article."""
_OF_EARTH = re.compile("清淤|土方|石方|开挖|挖方|填方|回填|库容|蓄水|浇筑|混凝土|砂石|渣土")
"""Of what is dug, filled or poured 方 are cubic metres."""
_ALIKE = (
    {"items", "papers"},
    {"items", "buildings"},
    {"items", "lamps"},
    {"lamps", "village_groups"},
    {"lamps", "animals"},
    {"dot", "point"},
)


def lasting(fact: Fact) -> Decimal | None:
    """How many minutes a time lasts, a month taken for thirty days; None for what is no time."""
    minutes = _MINUTES.get(fact.measure)
    return None if minutes is None else fact.size * minutes


def same_number(prose: Fact, note: Fact) -> bool:
    """Whether value and unit agree; 3.2亿 and 32000万元 do, 5里 and 2.5公里 do, 120户 and 120人 do not."""
    if (prose.upper is None) != (note.upper is None):
        return False
    if prose.measure != note.measure and prose.upper is None:
        lasts = lasting(prose), lasting(note)
        if None not in lasts:
            return lasts[0] == lasts[1]
    if prose.kind is FactKind.RANK or note.kind is FactKind.RANK:
        return prose.kind is note.kind and prose.value == note.value and prose.scope == note.scope
    if same_measure(prose, note):
        if note.text.startswith(("百十", "上百十")) and prose.hedge and prose.size in {100, 110}:
            return True
        if prose.unit == "旬" and not note.measure:
            return prose.size == note.value
        if not note.measure or not prose.measure:
            return prose.value == note.value and prose.upper == note.upper
        if prose.measure != note.measure:
            return prose.value == note.value and prose.upper == note.upper
        upper = prose.upper is None or prose.upper * prose.factor == (note.upper or Decimal(0)) * note.factor
        return prose.size == note.size and upper
    return False


def same_value(prose: Fact, note: Fact) -> bool:
    """Whether the bare values agree, whatever the unit."""
    return prose.value == note.value and prose.upper == note.upper


def same_measure(prose: Fact, note: Fact) -> bool:
    """Whether the units may tell of the same thing.

    A note's 个 may become the fitting measure word, and back.
    """
    first, second = prose.measure, note.measure
    if not second and first in _HARD and note.scale[-1:] in {"万", "亿"} and may_take(prose, note):
        return prose.unit[:1] in note.around or prose.unit[-1:] in note.around
    if (prose.unit, note.unit) == ("项", "个") and f"{note.text}项目" in note.around:
        return True
    if first == second:
        return frozenset((prose.unit, note.unit)) not in _RIVALS
    if second in {"", "each"} and not may_take(prose, note):
        return False
    if not first or not second:
        return True
    measures = {first, second}
    if measures == {"people", "visits"}:
        return any(word in note.around for word in ("来了", "游客", "接待", "客流", "谈", "提醒", "慰问"))
    if measures in ({"dot", "each"}, {"dot", "buildings"}, {"dot", "items"}):
        return True
    if "each" in measures:
        other, each = (prose, note) if second == "each" else (note, prose)
        naming = other.unit[-1:] in _NAMING and other.unit[-1:] not in each.around
        return other.measure not in _MEASURED and not (naming and other.measure != "people")
    if first == "percent" and second == "dot":
        return not is_rate(note)
    if measures in _ALIKE or {prose.unit, note.unit} == {"条", "艘"}:
        return True
    if {prose.unit, note.unit} in (
        {"口", "人"},
        {"车", "辆"},
        {"车", "台"},
        {"车", "台次"},
        {"车", "辆次"},
        {"台", "部"},
        {"块", "枚"},
        {"块", "面"},
        {"块", "处"},
        {"间", "家"},
        {"班", "期"},
        {"个班", "期"},
        {"块牌", "块"},
        {"起", "元"},
        {"回", "起"},
        {"次", "起"},
        {"回", "件"},
    ):
        return True
    if {prose.unit, note.unit} == {"场", "起"} and _CASE.search(note.around):
        return True
    may_be_either = "方" in {prose.unit, note.unit} and measures == {"volume", "area"}
    return may_be_either and not (second == "volume" and _OF_EARTH.search(note.around))


def is_measured(group: str) -> bool:
    """Whether a unit measures rather than counts: of money, area or time there is no 个."""
    return group in _MEASURED


def same_hedge(prose: Fact, note: Fact) -> bool:
    """Whether the two are equally exact.

    多, 余, 超 and 以上 are one; 左右, 约 and 上下 are one; 来 fits either.
    """
    if note.text.startswith(("百十", "上百十")):
        return prose.hedge is not Hedge.NONE
    if note.unit == "类" or (prose.hedge is Hedge.NONE and note.hedge is Hedge.NONE):
        return True
    if prose.hedge is not Hedge.NONE and is_spoken_span(note):
        return prose.hedge in {Hedge.OVER, Hedge.ODD, Hedge.ABOUT}
    if {prose.hedge, note.hedge} == {Hedge.ODD, Hedge.OVER} and _SURELY_MORE.search(prose.text + note.text):
        return False
    if prose.hedge is Hedge.ABOUT and note.hedge is Hedge.NONE and note.unit == "成":
        return True
    if {prose.hedge, note.hedge} == {Hedge.NONE, Hedge.ABOUT} and _ABOUT_ONLY in note.subject[-_BESIDE:]:
        return True
    if prose.hedge is not Hedge.NONE and _ABOUT_AND_MORE.fullmatch(note.text):
        return prose.hedge in {Hedge.ABOUT, Hedge.OVER}
    if {prose.hedge, note.hedge} == {Hedge.NONE, Hedge.UNDER} and prose.text[0] not in _NEARLY:
        return _AT_MOST.search((note if note.hedge is Hedge.NONE else prose).subject) is not None
    return prose.hedge == note.hedge or frozenset((prose.hedge, note.hedge)) in _PAIRS


def is_spoken_span(note: Fact) -> bool:
    """Whether a number is one end of 一百三四十, which a report may tell as 130余 or 130左右."""
    return note.hedge is Hedge.NONE and _SPOKEN_SPAN.search(note.text) is not None


def is_rounding(prose: Fact, note: Fact) -> bool:
    """Whether a hedged number is what one gets by rounding the other: 329 told as 300余, or the other way."""
    if prose.value is None or note.value is None or not note.size or not prose.size:
        return False
    if not (prose.hedge or note.hedge):
        return False
    ratio = prose.size / note.size
    return Decimal("0.8") < ratio < Decimal("1.25")


def is_rescaled(prose: Fact, note: Fact) -> bool:
    """Whether one is the other at another power of ten."""
    if not prose.size or not note.size or prose.size == note.size:
        return False
    ratio = prose.size / note.size
    return ratio.normalize().as_tuple().digits == (1,) and bool(
        prose.scale or note.scale or abs(ratio.adjusted()) >= 3
    )
