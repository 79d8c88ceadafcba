"""Chinese and Arabic numerals: what they are worth, and how they are written."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.widths import levelled

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "两": 2, "俩": 2, "贰": 2, "三": 3, "仨": 3, "叁": 3,
    "四": 4, "肆": 4,
    "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
SCALES = {
    "": Decimal(1),
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "k": Decimal(1000),
    "K": Decimal(1000),
    "万": Decimal(10_000),
    "w": Decimal(10_000),
    "W": Decimal(10_000),
    "十万": Decimal(100_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "万亿": Decimal(1_000_000_000_000),
}
_IN_ROWS = "零〇○一二三四五六七八九"
_PLAIN, _ROUND = "零一二三四五六七八九", "〇一二三四五六七八九"
_IN_FIGURES = str.maketrans({sign: str(DIGITS[sign]) for sign in _IN_ROWS})
_SCALED = re.compile(r"(?P<value>\d+(?:\.\d+)?)(?P<scales>[十百千万亿]*)")


def digit(sign: str) -> int | None:
    """What one sign is worth, Chinese or Arabic: 两, 3, ３; None if it is no digit."""
    return int(sign) if len(sign) == 1 and sign.isdecimal() else DIGITS.get(sign)


def in_figures(text: str) -> str:
    """The text, of the same length, with rows of digits in figures of half width: 二〇二六年 as 2026年.

    Signs that stand in no row, such as 两, and tens and scales are left alone.
    """
    return levelled(text).translate(_IN_FIGURES)


def worth(figure: str) -> Decimal | None:
    """What a figure is worth, as people write and say it: 520, 五百二, 一万八千, 1.9万.

    None if it is no figure, or not one: 七八百.
    """
    if found := _SCALED.fullmatch(levelled(figure)):
        value = Decimal(found["value"])
        for scale in found["scales"]:
            value *= SCALES[scale]
        return value
    parsed = parse_chinese(figure)
    return parsed[0] if parsed is not None and parsed[1] is None else None


def number_of(run: str) -> int | None:
    """The value of a year, month or day as written: 2023, 二三, 十二, 廿五; None for what is none."""
    if run.isdecimal():
        return int(run)
    run = run.replace("廿", "二十").replace("卅", "三十")
    if len(run) == 2 and all(sign in DIGITS for sign in run):
        return DIGITS[run[0]] * 10 + DIGITS[run[1]]
    parsed = parse_chinese(run)
    return int(parsed[0]) if parsed is not None and parsed[1] is None else None


def parse_chinese(run: str) -> tuple[Decimal, Decimal | None] | None:
    """The value of a Chinese numeral; a second value for 三四十, 七八百. None when the run is no numeral.

    Understands 二〇二三 (a row of digits), 一千二 (1200, as it is spoken), 两万三, 十二点五 and 三亿二.
    """
    if (alone := DIGITS.get(run)) is not None:
        return Decimal(alone), None
    whole, dot, rest = run.partition("点")
    if dot:
        upto = parse_chinese(whole)
        if upto is None or upto[1] is not None or not rest or any(sign not in DIGITS for sign in rest):
            return None
        return upto[0] + Decimal("0." + "".join(str(DIGITS[sign]) for sign in rest)), None
    if not run or "半" in run:
        return None
    if all(sign in DIGITS for sign in run):
        return _row(run)
    for place in range(len(run) - 1):
        low, high = DIGITS.get(run[place]), DIGITS.get(run[place + 1])
        if low and high:
            if high != low + 1 and (low, high) != (3, 5):
                return None
            lower = _compose(run[: place + 1] + run[place + 2 :])
            upper = _compose(run[:place] + run[place + 1 :])
            return None if lower is None or upper is None else (lower, upper)
    value = _compose(run)
    return None if value is None else (value, None)


def _row(run: str) -> tuple[Decimal, Decimal | None] | None:
    if len(run) == 2 and 0 < DIGITS[run[0]] == DIGITS[run[1]] - 1:
        return Decimal(DIGITS[run[0]]), Decimal(DIGITS[run[1]])
    if len(run) == 2 and run == "三五":
        return Decimal(3), Decimal(5)
    if len(run) > 1 and len(run) < 4 and not any(sign in "零〇○" for sign in run):
        return None
    return Decimal("".join(str(DIGITS[sign]) for sign in run)), None


def _compose(run: str) -> Decimal | None:
    total, section, ones, last, zero = 0, 0, -1, 1, False
    for sign in run:
        if sign in DIGITS:
            if ones > 0:
                return None
            if DIGITS[sign]:
                ones = DIGITS[sign]
            else:
                zero = True
            continue
        if sign in TENS:
            if section and TENS[sign] >= last:
                return None
            section += (1 if ones < 0 else ones) * TENS[sign]
            last = TENS[sign]
        elif sign == "万":
            total += (section + max(ones, 0) or 1) * 10_000
            section, last = 0, 10_000
        elif sign == "亿":
            total = (total + section + max(ones, 0) or 1) * 100_000_000
            section, last = 0, 100_000_000
        else:
            return None
        ones, zero = -1, False
    if ones > 0:
        section += ones * (last // 10 if last > 10 and not zero else 1)
    return Decimal(total + section)


def chinese(number: int, digits: str = _PLAIN, units: str = "千百十") -> str:
    """1 to 9999 in Chinese numerals (十一, 一百零五); all others in figures."""
    if not 1 <= number <= 9999:
        return str(number)
    out = ""
    for place, unit in zip((1000, 100, 10, 1), (*units, ""), strict=True):
        times = number // place % 10
        if times:
            out += digits[times] + unit
        elif out and not out.endswith(digits[0]) and number % place:
            out += digits[0]
    return out[1:] if out.startswith("一十") else out


def in_row(figures: str) -> str:
    """The figures digit by digit, as years are written: 2026 as 二〇二六."""
    return "".join(_ROUND[int(sign)] for sign in figures)
