"""The core of a name: what stands before 村 or 公司 and is neither empty nor generic (各村, 龙头企业)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon import Lexicon
from ..text.segmenting import ACTS

_EDGE = (
    "往的了在和与及对向为被把将由从到等至于并以即或让给请叫跟同按依据经随就也都还又再很更最其之是有没无不"
    ",。;:!?、()“”《》【】\n0123456789%-~·"
)
_LEVELS = frozenset("省市县区镇乡村")
_COUNTED = re.compile("[一二两三四五六七八九十百千万几多]+[家个]?")
_SIDES = frozenset("东西南北龙凤云青红白黄金银玉")
_LAND = frozenset("水林沟塘湖岭坪坝湾口桥岗坡河溪江泉井洲岩峰庄寨坳冲垭垸堰洞崖岔头")
LANDMARKS = frozenset(
    "湾畈岭坪坝沟坳屯寨垭塬洼冲塆垸圩埠峪峡洞崖坡梁滩堡溪河湖塘桥巷岩屿澳寺庙观庵洲岙墩嘴咀圳墟"
)
"""With which the names of villages end."""
NEVER_LAST = frozenset("属系待")
"""With which no name ends."""
_NEVER_NAMED = frozenset("变每各这那哪你我他她它们什么谁吗呢着")
"""Characters that no name has."""
_GOES = frozenset("住驻进入到回离赴合并迁归")
"""Who 住村 or 进村 goes to a village that is not named."""
_STRICT = re.compile(
    r"(?:大学|学院|医院|小学|中学|公司|集团|合作社|银行|研究院|研究所|纪念馆|博物馆|商会|协会)$"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the names of one phrase book are read by."""

    bodies: re.Pattern[str]
    people: re.Pattern[str]
    roles: re.Pattern[str]
    strip: re.Pattern[str]
    measure: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The endings, titles, roles and generic words of a lexicon as patterns."""
    surnames = "".join(sorted(lexicon.strong_surnames)) or "\n"
    titles = "|".join(map(re.escape, lexicon.person_titles))
    roles = "|".join(map(re.escape, lexicon.person_roles))
    endings = "|".join(map(re.escape, sorted({*lexicon.places, *lexicon.bodies}, key=len, reverse=True)))
    strip = "|".join(map(re.escape, lexicon.qualifiers))
    return Grammar(
        re.compile(rf"(?:{endings})(?!{'[委民干级情长容风务庄落寨口里内外部校医办习生村]'})"),
        re.compile(rf"(?P<given>[老小]?[{surnames}][\u4e00-\u9fff]{{0,2}}?)(?P<title>{titles})"),
        re.compile(rf"(?:{roles})[:(“]?(?P<given>[{surnames}][\u4e00-\u9fff]{{1,2}})"),
        re.compile(rf"(?:{strip})+"),
        re.compile(rf"(?<=\d)[万亿千百]*[多余]?(?:{lexicon.unit_words})?"),
    )


def start_of_core(text: str, end: int, lexicon: Lexicon, grammar: Grammar, strict: bool) -> int | None:
    """Where the core begins that ends before an ending of names; None if what stands there is no name."""
    start = end
    low = text.rfind("《", max(0, end - 40), end)
    if low >= 0 and text.find("》", low, end) < 0:
        return None
    while (
        start > 0
        and end - start < 7
        and text[start - 1] not in _EDGE
        and "\u4e00" <= text[start - 1] <= "\u9fff"
    ):
        start -= 1
    if measure := grammar.measure.match(text, start, end):
        start = measure.end()
    while (shorter := _strip(text, start, end, lexicon, grammar)) > start:
        if shorter >= end - 1 and text[end : end + 1] == "村" and is_place(text[end - 2 : end], lexicon):
            return end - 2
        start = shorter
    if (got := text.rfind("获", start + 1, end)) > 0:
        start = got + 1
    if text[start : start + 1] == "里" and text[start - 1 : start] in _LEVELS:
        start += 1
    core = text[start:end]
    if text[end : end + 1] == "村" and is_place(core[-2:], lexicon):
        return end - 2
    if core[:1] and core[0] in ACTS and not strict and core[:2] not in lexicon.vocabulary:
        return None
    if (
        _COUNTED.fullmatch(core)
        or "全部" in core
        or not _NEVER_NAMED.isdisjoint(core)
        or (not strict and core[-1:] in _GOES)
    ):
        return None
    if core[-1:] == text[end : end + 1]:
        return None  # 村村
    if end - start < 2 or core.endswith(lexicon.qualifiers) or core[-1] in "一二两三四五六七八九十几俩仨":
        return None
    if strict:
        return start
    return (
        None
        if core.rstrip("村镇乡")[-2:] in lexicon.ordinary_verbs
        or core[-2:] in lexicon.ordinary_verbs
        or core in lexicon.common_verbs
        or _is_ordinary(core, lexicon)
        else start
    )


def is_place(words: str, lexicon: Lexicon) -> bool:
    """Whether two characters before 村 name a landscape: 东岭, 桥头, 清水, but not 活山 of 盘活山村."""
    if len(words) != 2 or words in lexicon.plain_land or words in lexicon.ordinary_verbs or words[0] in ACTS:
        return False
    if words[0] in _EDGE or not "\u4e00" <= words[0] <= "\u9fff":
        return False
    if words[1] in "山农乡":
        return words[1] == "山" and words[0] in _SIDES
    return words[1] in _LAND or (
        words[0] in _SIDES and words[1] not in _GOES and words not in lexicon.vocabulary
    )


def is_strict(ending: str) -> bool:
    """Whether an ending always makes a name of what stands before it, even of an ordinary word: 农业大学."""
    return _STRICT.search(ending) is not None


def _strip(text: str, start: int, end: int, lexicon: Lexicon, grammar: Grammar) -> int:
    for size in (4, 3, 2):
        if start + size <= end and text[start : start + size] in lexicon.ordinary_verbs:
            return start + size
    generic = grammar.strip.match(text, start, end)
    return start if generic is None else generic.end()


def _is_ordinary(core: str, lexicon: Lexicon) -> bool:
    at = 0
    while at < len(core):
        size = next(
            (
                size
                for size in (4, 3, 2)
                if core[at : at + size] in lexicon.ordinary and at + size <= len(core)
            ),
            0,
        )
        if not size:
            return False
        at += size
    return True
