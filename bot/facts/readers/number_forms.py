"""The ways in which people write a number, as one pattern, and the value of each."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from bot.numerals import DIGITS, SCALES, parse_chinese

from ..fact import Hedge
from .hedging import EXACT

COMMON = "零〇○一二两俩三仨四五六七八九十百千万亿"
FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
CHINESE = COMMON + FORMAL
_WRITTEN = rf"(?:[{COMMON}]+(?=千(?:[瓦米克]|伏安))|[{FORMAL}]+(?=[万亿元])|[{FORMAL}万亿]{{2,}}|[{COMMON}]+)"
_SPOKEN = r"(?<=[分率比值均])\d+点\d+(?=[,。;]|$)"
_NUMBER = (
    rf"(?:{_SPOKEN}|\d+(?:\.\d+|点\d+(?=[%万亿个元公亩吨]))?|{_WRITTEN}(?:点[零〇一二三四五六七八九]+)?)"
)
_SCALE = r"(?:万亿|十万|百万|千万|[万亿百十]|千(?![瓦米克伏卡])|[wWkK](?![A-Za-z]))"


_MIXED = (
    r"\d+亿\d+(?:\.\d+)?[千百]?万|\d+亿\d{4}万|\d+万\d{3,4}(?!\d)|\d+[亿万千]\d[千百](?:\d[百十])?(?![\d万])"
    r"|\d+[万千百][1-9一二三四五六七八九](?![\d.%个户家人名次项月年日号条件处台亿万千百十起座所点])"
)

_ONLY = (
    r"只(?:到位|完成|落实|建成|到账|兑现|拨付|办结|化解|整改|开工|做到|拿到|争取到?|[批花干建修招改办])"
    rf"[了到成]?[约近]?[\d{COMMON}]"
)
"""只 that means only and counts nothing: 任务5000万只到位3200万."""


@lru_cache(maxsize=8)
def number_pattern(unit_words: str) -> re.Pattern[str]:
    """A pattern for one number with its unit; groups ending in 2 are the upper end of a range."""
    unit = rf"(?!{_ONLY})(?:{unit_words})"

    def amount(at: str) -> str:
        return (
            rf"(?:(?=\d+[亿万千百])(?P<mixed{at}>{_MIXED})|(?P<several{at}>[几数][十百千万亿]+)|(?P<number{at}>{_NUMBER}))"
            rf"(?P<scale{at}>{_SCALE})?(?P<mid{at}>余(?!\d)|多(?!半[是在都为由靠没不])|(?<=[百千万亿]零)几[十百千]?|点几|(?<=[0十百千万亿])来|好?几|出头|(?<=[百千万])把)?"
            rf"(?P<more{at}>个多?(?=亿)|{_SCALE})?(?P<most{at}>亿)?"
            rf"(?P<plus{at}>(?<=个亿)零?(?:\d+|[{CHINESE}]+)万)?"
            rf"(?P<half{at}>个半(?!年))?(?P<unit{at}>{unit})?"
        )

    return re.compile(
        rf"(?P<per>百分之|千分之)?(?:(?=[\d.点{CHINESE}]+分之)(?P<den>{_NUMBER})分之(?P<num>{_NUMBER})"
        r"|(?P<double>翻了?(?P<fan>[一两二三四]|\d)?番|翻了?一?倍)"
        r"|(?P<slash>\d{1,3}/\d{1,3})(?!\d)|(?P<most_of>过半|一半多(?![天年个月夜])|一?大半|一?(?<!差不)多半|近半)"
        rf"|(?P<over>一半|半数|(?<![针面应])对半(?![坡山岛]))(?![天年个月夜])|(?P<full>百分百)|(?P<halved>半)个?(?P<halfunit>{unit})|(?P<oneunit>(?=个[把来][小月钟星礼]){unit})"
        rf"|{amount('')}(?:(?P<sep>[-~至到])(?P<per2>百分之)?{amount('2')})?)"
    )


def parse_amount(run: str) -> Decimal | None:
    """The value of an Arabic or Chinese numeral without scale, None for a range or no numeral."""
    if run[0].isdecimal():
        return Decimal(run.replace("点", "."))
    parsed = parse_chinese(run)
    return None if parsed is None or parsed[1] is not None else parsed[0]


_PARTS = {
    at: tuple(
        f"{part}{at}" for part in ("mixed", "several", "number", "scale", "mid", "more", "most", "plus")
    )
    for at in ("", "2")
}


def amount_of(found: re.Match[str], at: str) -> tuple[Decimal, Decimal | None, str, Hedge] | None:
    """Value, upper value (三四百), scale word and inner hedge of a match; None where it is no number."""
    mixed, several, number, sized, mid, more, most, plus = found.group(*_PARTS[at])
    low: Decimal
    high: Decimal | None = None
    hedge = EXACT
    scale = (sized or "") if number else ""
    if mixed:
        low = _mixed(mixed)
    elif several:
        parsed = parse_chinese(several[1:])
        if parsed is None:
            return None
        low, hedge = parsed[0], Hedge.SEVERAL
    elif number[0].isdecimal():
        low = Decimal(number.replace("点", "."))
    else:
        if len(number) == 1 and number in FORMAL:
            return None
        parsed = parse_chinese(number)
        if parsed is None and number[-1] == "一" and len(number) > 2:
            parsed = parse_chinese(number[:-1])
        if parsed is None:
            return None
        low, high = parsed
        scale = next((sign for sign in ("亿", "万", "千") if sign in number), "")
    if not (sized or mid or more or most or plus):
        return low, high, scale, hedge
    if mid and more == "万" and (split := _after_hundred_millions(number or "", mid)) is not None:
        return split
    size = SCALES[sized or ""]
    for sign in (more, most):
        if sign and sign[0] != "个":
            size *= SCALES[sign]
            scale += sign
    if mid or more == "个多":
        hedge = Hedge.ODD if mid and mid in "来把" else Hedge.OVER
    if plus:
        added = parse_amount(plus.lstrip("零").rstrip("万")) or Decimal(0)
        return low * size + added * 10_000, None, scale, hedge
    return low * size, None if high is None else high * size, scale, hedge


def _after_hundred_millions(number: str, mid: str) -> tuple[Decimal, Decimal | None, str, Hedge] | None:
    """三亿一千来万: what stands before 来万 and after 亿 counts ten thousands."""
    above, sign, below = number.partition("亿")
    if not sign or not below:
        return None
    first, second = parse_chinese(above), parse_chinese(below)
    if first is None or second is None:
        return None
    value = first[0] * SCALES["亿"] + second[0] * SCALES["万"]
    return value, None, "亿", Hedge.ODD if mid in "来把" else Hedge.OVER


def _mixed(run: str) -> Decimal:
    total, last = Decimal(0), Decimal(1)
    for number, sign in re.findall(r"(\d+(?:\.\d+)?|[一二三四五六七八九])([亿万千百]*)", run):
        amount = Decimal(DIGITS.get(number, number))
        if sign:
            last = Decimal(1)
            for scale in sign:
                last *= SCALES[scale]
            total += amount * last
        else:
            total += amount * last / 10 if len(number) == 1 else amount
    return total


def end_of_amount(found: re.Match[str], at: str) -> int:
    """Where the number ends, without its unit."""
    return max(map(found.end, _PARTS[at]))
