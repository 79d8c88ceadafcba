"""A finished report as a value: blocks in reading order, each sentence with the notes it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

NOBODY = ""
OPENING, CONCLUSION = "opening", "conclusion"
"""What blocks outside the outline's sections have for their section."""


class BlockKind(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    SALUTATION = "salutation"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SIGNATURE = "signature"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Source:
    """A note (by its event's number) to a question; note None is a choice or a declaration."""

    question: str
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Text that ends where a sentence ends, and what it rests on; words of ours rest on nothing."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportBlock:
    """One line or paragraph. `level` counts headings from 1; `section` is the key of the section."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    level: int = 0
    section: str = NOBODY

    @property
    def text(self) -> str:
        """The block's words, without indents."""
        return "".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `omitted` names the sections nobody said anything for."""

    title: str
    blocks: tuple[ReportBlock, ...]
    omitted: tuple[str, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in reading order."""
        for block in self.blocks:
            yield from block.sentences

    def without_sections(self) -> "Report":
        """What stands around the sections, opening and conclusion: to put others into."""
        return replace(self, blocks=tuple(block for block in self.blocks if not block.section))

    @property
    def length(self) -> int:
        """Non-blank characters, as lengths are counted everywhere here."""
        return sum(len("".join(block.text.split())) for block in self.blocks)
