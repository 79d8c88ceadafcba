"""A fact as the fact sheet shows it: the words of it whole, where the reader needs only a part of them."""

import re

from bot.facts import Fact, FactKind, Lexicon

_PARTICLES = re.compile(r"[吧呢啊呀啦哦嘛哈]+$")
_WEEKDAY = "[一二三四五六日天](?![次个回场期遍趟篇])"
_BEHIND = {
    "周": re.compile(rf"{_WEEKDAY}(?:[、和]?(?:周|星期|礼拜)?{_WEEKDAY})*"),
    "月": re.compile(r"[底末初]|[上中下]旬"),
    "度": re.compile("[末初]"),
    "年": re.compile("[底末初]"),
}
"""What goes on with a period: 每周一, 每月底, 每季度末."""
_BEHIND["期"] = _BEHIND["拜"] = _BEHIND["周"]
_HELD = re.compile(r"(?:现任|担任|曾任|时任|作为|任|系)+")
_AWARDED = re.compile(
    r"(?:评为|评上|评选为|授予|命名为|确定为|获得|荣获|获评|获|拿了|得了)了?(?:过|个)?(?=[^，。；、：？！“”《》\n]*$)"
)
_LONGEST_HONOUR = 30
_DAY = re.compile("[号日]")
_SIDES = "东西南北大小老前后"
_BEFORE_UP = re.compile("[包联到在、和与及往]$")
"""上 and 下 in front of a village are a part of its name there; else somebody may go 下村."""


def whole(fact: Fact, text: str, lexicon: Lexicon) -> str:
    """The fact's words in the text it was read from, with what is cut off of a day, a name or a word.

    Particles behind a figure are left out.
    """
    start, end = fact.start, fact.end
    if fact.kind is FactKind.NAME:
        start = _beginning(text, start, lexicon)
        if (held := _HELD.match(text, start, end)) and held.end() < end:
            start = held.end()
    elif fact.kind is FactKind.HONOUR:
        start = _of_honour(text, start)
    elif fact.kind is FactKind.DATE:
        end = _end(text, start, end)
    shown = text[start:end]
    return _PARTICLES.sub("", shown) if fact.is_number else shown


def _of_honour(text: str, start: int) -> int:
    """Where the words of an honour begin: right behind 评为 and its like, where they stand in that clause."""
    found = _AWARDED.search(text, max(0, start - _LONGEST_HONOUR), start)
    return found.end() if found else start


def _beginning(text: str, start: int, lexicon: Lexicon) -> int:
    """Where a name begins that was cut inside a word, or behind the side that tells it from another."""
    if start and text[start - 1 : start + 1] in lexicon.vocabulary:
        return start - 1
    before = text[start - 1 : start]
    if before and before in _SIDES and text[start - 2 : start] not in lexicon.vocabulary:
        return start - 1
    return start - 1 if before and before in "上下" and _BEFORE_UP.search(text[: start - 1]) else start


def _end(text: str, start: int, end: int) -> int:
    last = text[end - 1]
    goes_on = _DAY if last.isdecimal() else _BEHIND.get(last) if text[start] == "每" else None
    found = goes_on.match(text, end) if goes_on else None
    return found.end() if found else end
