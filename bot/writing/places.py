"""The places of a report: every sentence and line with a key that outlives a new writing.

The keys are those of `bot.interview.by_hand`. Running text of a section has the key `note:QUESTION:NOTE` of
the first note it rests on, which several sentences may share, or none.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.interview.by_hand import declared_key
from bot.interview.outline import Outline
from bot.report import CONCLUSION, NOBODY, OPENING, BlockKind, Report, ReportBlock, Sentence, Source
from bot.writing.numbering import unnumbered

AT = "at:"
"""Begins the name of a source that only tells which place a sentence stands in."""
_SENTENCES = re.compile(r"[^。]*。[”’』」）]*|[^。]+")
_KINDS = {BlockKind.TITLE, BlockKind.SALUTATION, BlockKind.SIGNATURE, BlockKind.DATE}


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence or line. `running` is text that is corrected in its section; else it is set by its key."""

    key: str
    section: str
    block: int
    sentence: Sentence
    running: bool


def marked(sentence: Sentence, key: str) -> Sentence:
    """The sentence, which keeps standing in that place whatever it reads."""
    mark = Source(AT + key)
    return sentence if mark in sentence.sources else replace(sentence, sources=(*sentence.sources, mark))


def place_of(sources: Iterable[Source]) -> str:
    """The place that one of these sources tells; nothing if none does."""
    return next((s.question.removeprefix(AT) for s in sources if s.question.startswith(AT)), "")


def places(report: Report, outline: Outline, declarations: Collection[str]) -> list[Place]:
    """Everything that can be read in the report, in order."""
    headings = {text: part.key for top in outline.sections for part in top.walk() for text in part.heading}
    found: list[Place] = []
    counted: dict[str, int] = {}
    for at, (block, role) in enumerate(zip(report.blocks, _roles(report.blocks), strict=True)):
        for sentence, key, running in _keyed(block, role, headings, declarations):
            name = key
            if key.startswith((OPENING, "declared:")):
                number = counted.get(key, 0)
                counted[key] = number + 1
                name = f"{key}{number}"
            mark = place_of(sentence.sources)
            section = block.section or (role if running else NOBODY)
            found.append(Place(mark or name, section, at, sentence, running and not mark))
    return found


def _roles(blocks: Sequence[ReportBlock]) -> list[str]:
    """Of each paragraph outside the sections whether it is opening, conclusion or the closing line."""
    roles = [NOBODY] * len(blocks)
    first = next((n for n, b in enumerate(blocks) if b.section or b.kind is BlockKind.HEADING), None)
    tail = []
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH and not block.section and not _is_added(block):
            if first is None or at < first:
                roles[at] = OPENING
            else:
                tail.append(at)
    for number, at in enumerate(tail):
        roles[at] = "closing" if number == len(tail) - 1 else CONCLUSION
    return roles


def _is_added(block: ReportBlock) -> bool:
    return any(place_of(sentence.sources).startswith("added:") for sentence in block.sentences)


def _keyed(
    block: ReportBlock, role: str, headings: dict[str, str], declarations: Collection[str]
) -> Iterator[tuple[Sentence, str, bool]]:
    """The sentences of a block, each with its key and whether it is running text."""
    if block.kind in _KINDS:
        yield _one(block), block.kind.value, False
    elif block.kind is BlockKind.HEADING:
        part = headings.get(unnumbered(block.text), "")
        yield _one(block), f"heading:{part}" if part else "", False
    elif role == "closing":
        yield _one(block), role, False
    elif role == OPENING:
        yield from _opening(block)
    elif role == CONCLUSION:
        yield from ((Sentence(part), "", True) for part in _SENTENCES.findall(block.text))
    else:
        for sentence in block.sentences:
            yield _of_section(sentence, declarations)


def _one(block: ReportBlock) -> Sentence:
    sources = dict.fromkeys(source for sentence in block.sentences for source in sentence.sources)
    return Sentence(block.text, tuple(sources))


def _opening(block: ReportBlock) -> Iterator[tuple[Sentence, str, bool]]:
    """The opening's sentences one by one; what rests on nothing among them is a model's."""
    for sentence in block.sentences:
        if sentence.sources or len(block.sentences) == 1:
            for part in [sentence.text] if place_of(sentence.sources) else _SENTENCES.findall(sentence.text):
                yield Sentence(part, sentence.sources), f"{OPENING}:", False
        else:
            yield from ((Sentence(part), "", True) for part in _SENTENCES.findall(sentence.text))


def _of_section(sentence: Sentence, declarations: Collection[str]) -> tuple[Sentence, str, bool]:
    declared = next((source for source in sentence.sources if source.question in declarations), None)
    if declared is not None:
        return sentence, declared_key(declared.question, declared.note)[:-1], False
    source = next((one for one in sentence.sources if not one.question.startswith(AT)), None)
    return sentence, f"note:{source.question}:{source.note}" if source else "", True
