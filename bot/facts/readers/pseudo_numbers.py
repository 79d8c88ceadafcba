"""What looks like a number and is none: list marks, parts of words, and counts that are only style."""

from __future__ import annotations

import re

from bot.numerals import digit

from ..fact import Fact
from ..lexicon import Lexicon
from ..text.spans import Claims
from .hedging import BARE

_END = re.compile(r"[,。;、!?)\n]|$")
_APP = re.compile("[A-Za-z]{3}$")
_CHAPTER = re.compile(r"\d\.\d")
_MARKING = frozenset("、.)")
_CLASSES = re.compile(r"(?<![A-Za-z\d])A\d+[、,;/]?B\d+(?:[、,;/]?C\d+)?(?:[、,;/]?D\d+)?(?![\dA-Za-z])")
"""How many there are of each class: A 38、B 101."""
_CENTS = re.compile(r"[高低涨跌降贵多少掉][了出]?[一两二三四五六七八九]分(?:[,。;]|\n|$)|分多?钱")
_LASTED = re.compile(
    r"(?:[办用花搞学训练停封关蹲待住驻延拖等干修跑守帮治养盯晒排播教开][了满足]|[为历工定学]期|[历用耗]时|停[工产课业运]|[足整封]|[跟试]班|[训练]|学习?|[共满近约提早晚迟])[共计约近满]?$"
)
"""Before 四周, which else is what lies around."""
_NUMBERED = re.compile(
    "(?:第|(?<![第分共编有各这那哪几十百千万])(?<![分编组划结改变]成))(?P<number>[一二三四五六七八九])"
    "(?P<of>组(?![长员织建合装团])|队(?![长员伍])|社(?![会区保员长])|班(?![长子组级车次主])|期(?![限间望满货末中])|支部(?!书记))"
)
_COUNTED_BY = re.compile("[一二三四五六七八九][组队社班期支]")
"""Every such name has such a pair."""
_DIGITS_OF_A_PHONE = 11
_PHONE = re.compile(r"1[3-9]\d{9}")
_ADVERBS = frozenset("点些下直般样旦致律再向定切")
"""What makes an adverb of 一, or leaves how much open: 慢一点, 看一下."""
_OF_CHENG = frozenset("为立就果功长效员熟型都分人")
"""What makes a word of 成 rather than a tenth: 三成功, 正月十五成立."""
_LEVELS, _DIGITS = frozenset("省市州县区"), frozenset("一二三四五六七八九")
"""市三院 is the third hospital of the city."""
_AFTER_ONE = frozenset(
    "直般些个共样起旦时度年月天次户家人名半块边种批条方部定切致律同举项场片系再并道带把位套口份斤吨亩桶袋瓶盒张棵株只头匹件"
)
"""What makes a word of 一 rather than a last digit: 三成一直, but 六成一提到七成."""


def numbered(text: str) -> list[re.Match[str]]:
    """一组 and 二组, 一队 and 三队: names, where a text calls several of a kind by their numbers."""
    found = list(_NUMBERED.finditer(text)) if _COUNTED_BY.search(text) else []
    kinds = {(one["of"], one["number"]) for one in found}
    return [one for one in found if sum(of == one["of"] for of, _ in kinds) > 1]


def is_word(text: str, found: re.Match[str], claims: Claims) -> bool:
    """Whether a match of the number pattern belongs to a word, an identifier or a list mark."""
    number, unit, scale = found.group("number", "unit", "scale")
    start, end = found.span("number") if number else found.span()
    before, after = text[start - 1] if start else "\n", text[end : end + 2]
    if after[:1] == "." and _CHAPTER.fullmatch(text, start, end):
        return True
    if end - start == _DIGITS_OF_A_PHONE and not unit and _PHONE.fullmatch(text, start, end):
        return True
    unit_end = found.end("unit") if unit else end
    if unit == "年" and text[unit_end : unit_end + 1] == "级":
        return True
    if unit == "周" and number == "四" and not _LASTED.search(text, max(0, start - 4), start):
        return True
    if start and claims.in_word(start - 1, end):
        return True
    if before in _LEVELS and number in _DIGITS and text[end : end + 1] == "院":
        return True
    if claims.touches(start, min(start + 1, end)) or claims.in_word(start, unit_end) or before == "第":
        return True
    if before in "ABCD" and _CLASSES.search(text, max(0, start - 16), end + 16):
        return False
    if before.isascii():
        if before.isalpha():
            return not ((unit or scale) and _APP.search(text, max(0, start - 4), start))
        if before in "._#/+&":
            return before not in "/+"
    if number == "一" and not unit and after[:1] in _ADVERBS:
        return True
    if number and text[start].isdigit():
        if after[:1] == "#" and not unit:
            return True
        if after[:1] in _MARKING and _is_list_mark(text, start, number, after):
            return True
        return after[:1].isascii() and after[:1].isalpha() and not scale and not unit
    return False


def _is_list_mark(text: str, start: int, number: str, after: str) -> bool:
    """Whether 1) or (2) or 3、 only orders what follows."""
    before = text[start - 1] if start else "\n"
    closes = text.rfind("(", 0, start) <= text.rfind(")", 0, start)
    if after[0] == ")" and len(number) == 1 and closes and before not in "、~-到至":
        return True
    opens = before in "\n。;:!?" or (before in "(" and (start < 2 or text[start - 2] in "\n。;:!?,"))
    return opens and not after[1:].isdigit() and len(number) < 3


def one_digit(text: str, at: int) -> int | None:
    """The single digit at a place: 七块2, 九成二."""
    sign, after = text[at : at + 1], text[at + 1 : at + 2]
    if sign == "一" and after in _AFTER_ONE:
        return None
    if after.isdecimal() or (
        after and after in "十百千万亿块毛角元度斤个户家人次.%名项方斤亩米吨度条件处台公里年月天岁"
    ):
        return None
    return digit(sign)


def ends_clause(text: str, at: int) -> bool:
    """Whether nothing more is said there: 走访近百。 is a number without its unit, 近百姓 is none."""
    return _END.match(text, at) is not None


def is_meant(text: str, written: str, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a spelled number is meant as one: 三个村 is, 三个方面 is not."""
    if not fact.unit:
        return (
            (fact.value or 0) >= 10_000
            or (len(written) > 1 and any(sign in "十百千万亿" for sign in written))
            or "点" in written
            or (written in BARE and ends_clause(text, fact.end))
        )
    if fact.unit == "成" and not fact.hedge and text[fact.end : fact.end + 1] in _OF_CHENG:
        return False
    if (
        fact.unit in {"级", "面", "道", "把", "样", "层", "门", "度", "节", "方", "平", "克", "里", "分"}
        and len(written) == 1
        and not fact.hedge
    ):
        if fact.unit == "分" and _CENTS.search(text, max(0, fact.start - 3), fact.end + 2):
            return True
        if fact.unit in {"样", "度", "把", "方", "平", "克", "分"}:
            return False
    rest = text[fact.end : fact.end + 5].lstrip("大")
    return not rest.startswith(lexicon.rhetorical)
