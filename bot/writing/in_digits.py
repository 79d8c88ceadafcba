"""Figures that were said in words, in digits: 四百一十二户 is 412户, 两万三千元 2.3万元.

Source: GB/T 15835—2011, statistics are written in Arabic numerals. Guaranteed: the amount stays what it was,
and its unit, and whatever is said around it (多, 来, 约). Left as said: what is below eleven (三个村); what
has no measure word behind it and may be no count (百日攻坚, 二十大, 十二月); two figures in one (三四百户);
the short ways of speech (一百二, 六万八); names (三十里铺, 五十户营); and what stands in quotation marks.
"""

import re
from decimal import Decimal

from bot.numerals import SCALES, worth

_ONES = "零〇一二两三四五六七八九"
_SIGNS = _ONES + "十百千万亿"
_LENGTHS = "公里|公顷|公斤|平方米|平方公里|立方米|米|吨|斤|亩|元|个百分点"
_COUNTS = (
    "分钟|小时|个工作日|人次|户次|家次|车次|场次|批次|件次"
    "|[户人名件次条项头只羽棵株座处家宗份场期间栋套台辆篇字页本笔盏眼口根块幅张封起例支所批岁]|天(?![台津山水气])|分(?!之)"
)
_NO_PLACE = "(?!村(?![民里干委]|集体)|[屯营庄铺店镇街路沟坪坡寨湾])"
_FIGURE = re.compile(
    rf"(?<![{_SIGNS}点第\d数好若几上成“‘])(?P<run>[{_ONES}十][{_SIGNS}]*)(?P<part>点[{_ONES}]+[万亿]?)?"
    rf"(?=(?P<behind>[多余来]?[万亿]?(?:个|(?:{_LENGTHS}|{_COUNTS}){_NO_PLACE})))"
)
_PERCENT = re.compile(
    rf"百分之(?!百)(?P<value>[{_ONES}十百]+(?:点[{_ONES}]+)?)(?![{_SIGNS}点多来几]|左右|上下)"
)
_QUOTED = re.compile(r"([“《‘「][^”》’」\n]*[”》’」])")
_SHORT = re.compile(rf"[百千万亿][{_ONES[2:]}]$")
_SMALLEST = 11
_OF_THE_CLOCK, _HOURS = ("分", "个"), range(25)
"""九点五分 may be a time, and 早一点三个人 no figure at all."""
_MANY, _MOST = SCALES["万"], SCALES["亿"]


def in_digits(text: str) -> str:
    """The text with such figures in digits; safe to repeat."""
    pieces = _QUOTED.split(text)
    pieces[::2] = [_FIGURE.sub(_figure, _PERCENT.sub(_percent, piece)) for piece in pieces[::2]]
    return "".join(pieces)


def _percent(found: re.Match[str]) -> str:
    value = _value(found["value"])
    return found.group() if value is None else f"{_plain(value)}%"


def _figure(found: re.Match[str]) -> str:
    run, part, behind = found["run"], found["part"] or "", found["behind"]
    if part:
        if run == "一" or (behind.endswith(_OF_THE_CLOCK) and worth(run) in _HOURS):
            return found.group()
        scale = part[-1] if part[-1] in "万亿" else ""
        value = _value(run + part.removesuffix(scale))
        return found.group() if value is None else f"{_plain(value)}{scale}"
    value = _value(run)
    if value is None or value < _SMALLEST:
        return found.group()
    return _scaled(run, value)


def _value(run: str) -> Decimal | None:
    """What it is worth; None where it is a row of digits, a range, or said the short way."""
    in_a_row = len(run) > 1 and not any(sign in run for sign in "十百千万亿点")
    if in_a_row or _SHORT.search(run):
        return None
    return worth(run)


def _scaled(run: str, value: Decimal) -> str:
    for sign, scale in (("亿", _MOST), ("万", _MANY)):
        if sign in run and value * 100 % scale == 0:
            return f"{_plain(value / scale)}{sign}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
