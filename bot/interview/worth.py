"""What a figure is worth, as people write and say it: 520, 五百二, 一万八千, 1.9万."""

import re

_SIGNS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ARABIC = re.compile(r"(\d+(?:[.．]\d+)?)([十百千万亿]*)")


def worth(figure: str) -> float | None:
    """What it is worth; None if it is no figure. What is left out behind a scale is meant: 五百二 is 520."""
    if found := _ARABIC.fullmatch(figure):
        value = float(found[1].replace("．", "."))
        for scale in found[2]:
            value *= _SCALES[scale]
        return value
    if not figure or any(sign not in _SIGNS and sign not in _SCALES for sign in figure):
        return None
    if not any(sign in _SCALES for sign in figure):
        return float("".join(str(_SIGNS[sign]) for sign in figure))
    return float(_spoken(figure))


def _spoken(figure: str) -> int:
    whole = part = digit = 0
    last = 1
    for at, sign in enumerate(figure):
        if sign in _SIGNS:
            digit = _SIGNS[sign]
            last = 1 if at and figure[at - 1] in "零〇" else last
            continue
        scale = _SCALES[sign]
        if scale >= _SCALES["万"]:
            whole, part = (whole + part + digit) * scale, 0
        else:
            part += (digit or 1) * scale
        digit, last = 0, scale
    return whole + part + digit * (last // 10 if last > 10 else 1)
