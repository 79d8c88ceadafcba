"""Whether words agree that one thing takes the place of another: 照这个改, 对的，改吧, 两条都留着.

They are told by what the whole message says: it is nothing but such words, in any order.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

LONGEST = 24
"""Characters beyond which nobody says only that."""
YES = frozenset({"对", "对的", "是", "是的", "没错", "确认", "yes", "y"})
NO = frozenset({"不是", "不是的", "否", "no", "n"})
"""What agrees and refuses whatever is asked, be it to be signed."""


def any_of(words: frozenset[str]) -> str:
    """A pattern for one of them, the longest that fits."""
    return "|".join(sorted(words, key=lambda one: (-len(one), one)))


class Consent(Enum):
    """What words say to the question whether one thing takes the place of another."""

    AGREES = auto()
    """Yes, to whatever was asked."""
    REFUSES = auto()
    REPLACES = auto()
    """That it is to be replaced; nothing else can be meant."""
    LEAVES_BOTH = auto()
    UNCLEAR = auto()
    """Both at once, that the old is to stand, or only that something is wrong: a button tells."""


_YES = rf"(?:{any_of(YES)}|嗯|恩|好|行|可以|没问题|正确|确实|同意|当然|要|能|成|印|ok)"
_NO = rf"(?:{any_of(NO)}|不行|不用|不必|不要(?!了)|不|算了)"
"""不要了 may mean the words themselves."""
_VERB = r"(?:替换|更正|纠正|订正|修改|更新|改正|改|换)"
_NEW = (
    r"(?:(?:这个|这样|这么|那样|这[条句一]+|那个|新的|后面(?:的|说的|那[个条句])|后[一来]?[个条句]?(?:说的)?|刚才(?:的|说的)|"
    r"上面(?:的|说的)?|[你您我]?说的|现在(?:的|这个)|最新的)(?:数字|数据|数)?)"
)
_OLD = r"(?:原来|原先|以前|先前|前面|前一?[个条句]|旧|老)(?:的|说的|那[个条句])?(?:数字|数据|数)?"
_MANY = r"(?:两[条个句处]?|[三几]?[条个句处]|全部?|统统|一起)"
_LEFT = r"(?:留着|留下|保留|留)"
_STANDS = r"(?:写上|写进去|写|算|要|记)"
_NOT = r"(?:不用|不要|不必|无需|不需要|先不|先别|别|不)"
_SOFT = r"(?:就|那么?|请|麻烦|帮我|给我|替我|我|你|您|都|也|还是|应该|直接|先|再|把它|要|得|应当)"
_TAIL = r"(?:了吧|[的吧啊呀哦嘞滴了哈呢呗嘛])"

_KEEP_OLD = rf"{_SOFT}*(?:按照?|照着?|用|以|留|保留|还是)?{_OLD}(?:为准|来|写|算|记|对)?"
_KEEP_BOTH = (
    rf"(?:{_SOFT}|{_MANY})*(?:{_NOT}{_VERB}(?:掉|了|它)?|(?:{_MANY}|都|全)*{_LEFT}|{_MANY}?[都全]{_STANDS}|都不[是对]|{_MANY}都[是对]|"
    rf"不是(?:要)?{_VERB}|(?:不是一|是?两)[回码]事)"
)
_REPLACE = (
    rf"(?:{_SOFT}|{_MANY})*(?:(?:按照?|照着?|用|拿|以)?{_NEW}?{_MANY}?(?:都|全)*{_VERB}(?:{_VERB}|一{_VERB})?(?:掉|过来|过去|一下|好|上)?"
    rf"(?:成?{_NEW})?(?:来|写|记|算)?|(?:按照?|照着?|用|以){_NEW}(?:为准|来|写|记|算|办)?|照办|按此办?)"
)
_PIECE = re.compile(
    rf"(?:(?P<both>{_KEEP_BOTH})|(?P<replace>{_REPLACE})|(?P<old>{_KEEP_OLD}|不对|错)|(?P<yes>{_YES})|(?P<no>{_NO})|(?P<as_it_is>就这样)){_TAIL}*"
)
_MARKS = re.compile(r"[\W_]+")
_BECOMES = r"(?:(?:改|换|更正|记|写)?(?:成|为)|就?是|应该是)?"


def consents(text: str, new: Sequence[str]) -> Consent | None:
    """What these words say to it; None if they say something else.

    `new` are the words that would come in: 改成10次 agrees where 10次 is one of them, and the only one.
    """
    said = text.strip().lower()
    if len(set(new)) == 1 and new[0]:
        said = re.sub(rf"{_BECOMES}{re.escape(new[0].lower())}", "改", said, count=1)
    found = _pieces(said) if len(said) <= LONGEST else None
    if found is None:
        return None
    replaces, leaves = "replace" in found, "both" in found
    if "old" in found or (replaces and (leaves or "no" in found)) or ("yes" in found and "no" in found):
        return Consent.UNCLEAR
    if replaces:
        return Consent.REPLACES
    if leaves:
        return Consent.LEAVES_BOTH
    if "yes" in found:
        return Consent.AGREES
    return Consent.REFUSES if found else None


def _pieces(said: str) -> set[str] | None:
    """The kinds of pieces that the words consist of; None if there is anything else in them."""
    kinds: set[str] = set()
    for words in _MARKS.split(said):
        at = 0
        while at < len(words):
            piece = _PIECE.match(words, at)
            if piece is None:
                return None
            kinds |= {kind for kind, found in piece.groupdict().items() if found}
            at = piece.end()
    return kinds
