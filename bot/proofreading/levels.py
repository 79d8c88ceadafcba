"""Levels that are left out: 一、 with 1. below it, and short headings inside a paragraph without ordinals."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.proofreading.finding import Finding
from bot.proofreading.page import Line
from bot.proofreading.reading import Reading

_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_BARE = re.compile(r"[\u4e00-\u9fff“”]{4,11}。")
_COUNTED = re.compile(r"^[一二三四五六七八九十]+(?:是|要)|^第[一二三四五]|[首其再最][先次后]")
_UPON = re.compile(r"^[一二三四五六七八九十]、[^，。]{1,5}上，")
FEWEST_BARE = 2
FEWEST_HEADINGS = 3


def skipped(reading: Reading) -> Iterator[Finding]:
    """The first 1. that follows 一、 with no （一） anywhere between, once in a text."""
    above = 0
    middle = any(line.ordinal and line.ordinal.level == 2 for line in reading.page.lines)
    rule = "ordinals.level-skipped" if middle else "ordinals.level-left-out"
    for line in reading.page.lines:
        here = line.ordinal
        if here is None:
            continue
        if here.level == 3 and above == 1:
            yield reading.finding(rule, here.start, min(line.end, here.end + 8))
            return
        if here.level <= 2:
            above = here.level


def inside(reading: Reading) -> Iterator[Finding]:
    """（1） counted inside a paragraph that is itself a point of 一是、二是."""
    for line in reading.page.lines:
        for match in re.finditer(r"(?<=[。；：])[（(]1[)）]", line.text):
            if re.search("[一二三四五六七八九]是", line.text[: match.start()]):
                at = line.start + match.start()
                yield reading.finding("ordinals.level-inside", at, at + 3)


def bare(reading: Reading) -> Iterator[Finding]:
    """Headings without ordinals where other parts of the report have them."""
    lines = reading.page.lines
    counted = any(line.ordinal and line.ordinal.level > 1 for line in lines)
    for line in lines:
        if not line.is_body:
            continue
        sentences = list(_SENTENCE.finditer(line.text))
        heads = [one for one, after in pairwise(sentences) if _heads(one.group(), after.group())]
        first = bool(heads) and heads[0].start() == 0 and line.ordinal is None
        if len(heads) > FEWEST_BARE or (first and counted and reading.page.is_whole):
            one = heads[0] if first else heads[-1]
            yield reading.finding("ordinals.bare-heading", line.start + one.start(), line.start + one.end())


def _heads(sentence: str, after: str) -> bool:
    """Whether a short sentence without a count stands over a long one."""
    return (
        bool(_BARE.fullmatch(sentence))
        and len(after) > 20
        and not (_COUNTED.match(sentence) or _COUNTED.match(after))
    )


def alike(reading: Reading) -> Iterator[Finding]:
    """思想上，…… 工作上，…… and one heading that is built differently."""
    tops: list[Line] = [line for line, _ in reading.page.sections]
    same = [line for line in tops if _UPON.match(line.text)]
    others = [line for line in tops if not _UPON.match(line.text)]
    if len(same) >= FEWEST_HEADINGS and len(others) == 1:
        yield reading.finding("ordinals.heading-unlike", others[0].start, others[0].end)
