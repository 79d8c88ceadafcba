"""A figure told anew and what it is told of: 支部那个10次, 约1.3万头."""

import re
from dataclasses import dataclass

from bot.interview.figures import ABOUT, NUMBER

UNITS = (
    "%％次个家户场件项处条人名位趟回期批起座台套份篇亩吨公斤里米平方立元块万亿村遍宗盏头只棵株眼口成倍天周年月日号季度点分百千克"
    "届轮组本册张辆间栋幢层级种类所门课小时顷字页岁例桩匹羽群宗顿支"
)
_FIGURE = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]{{1,10}}?)??(?:是|为)?(?P<told>(?P<about>{ABOUT})?(?P<number>{NUMBER})(?P<more>[多余来])?"
    rf"(?P<unit>[{UNITS}]{{0,4}}?)(?P<tail>左右|上下)?)(?:才对|[吧呢啊了的])?"
)
_POINTING_BEFORE = re.compile(
    r"^(?:我们?|刚才|刚刚|上面|前面|之前|[上前]一?[条句个]|[那这](?:一)?[条句个项块处]|关于|还有|就是|[把那这])"
)
_POINTING_BEHIND = re.compile(
    r"(?:的?[那这](?:一)?[条句个项块处里儿边]?|数字|数据|数目|次数|个数|数量|方面|情况|应该?|应当|改[成为]|其实|实际|[一总]?共|[的都又也我有是为])$"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as it was told: 10次, 约1.3万头."""

    text: str
    about: str
    number: str
    unit: str
    tail: str


def value_told(rest: str) -> tuple[str, Value | None]:
    """What a figure is told of, and the figure, if that is all the words tell."""
    found = _FIGURE.fullmatch(rest)
    if found is None:
        return "", None
    value = Value(
        found["told"],
        found["about"] or "",
        found["number"] + (found["more"] or ""),
        found["unit"],
        found["tail"] or "",
    )
    return name_told(found["of"] or ""), value


def name_told(words: str) -> str:
    """What is named, without words that only point at it: 支部 of 刚才支部那个."""
    while True:
        left = _POINTING_BEHIND.sub("", _POINTING_BEFORE.sub("", words))
        if left == words:
            return words
        words = left


def counted_in(name: str, value: Value) -> tuple[str, Value]:
    """The name and the figure; what is named may be only the unit that it lacks: 户数 and 330 are 330户."""
    if value.unit or len(name) != 1 or name not in UNITS:
        return name, value
    whole = value.text.removesuffix(value.tail) + name + value.tail
    return "", Value(whole, value.about, value.number, name, value.tail)
