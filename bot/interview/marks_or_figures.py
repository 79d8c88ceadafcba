"""A decimal at the start of a list that may be the number of its first line: 1.5公里 above 2.修桥.

It is a decimal, because that is how 1.5公里 is read, until the person says that it is a number of the list.
"""

import re

from bot.interview.correction_words import EDGES
from bot.widths import levelled

_CONTINUOUS = r"(?:公里|千米|万|亿|吨|亩|米|小时|倍|公斤|斤|元)"
_DECIMAL = re.compile(rf"1\.(?P<rest>\d+{_CONTINUOUS})")
_ABOVE_A_SECOND = re.compile(rf"1\.\d+{_CONTINUOUS}[^\n]*\n\s*2[.、．](?!\d)")
_IS = r"(?:嗯|对)?[，,]?(?:这个?|前面的?)?(?:就?是|应该是)?(?:一?个)?"
_A_FIGURE = re.compile(rf"{_IS}(?:小数点?|数字?|不是编号)(?:[的吧啊呢哦])?")
_A_MARK = re.compile(rf"{_IS}(?:编号|序号|第一[条项个点]|不是小数)(?:连着数字?)?(?:[的吧啊呢哦])?")


def is_decimal(line: str) -> bool:
    """Whether a line begins with a decimal of something that is measured and not counted."""
    return _DECIMAL.match(line) is not None


def as_meant(note: str, said: str) -> str | None:
    """The note, where the words only say whether its 1.5 is a decimal; None where they say something else."""
    plain, words = levelled(note), levelled(said).strip(EDGES)
    found = _DECIMAL.match(plain)
    if found is None or _ABOVE_A_SECOND.match(plain) is None or len(plain) != len(note):
        return None
    if _A_FIGURE.fullmatch(words) or words in (found.group(), f"是{found.group()}"):
        return note
    is_mark = _A_MARK.fullmatch(words) or words in (found["rest"], f"是{found['rest']}")
    return f"1. {note[found.start('rest') :]}" if is_mark else None
