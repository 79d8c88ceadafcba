"""Numbers that are said as a share or a multiple: 三分之二, 3/5, 过半, 百分百, 半年, 个把月, 翻一番."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from ..fact import Fact, FactKind, Hedge
from ..lexicon import Lexicon
from .hedging import LONG
from .measuring import PERCENT, measured
from .number_forms import parse_amount

_MOST_TIMES = 30
_LONG_TIME = re.compile("年|天|个月")
"""大半年 is more than half a year, and no share of anything."""


def _fraction(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    return _share(text, found, parse_amount(found["num"]), parse_amount(found["den"]), lexicon)


def _slashed(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    above, _, below = found["slash"].partition("/")
    return _share(text, found, Decimal(above), Decimal(below), lexicon)


def _half(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    return _share(text, found, Decimal(1), Decimal(2), lexicon)


def _share(
    text: str, found: re.Match[str], top: Decimal | None, bottom: Decimal | None, lexicon: Lexicon
) -> Fact | None:
    if top is None or not bottom:
        return None
    fact = measured(text, found.span(), (top * 100 / bottom, None), "%", PERCENT, lexicon)
    return fact._replace(kind=FactKind.RATIO)


def _most(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact:
    if found["most_of"] == "大半" and (long := _LONG_TIME.match(text, found.end())):
        unit = long.group()
        spent = measured(
            text, (found.start(), long.end()), (Decimal("0.5"), None), unit, lexicon.measures[unit], lexicon
        )
        return spent._replace(hedge=Hedge.OVER, weak=True)
    hedge = Hedge.UNDER if found["most_of"] == "近半" else Hedge.OVER
    fact = measured(text, found.span(), (Decimal(50), None), "%", PERCENT, lexicon, hedge)
    return fact._replace(weak=True)


def _all(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact:
    return measured(text, found.span(), (Decimal(100), None), "%", PERCENT, lexicon)


def _half_unit(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    unit = found["halfunit"]
    measure = lexicon.measures[unit]
    if measure.group not in LONG or (found.start() and text[found.start() - 1] in "大多小前后上下一"):
        return None
    return measured(text, found.span(), (Decimal("0.5"), None), unit, measure, lexicon)


def _about_one(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact:
    unit = found["oneunit"]
    return measured(text, found.span(), (Decimal(1), None), unit, lexicon.measures[unit], lexicon, Hedge.ODD)


def _doubled(text: str, found: re.Match[str], lexicon: Lexicon) -> Fact | None:
    times = parse_amount(found["fan"] or "一")
    if times is None or times > _MOST_TIMES:
        return None
    growth = (Decimal(2) ** times - 1) * 100
    return measured(text, found.span(), (growth, None), "番", PERCENT, lexicon)


SHARES: Mapping[str, Callable[[str, re.Match[str], Lexicon], Fact | None]] = {
    "num": _fraction,
    "slash": _slashed,
    "over": _half,
    "most_of": _most,
    "full": _all,
    "halfunit": _half_unit,
    "oneunit": _about_one,
    "double": _doubled,
}
"""How a match of the number pattern is read, by the last group of it; every other match is an amount."""
