"""How a report came about: who wrote how much of it, what was found, what it cost."""

from dataclasses import dataclass

from bot.report import Report, ReportBlock
from bot.writing.model.asking import Spent
from bot.writing.model.brief import length
from bot.writing.model.fault import Fault
from bot.writing.model.section import Draft
from bot.writing.model.written import Assembled


@dataclass(frozen=True, slots=True)
class SectionTally:
    """Who wrote a section's sentences, what was found in them, how long it came out and was to come out."""

    key: str
    name: str
    by_model: int
    by_plain: int
    by_hand: int
    found: tuple[Fault, ...]
    repaired: int
    length: int
    target: int
    bounds: tuple[int, int]
    """The fewest and the most characters that were asked for."""

    @property
    def is_off(self) -> bool:
        """Whether it came out shorter or longer than was asked for, also after the one repair."""
        return not self.bounds[0] <= self.length <= self.bounds[1]


@dataclass(frozen=True, slots=True)
class ModelReport:
    """A finished report, and the data for one honest line about how it came about."""

    report: Report
    sections: tuple[SectionTally, ...]
    spent: Spent
    frame: tuple[ReportBlock, ...]
    """Opening and conclusion as the model wrote them, under keys of their own; empty if it wrote none."""
    base: Report
    """The report without its sections, opening and conclusion."""
    shared_share: float
    """How much of the characters sent in first prompts is the same beginning of all of them."""

    @property
    def by_model(self) -> int:
        """Sentences of the model's."""
        return sum(section.by_model for section in self.sections)

    @property
    def by_plain(self) -> int:
        """Sentences of the plain writer's."""
        return sum(section.by_plain for section in self.sections)

    @property
    def found(self) -> int:
        """Faults found in what the model wrote at first."""
        return sum(len(section.found) for section in self.sections)

    @property
    def repaired(self) -> int:
        """Places that the model put right itself."""
        return sum(section.repaired for section in self.sections)


def tally_of(draft: Draft, assembled: Assembled) -> SectionTally:
    """Who wrote the sentences of a draft, as it was put together."""
    sentences = assembled.sentences()
    by_model = len(assembled.lines())
    by_hand = sum(one.by_hand for one in sentences)
    return SectionTally(
        key=draft.brief.key,
        name=draft.brief.name,
        by_model=by_model,
        by_plain=len(sentences) - by_model - by_hand,
        by_hand=by_hand,
        found=draft.found,
        repaired=draft.repaired,
        length=assembled.length,
        target=draft.brief.target,
        bounds=draft.brief.bounds,
    )


def tally_by_hand(block: ReportBlock) -> SectionTally:
    """Of an opening or conclusion that the person wrote: as long as they wanted it."""
    size = length(block.text)
    return SectionTally(
        block.section, block.section, 0, 0, len(block.sentences), (), 0, size, size, (size, size)
    )
