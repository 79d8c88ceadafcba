"""Chinese and Arabic numerals as Decimal."""

from __future__ import annotations

from decimal import Decimal

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
CHINESE = "".join(DIGITS) + "".join(TENS) + "万亿点半"


def parse_chinese(run: str) -> tuple[Decimal, Decimal | None] | None:
    """The value of a Chinese numeral; a second value for 三四十, 七八百. None when the run is no numeral.

    Understands 二〇二三 (a row of digits), 一千二 (1200, as it is spoken), 两万三, 十二点五 and 三亿二.
    """
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
    total, section, digit, last, zero = 0, 0, -1, 1, False
    for sign in run:
        if sign in DIGITS:
            if digit > 0:
                return None
            if DIGITS[sign]:
                digit = DIGITS[sign]
            else:
                zero = True
            continue
        if sign in TENS:
            section += (1 if digit < 0 else digit) * TENS[sign]
            last = TENS[sign]
        elif sign == "万":
            total += (section + max(digit, 0) or 1) * 10_000
            section, last = 0, 10_000
        elif sign == "亿":
            total = (total + section + max(digit, 0) or 1) * 100_000_000
            section, last = 0, 100_000_000
        else:
            return None
        digit, zero = -1, False
    if digit > 0:
        section += digit * (last // 10 if last > 10 and not zero else 1)
    return Decimal(total + section)
