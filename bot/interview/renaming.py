"""Words in the place of words: 地点说错了，是双沟村 where a note tells of 双河村; 双河村写错了，是双沟村."""

import re

from bot.interview.correction_words import Told
from bot.interview.figures import WHOLE_NAME
from bot.interview.way import MOST_WAYS, Way
from bot.widths import levelled

LONGEST_NAME = 20
_NUMERAL = r"[\d〇一二三四五六七八九十]+"
_DATE = re.compile(rf"(?:{_NUMERAL}年)?{_NUMERAL}月(?:{_NUMERAL}[日号])?|{_NUMERAL}[日号]|{_NUMERAL}年")
_FEWEST = 2
_KINDS = frozenset("村镇乡县路河桥校厂社区站坝山组湾沟寨坪岭塘库园店司部局办会所院场户法案奖赛")
"""What names of one kind end in."""
_NO_NAME = frozenset("我你他她它这那各全本每某在到给把了的和与个是有为去从向对跟又也还没不")
"""Characters that tell that words are not one name."""


def renamed(before: str, meant: Told) -> tuple[Way, ...]:
    """The note with the right words where what was named stands, or what is most like them; a way each.

    Alike are words of the same length that end in the same kind (双河村, 双沟村), or begin alike and share
    half of their characters (王志强, 王志刚); a date is like any other. Nothing if a figure is corrected.
    """
    old, right = levelled(before), meant.rest
    if len(old) != len(before) or meant.value is not None or not (meant.wrong and meant.named):
        return ()
    if not _FEWEST <= len(right) <= LONGEST_NAME or right in old:
        return ()
    if len(meant.of) >= _FEWEST and meant.of in old:
        at, last = old.index(meant.of), old.rindex(meant.of)
        text = old.replace(meant.of, right)
        return (Way(text, meant.of, right, at, before[last + len(meant.of) :], WHOLE_NAME),)
    if _DATE.fullmatch(right):
        likenesses = {found.span(): 1 for found in _DATE.finditer(old)}
    else:
        spans = ((at, at + len(right)) for at in range(len(old) - len(right) + 1))
        likenesses = {(start, end): _likeness(old[start:end], right) for start, end in spans}
    most = max(likenesses.values(), default=0)
    places = [span for span, alike in likenesses.items() if alike == most > 0]
    return tuple(
        Way(before[:start] + right + before[end:], before[start:end], right, start, before[end:], most)
        for start, end in places[:MOST_WAYS]
    )


def _likeness(words: str, right: str) -> int:
    """How many characters stand in the same places; 0 if the words are not of one kind."""
    if words == right or not all("\u3400" <= sign <= "\u9fff" for sign in words + right):
        return 0
    same = sum(one == other for one, other in zip(words, right, strict=True))
    of_a_kind = words[-1] == right[-1] and words[-1] in _KINDS and _NO_NAME.isdisjoint(words)
    alike = words[0] == right[0] and same * 2 >= len(right)
    return same if of_a_kind or alike else 0
