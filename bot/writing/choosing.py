"""Which sentences of a finished report stand for it in a shorter version, and what each needs beside it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.numerals import chinese
from bot.report import CONCLUSION, NOBODY, OPENING, BlockKind, Report, Sentence

FRAME = (NOBODY, OPENING, CONCLUSION)
"""What the blocks around the sections have for their section."""
_GAP = "【待补"
_FIGURE = re.compile(r"\d+(?:\.\d+)?[万亿]?(?:[\u4e00-\u9fff]|[%％])")
_WEIGHTY = re.compile(r"\d[万亿]|[%％]|第一|首[个次家]|[省市县]级|全[国省市县]|荣获|表彰|获评|群众")
_ORDINAL = re.compile(r"^[一二三四五六七八九十]{1,3}是[，：]?")
_NUMBER = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_LEANS_BACK = re.compile(
    r"这|[该其此但而也还又再]|上述|同时|对此|为此|因此|所以|究其|反思|没完|.{0,5}(?:原因|整改|改进|措施)"
)
"""How a sentence opens that cannot be understood without the one before it."""

Place = tuple[int, int]
"""A sentence by its block and its number within the block."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with all that it needs; `length` and `weight` are those of all of it."""

    places: tuple[Place, ...]
    section: str
    length: int
    weight: float


def units_of(report: Report, leaning: Collection[str]) -> Iterator[Unit]:
    """Every sentence of the sections that rests on notes and leaves nothing open, with what it needs.

    It needs the leads before it in its paragraph that end with a colon, and, where it leans on the sentence
    before it, that one: by its words, or because it answers one of the questions `leaning`.
    """
    for at, block in enumerate(report.blocks):
        if block.kind is not BlockKind.PARAGRAPH or block.section in FRAME:
            continue
        leads: list[Place] = []
        before: tuple[Place, ...] | None = ()
        for number, sentence in enumerate(block.sentences):
            bare = _ORDINAL.sub("", sentence.text.strip())
            if bare.endswith("：") and not sentence.sources:
                leads.append((at, number))
                continue
            needed: tuple[Place, ...] | None = tuple(leads)
            asked = {source.question for source in sentence.sources}
            if _LEANS_BACK.match(bare) or (asked and asked <= set(leaning)):
                needed = before
            if needed is None or _GAP in bare or not bare:
                before = None
                continue
            before = (*needed, (at, number))
            if sentence.sources:
                yield _unit(report, before, block.section)


def _unit(report: Report, places: tuple[Place, ...], section: str) -> Unit:
    """Results in figures and honours weigh more; of two alike the shorter one."""
    text = "".join(report.blocks[block].sentences[number].text for block, number in places)
    length = len("".join(text.split()))
    told = len(_FIGURE.findall(text)) + 2 * len(_WEIGHTY.findall(text))
    return Unit(places, section, length, (1 + told) / (40 + length))


def opening_of(report: Report) -> Iterator[Place]:
    """Who reports, and the sentence that leads to the sections."""
    first = next(((at, b) for at, b in enumerate(report.blocks) if b.kind is BlockKind.PARAGRAPH), None)
    if first is not None and first[1].section in FRAME:
        last = len(first[1].sentences) - 1
        yield from ((first[0], n) for n in (0, last) if _GAP not in first[1].sentences[n].text)


def closing_of(report: Report) -> Iterator[Place]:
    """The last sentence of the report."""
    paragraphs = [(at, b) for at, b in enumerate(report.blocks) if b.kind is BlockKind.PARAGRAPH]
    if len(paragraphs) > 1 and paragraphs[-1][1].section in FRAME:
        at, block = paragraphs[-1]
        yield at, len(block.sentences) - 1


def numbered(heading: str, number: int) -> str:
    """The heading with this number, if it had one."""
    return _NUMBER.sub(f"{chinese(number)}、", heading)


def spoken_alone(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without ordinals such as 一是; the last of them ends as a sentence does."""
    bare = [replace(one, text=_ORDINAL.sub("", one.text)) for one in sentences]
    last = bare[-1]
    return [*bare[:-1], replace(last, text=re.sub(r"[；，、]$", "。", last.text))]
