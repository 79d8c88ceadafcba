"""A section put together: where each of its sentences comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from bot.report import ReportBlock, Sentence
from bot.writing.by_hand import ORDINAL
from bot.writing.model.brief import Slot, length
from bot.writing.model.lines import Line
from bot.writing.numbering import MOST_ITEMS, item_number


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of a finished section. `line` is the model's, None for the plain writer's, the person's."""

    sentence: Sentence
    line: Line | None = None
    by_hand: bool = False
    ordinal: bool = False
    """Whether it is one of several that are counted: 一是, 二是."""

    @classmethod
    def bare(cls, sentence: Sentence, *, by_hand: bool = False) -> Self:
        """One that is no model's, without the 一是 it begins with."""
        text = ORDINAL.sub("", sentence.text)
        return cls(Sentence(text, sentence.sources), by_hand=by_hand, ordinal=text != sentence.text)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A finished section: its blocks, and for each written paragraph where its sentences come from."""

    blocks: tuple[ReportBlock, ...]
    written: tuple[tuple[Slot, tuple[Written, ...]], ...]

    def sentences(self) -> list[Written]:
        """All sentences of the paragraphs that were to be written."""
        return [one for _, sentences in self.written for one in sentences]

    def lines(self) -> list[Line]:
        """The model's sentences that stand."""
        return [one.line for one in self.sentences() if one.line]

    @property
    def length(self) -> int:
        """Characters of what was to be written, without headings and fixed paragraphs."""
        return sum(length(one.sentence.text) for one in self.sentences())


def numbered(slot: Slot, sentences: Sequence[Written]) -> list[Sentence]:
    """一是, 二是 in order; none where only one is left, and the paragraph's own in front of a problem."""
    if slot.ordinal and sentences:
        first = sentences[0].sentence
        rest = [one.sentence for one in sentences[1:]]
        return [Sentence(slot.ordinal + first.text, first.sources), *rest]
    marked = sum(one.ordinal for one in sentences)
    out, number = [], 0
    for one in sentences:
        text = one.sentence.text
        if one.ordinal and 1 < marked <= MOST_ITEMS:
            number += 1
            text = item_number(number) + text
        out.append(Sentence(text, one.sentence.sources))
    return out
