"""Words typed where kinds of report are offered that only speak of the choice: 7, 我想写述职报告."""

import re
from collections.abc import Iterable

from bot.interview.talk import is_talk

LONGEST = 16
"""Characters beyond which somebody tells more than what they want to write."""

_MARKS = re.compile(r"[\W_]+")
_WISH = re.compile(
    r"我们?|[您你]|[是想要写做弄选来帮给请这个份篇种吧啊呀的]|一[个份篇种]|述[职德廉]|报告|材料|总结|[分主]?管|负责|年度"
)
"""What is said around the name of a kind."""
_ASKS = re.compile(r"述[职德廉责]|报告|材料|总结|[选写哪]")
_TELLS = re.compile(
    r"\d|[一二三四五六七八九十百千万两几多][次个件户亩人条场天篇项座家处起公名]|[了过]|完成|开展|没|不|%|％"
)
"""What tells of something that was done."""
_ONE_OF = re.compile(r"第[\d一二三四五六七八九十]+[个份篇种项]?|一[个份篇种项]")
_PAIR = 2


def without_wish(text: str) -> str:
    """What is left of the words without those that only say that somebody wants to write one."""
    return _WISH.sub("", _MARKS.sub("", text))


def tells(text: str) -> bool:
    """Whether words tell of something that was done, or that counts: 今年修了3条路."""
    return _TELLS.search(_ONE_OF.sub("", _MARKS.sub("", text))) is not None


def is_about_choosing(text: str, kinds: Iterable[str]) -> bool:
    """Whether words only speak of which of these kinds is to be written, whether or not they fit one.

    They are a bare number, or short, tell of nothing that was done, and say that they are about writing or
    share words with a kind.
    """
    said = _MARKS.sub("", text)
    if not said or said.isdecimal() or is_talk(text):
        return True
    if len(said) > LONGEST or tells(text):
        return False
    pairs = {said[at : at + _PAIR] for at in range(len(said) - 1)}
    return _ASKS.search(said) is not None or any(pair in kind for kind in kinds for pair in pairs)
