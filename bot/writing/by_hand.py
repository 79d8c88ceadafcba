"""Sentences that the person corrects by hand, and what of a finished section they may correct."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.report import BlockKind, ReportBlock, Sentence, Source

ORDINAL = re.compile(r"^[一二三四五六七八九十]{1,2}是[，：]?")
_ENDS = "。！？…"


@dataclass(frozen=True, slots=True)
class Correctable:
    """One sentence of a section, by its place: block and sentence."""

    block: int
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A section after a correction by hand.

    `own` are the corrected sentence and those that tell of the same notes, to be kept as they are from now
    on; a `lead`, which rests on no note, stands `beside` one instead, before or `behind` what is told of it.
    """

    blocks: tuple[ReportBlock, ...]
    own: tuple[Sentence, ...]
    lead: str = ""
    beside: Source | None = None
    behind: bool = False


def correctable(blocks: Sequence[ReportBlock], fixed: Collection[str]) -> list[Correctable]:
    """The sentences of the paragraphs, without those that rest on the questions `fixed`: declarations."""
    return [
        Correctable(at, number, sentence.text)
        for at, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH
        for number, sentence in enumerate(block.sentences)
        if sentence.text.strip() and not any(source.question in fixed for source in sentence.sources)
    ]


def corrected(blocks: Sequence[ReportBlock], place: Correctable, text: str) -> Corrected:
    """The section with the sentence at that place reading `text`, the person's words, ended by a stop.

    Without words the sentence is gone, and so is what it rests on.
    """
    block = blocks[place.block]
    old = block.sentences[place.sentence]
    mine = Sentence(closed(text, old.text) if text.strip() else "", old.sources)
    sentences = list(block.sentences)
    sentences[place.sentence] = mine
    changed = list(blocks)
    changed[place.block] = replace(block, sentences=tuple(sentences))
    if mine.sources:
        return Corrected(without_blanks(changed), tuple(_together(changed, mine)))
    start = end = place.sentence
    while start and not sentences[start - 1].sources:
        start -= 1
    while end + 1 < len(sentences) and not sentences[end + 1].sources:
        end += 1
    lead = "".join(sentence.text for sentence in sentences[start : end + 1])
    if end + 1 < len(sentences):
        return Corrected(without_blanks(changed), (), lead, sentences[end + 1].sources[0])
    if start:
        return Corrected(without_blanks(changed), (), lead, sentences[start - 1].sources[-1], behind=True)
    return Corrected(without_blanks(changed), (), lead)


def without_blanks(blocks: Sequence[ReportBlock]) -> tuple[ReportBlock, ...]:
    """The blocks without sentences that were taken out, and without paragraphs where nothing is left."""
    kept = (replace(b, sentences=tuple(s for s in b.sentences if s.text)) for b in blocks)
    return tuple(block for block in kept if block.sentences)


def closed(text: str, old: str) -> str:
    """One line, with the ordinal of the sentence that it replaces, ended where it has no end."""
    line = "".join(text.split("\n")).strip()
    ordinal = ORDINAL.match(old)
    if ordinal and not ORDINAL.match(line):
        line = ordinal.group() + line
    return line if line[-1:] in _ENDS else line.rstrip("，；、,;.") + "。"


def _together(blocks: Sequence[ReportBlock], mine: Sentence) -> Iterator[Sentence]:
    """This sentence and all that share notes with it, over any number of steps, in reading order."""
    every = [s for block in blocks if block.kind is BlockKind.PARAGRAPH for s in block.sentences if s.sources]
    sources = set(mine.sources)
    while True:
        more = sources.union(*(s.sources for s in every if not sources.isdisjoint(s.sources)))
        if more == sources:
            break
        sources = more
    yield from (s for s in every if not sources.isdisjoint(s.sources))
