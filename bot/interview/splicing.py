"""A value put where a placeholder stood: nothing is said twice, and no doubt stays that the value settles."""

import re
from dataclasses import dataclass

from bot.interview.correction_words import EDGES
from bot.interview.figures import ABOUT, NUMBER
from bot.interview.told_anew import UNITS

NOT_KNOWN = (
    r"不知道|不清楚|不太清楚|记不清了?|记不得了?|记不住了?|想不起来了?|忘了|忘记了|不记得了?|说不准|没数过"
)
_HAN = r"[\u4e00-\u9fff]"
_CLAUSE_END = re.compile(r"[，。；、,;.!！?？：:\s]")
_FIRST = re.compile(r"(?:[^，,；;。]|(?<=\d)[,，](?=\d{3}))+")
_DOUBT = (
    rf"(?:我|也|还|都|真|有点|具体|准确|数字?|数据|多少|的|是)*(?:{NOT_KNOWN})"
    r"(?:是|有)?(?:多少|几[个次户])?(?:了|啊|呢|哦|吧)?"
)
_BEHIND = re.compile(
    rf"(?P<unit>[{UNITS}]{{0,3}})(?:{_DOUBT}|(?:左右|多)?[，,、\s（(]+{_DOUBT}[）)]?)(?=$|[，,。；;、\s])"
)
_UNIT = re.compile(rf"[{UNITS}]{{1,4}}")
_HEDGE_BEHIND = re.compile(r"(?:左右|上下|以上|以下|多|余|出头|不到)?[吧呢啊呀的]?$")
_NAMED = re.compile(
    rf"(?P<of>{_HAN}{{2,10}}?)(?:一共|总共|达到|[是有为共达])*(?P<figure>{ABOUT}?{NUMBER}.*)", re.DOTALL
)
_OWN_UNIT = re.compile(rf"{ABOUT}?{NUMBER}[多余来]?[{UNITS}]{{1,4}}(?:左右|上下|多)?[吧呢啊呀的]?")
_NUMERALS = "一二三四五六七八九十百千万亿两零"
_SCALES = "万亿千百"
_EMPTY = frozenset("是有了来的共一总出到达得下去")
_TELLS_APART = frozenset("年月日号村镇乡县市组")
"""What tells one figure of a clause from another: never left out."""


@dataclass(frozen=True, slots=True)
class Spliced:
    """The words in a placeholder's place, and how much before and behind it they say themselves."""

    words: str
    before: int
    behind: int


def spliced(ahead: str, value: str, behind: str) -> Spliced:
    """The value as it stands between what is `ahead` of the placeholder and what is `behind` it.

    Left out are words of the value that stand right in front, the unit behind it that the value brings, and
    words behind it that say it is not known (记不清了). Everything else that was typed stands.
    """
    clause = clause_before(ahead)
    words, before = _without_its_name(clause, value.strip(EDGES))
    found = _FIRST.match(words)
    head = found.group() if found else words
    tail = words[len(head) :]
    own = own_unit(head, behind) or _another_unit(head, behind)
    doubt = doubt_behind(behind)
    if doubt:
        told = _BEHIND.match(behind)
        unit = told["unit"][own:] if told else ""
        return Spliced(head + unit + tail, before, doubt)
    if tail and not own and (unit_behind := _UNIT.match(behind)):
        return Spliced(head + unit_behind.group() + tail, before, unit_behind.end())
    return Spliced(words, before, own)


def doubt_behind(behind: str) -> int:
    """How many characters behind a placeholder say that it is not known, with the unit in front of them."""
    found = _BEHIND.match(behind)
    return found.end() if found else 0


def clause_before(ahead: str) -> str:
    """What is said of a placeholder in its own clause."""
    return _CLAUSE_END.split(ahead)[-1]


def own_unit(value: str, behind: str) -> int:
    """How many characters behind the placeholder the value says itself: its unit and scale."""
    core = _HEDGE_BEHIND.sub("", value)
    after = re.match(r"[%％\u4e00-\u9fff]{0,4}", behind)
    near = after.group() if after else ""
    for length in range(len(near), 0, -1):
        for scale in (0, 1) if near[0] in _SCALES and length > 1 else (0,):
            if core.endswith((near[scale:length], near[scale:length] + "元")):
                return length
    return 0


def _another_unit(value: str, behind: str) -> int:
    """How long the unit is that a value with another unit replaces: 300米 for XX公里."""
    found = _UNIT.match(behind)
    if found is None or not _CLAUSE_END.match(behind[found.end() :] + " "):
        return 0
    return found.end() if _OWN_UNIT.fullmatch(value) else 0


def _says_again(words: str, clause: str) -> bool:
    """Whether words in front of a figure only tell anew what the clause tells: 查出来是 behind 查出隐患."""
    own = set(words) - _EMPTY
    return bool(own) and _TELLS_APART.isdisjoint(own) and own <= set(clause)


def _without_its_name(clause: str, value: str) -> tuple[str, int]:
    """The value without what the clause in front says already, or how much of the clause it says itself."""
    for size in range(min(len(clause), len(value) - 1), 0, -1):
        said = clause[-size:]
        if value.startswith(said) and re.fullmatch(rf"(?![{_NUMERALS}]){_HAN}+", said):
            return value[size:], 0
    found = _NAMED.fullmatch(value)
    if found and _says_again(found["of"], clause):
        return found["figure"], 0
    if found and len(clause) > 1 and found["of"].endswith(clause):
        return value, len(clause)
    return value, 0
