"""Names to be sealed: those the fact reader knows, the person's own, and what is built like a name."""

import re
from collections.abc import Iterable, Sequence

from bot.facts import FactKind, Lexicon, read
from bot.writing.model.book import NameWords

_LEVELS = re.compile(r"[^省市县区旗镇乡道]{1,6}?(?:自治县|街道|省|市|县|区|旗|镇|乡)")
_CJK = re.compile(r"[\u4e00-\u9fff]+")
_SMALL = frozenset(
    "的了在和与及对向为被把从到等就也都还又再是有没无不个我到去给跟里各全本该这那每其改修清查建包驻管完成好"
)
_BETWEEN = _SMALL - {"和"}
_COMPASS = frozenset("东西南北前后上下")
_VILLAGE = re.compile(r"([\u4e00-\u9fff])[\u4e00-\u9fff]?[沟湾岭坡塘庄屯寨桥河山洼坪坝店堡营冲垸]村")
SHORTEST, LONGEST = 2, 6


def names_in(texts: Sequence[str], own: Sequence[str], lexicon: Lexicon, words: NameWords) -> tuple[str, ...]:
    """Every name found, longest first; `own` are the person's name, place and unit as they gave them.

    A name nobody could know for one, built of ordinary words and without any usual ending, is not found.
    """
    found: set[str] = set()
    for text in own:
        found.update(part for part in (text, *_LEVELS.findall(text)) if len(part) >= SHORTEST)
        found.update(level[:-1] for level in _LEVELS.findall(text) if len(level) > SHORTEST)
    firms = _named_after(found, words)
    for text in texts:
        found.update(firm.group() for firm in firms.finditer(text) if not _BETWEEN & set(firm["own"]))
        for fact in read(text, lexicon):
            if fact.kind is FactKind.NAME and not _SMALL & set(fact.text):
                found.add(fact.text)
                before = text[fact.start - 1 : fact.start]
                if fact.unit == "村" and before in lexicon.strong_surnames:
                    found.add(before + fact.text)
                if len(fact.subject) >= SHORTEST and fact.subject not in lexicon.ordinary:
                    found.add(fact.subject)
        found.update(_built_like_names(text, lexicon, words))
        found.update(_people(text, lexicon))
    stems = {name[:-1] for name in found if name.endswith("村") and len(name) > SHORTEST}
    found |= {stem for stem in stems if stem not in lexicon.words}
    return tuple(sorted(found - set(words.public), key=lambda name: (-len(name), name)))


def _named_after(places: Iterable[str], words: NameWords) -> re.Pattern[str]:
    """A firm or site that has the person's own place in front: 石桥顺和加工厂."""
    front = "|".join(sorted(map(re.escape, places), key=len, reverse=True)) or "(?!)"
    endings = "|".join(re.escape(ending) for ending in words.name_endings if len(ending) > 1)
    return re.compile(f"(?:{front})(?P<own>[\\u4e00-\\u9fff]{{1,6}}?)(?:{endings})")


def _people(text: str, lexicon: Lexicon) -> Iterable[str]:
    """小韩, 老陈: a familiar name is one wherever it stands."""
    for found in re.finditer(r"[小老](?P<surname>[\u4e00-\u9fff])(?![\u4e00-\u9fff]{0,1}[业厂区村旧])", text):
        if found["surname"] in lexicon.strong_surnames and found.group() not in lexicon.ordinary:
            yield found.group()


def _built_like_names(text: str, lexicon: Lexicon, words: NameWords) -> Iterable[str]:
    """恒泽阀门, 石桥河, 北坡: a word nobody knows, with an ending that names take."""
    for found in _VILLAGE.finditer(text):
        if not _SMALL & set(found.group()):
            yield found.group()
    public = [
        (found.start(), found.end()) for word in words.public for found in re.finditer(re.escape(word), text)
    ]
    for ending in words.name_endings:
        for found in re.finditer(re.escape(ending), text):
            start = _begins(text, found.start(), lexicon)
            core, whole = text[start : found.start()], text[start : found.end()]
            known = {core, whole} & lexicon.words
            long_enough = len(core) >= SHORTEST or (len(ending) == 1 and core in _COMPASS)
            if (
                core
                and long_enough
                and not known
                and not any(a < found.end() and start < b for a, b in public)
            ):
                yield whole


def _begins(text: str, at: int, lexicon: Lexicon) -> int:
    """Where the unknown word in front of an ending begins."""
    start = at
    while (
        start > 0 and at - start < LONGEST and _CJK.match(text[start - 1]) and text[start - 1] not in _SMALL
    ):
        pair = text[start - 2 : start]
        if pair in lexicon.words or pair in lexicon.ordinary:
            break
        start -= 1
    return start
