"""Where the sentences of a report stand in its text, and which of them the person may correct."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.assistant.edition import Edition
from bot.assistant.section_versions import SectionVersion
from bot.assistant.view_names import MEND
from bot.interview.state import DraftState
from bot.report import OPENING, Report, Source
from bot.writing.by_hand import Correctable, correctable

if TYPE_CHECKING:
    from bot.proofreading import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in the text: from where to where, what it rests on, and which one it is in the edition."""

    start: int
    end: int
    sources: tuple[Source, ...]
    version: SectionVersion | None = None
    line: Correctable | None = None
    number: int = 0
    """Which of the sentences that may be corrected it is."""

    @property
    def view(self) -> str:
        """The view that asks for this sentence anew; empty if there is none."""
        if self.version is None:
            return ""
        return f"{MEND}:{self.version.section}:{self.version.id}:{self.number}"

    def question(self, state: DraftState) -> str:
        """The question to go to for this sentence; empty if it rests on none."""
        return next((source.question for source in self.sources if source.question in state.keys), "")


def places_in(text: str, report: Report, edition: Edition | None, state: DraftState) -> list[Place]:
    """Every sentence in the text; first those of a model's report that the person may correct by hand."""
    places = []
    if edition is not None and (edition.tally.by_model or edition.tally.by_hand):
        at = 0
        for version in sorted(edition.sections, key=lambda one: one.section != OPENING):
            for number, line in enumerate(correctable(version.blocks, state.declarations)):
                start = text.find(line.text, at)
                if start >= 0:
                    at = start + len(line.text)
                    sources = version.blocks[line.block].sentences[line.sentence].sources
                    places.append(Place(start, at, sources, version, line, number))
    at = 0
    for sentence in report.sentences():
        start = text.find(sentence.text, at) if sentence.text else -1
        if start >= 0:
            at = start + len(sentence.text)
            places.append(Place(start, at, sentence.sources))
    return places


def holding(places: list[Place], finding: "Finding") -> Place | None:
    """The place that the finding lies in, whole."""
    return next(
        (one for one in places if one.start <= finding.start < one.end and finding.end <= one.end), None
    )
