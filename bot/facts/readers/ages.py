"""Ages told without their unit: 他孙子，二十三."""

from __future__ import annotations

import re

from .pseudo_numbers import ends_clause

OLDEST = 110
_KIN = re.compile(
    "(?:[孙儿妻爹妈奶爷弟妹姐哥侄媳婿]子?|父亲|母亲|老[伴汉]|闺女|孩子|(?<![其罚给欠借还奖赔补付发扣])[他她]|(?<![\u4e00-\u9fff])老[\u4e00-\u9fff])"
    "(?P<sure>,?(?:今年|才|都|已经|刚|快)+|,)?$"
)
"""Behind whom a bare number is an age: 他孙子，二十三, 老葛七十三了; but 罚他五十 is money."""
_LEAD = 10


def is_age(text: str, start: int, end: int) -> bool:
    """Whether a number without a unit tells how old somebody is."""
    is_reached = text[end : end + 1] == "了"
    if not (is_reached or ends_clause(text, end)):
        return False
    whose = _KIN.search(text, max(0, start - _LEAD), start)
    return whose is not None and (is_reached or bool(whose["sure"]))
