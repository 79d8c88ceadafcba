"""Which of several figures somebody means who types it instead of pressing: 存栏那个, 第二处, 改8次的."""

import re

from bot.interview.corrected_note import Correction
from bot.interview.correction_words import EDGES, told
from bot.interview.corrections import Correcting
from bot.interview.figures import figures, likeness, unitless
from bot.numerals import digit
from bot.widths import levelled

LONGEST = 20
NAMES_IT = 3
"""How well words must name what a figure is said of."""

_BEFORE = re.compile(
    r"(?:嗯|对|哦|噢)?[，,、\s]*(?:我?(?:说的|指的|要改的|想改的|错的)?(?:应该)?就?是|更正|纠正|换掉?|改掉?|要改|把|指|选|那就|就)+"
)
_BEHIND = re.compile(
    r"(?:(?:的|说|写|算)?(?:错了?|不对)|的?[那这](?:一)?[个条句处项块里儿边]?(?:数字|数据|数目|数)?|的?(?:数字|数据|数目|数)|[改换](?:掉|了|过来|一下)?|[的吧啊呀哦呢了])+"
)
_NUMBERED = re.compile(r"第(?P<nth>[1-9一二三四五])?[个处条项]?|(?P<last>最后|末尾|末了)(?:一?[个处条项])?")


def which(asked: Correcting, text: str) -> list[int]:
    """The ways that these words may name, by number; none if they say something else."""
    plain = levelled(text).strip(EDGES)
    if len(plain) > LONGEST or told(plain) is not None:
        return []
    named = _bare(plain)
    if len(named) < 2 and not named.isdecimal():
        return []
    numbered = _NUMBERED.fullmatch(named)
    if numbered and (numbered["nth"] or numbered["last"]):
        number = digit(numbered["nth"]) if numbered["nth"] else len(asked.ways)
        return [number - 1] if number is not None and number <= len(asked.ways) else []
    likenesses = [_likeness(asked, one, named) for one in asked.ways]
    most = max(likenesses)
    return [at for at, alike in enumerate(likenesses) if alike == most] if most >= NAMES_IT else []


def _bare(plain: str) -> str:
    """The words without what only points: 存栏 of 我说的是存栏那个."""
    lead = _BEFORE.match(plain)
    named = plain[lead.end() :] if lead else plain
    while (behind := re.search(rf"{_BEHIND.pattern}$", named)) and behind.start() > 0:
        named = named[: behind.start()]
    return named.strip(EDGES)


def _likeness(asked: Correcting, one: Correction, named: str) -> int:
    """How well the words name the figure, or the words, that would be replaced."""
    old = levelled(one.way.old)
    if named == old or (named.isdecimal() and old.startswith(named)):
        return NAMES_IT + 10
    note, meant = levelled(one.before.reading), told(asked.note.text)
    if meant is None or meant.value is None:
        return NAMES_IT * (named in (old or note))
    said = sorted((*figures(note, meant.value.unit), *unitless(note)), key=lambda found: found.start)
    place = next((found for found in said if found.start >= one.way.at), None)
    if place is None:
        return 0
    if named == note[: place.end].rpartition("，")[2]:
        return NAMES_IT + 10
    return likeness(named, place, (one.question.label, one.question.topic))
