"""The report as it stands, cut into what the preview shows."""

from collections.abc import Iterator
from itertools import groupby

from bot.assistant.edition import Edition
from bot.documents.text import pages
from bot.interview.cards.preview import Excerpt
from bot.interview.cards.sections import PROFILE
from bot.interview.outline import Outline
from bot.interview.texts import Texts
from bot.report import Report, ReportBlock

PIECE = 1700
"""So much of a section stands in one quote: a message holds it even if every character counts twice."""


def excerpts(
    report: Report, edition: Edition | None, outline: Outline, texts: Texts, *, models: bool
) -> tuple[Excerpt, ...]:
    """Every section of the report in order, long ones in pieces; nothing is left out."""
    names = {part.key: part.name for part in outline.sections}
    found: list[Excerpt] = []
    for key, blocks in _together(report, frozenset(names)):
        rewrite = key if key in names and models and edition and edition.section(key) else ""
        name = names.get(key) or texts("part_conclusion" if found else "part_opening")
        change = key if key in names else "" if found else PROFILE
        pieces = pages(Report("", blocks), PIECE)
        for number, piece in enumerate(pieces):
            last = number == len(pieces) - 1
            found.append(Excerpt(name, piece, change if last else "", rewrite if last else ""))
    return tuple(found)


def _together(report: Report, known: frozenset[str]) -> Iterator[tuple[str, tuple[ReportBlock, ...]]]:
    """Blocks that follow each other in one section; whatever stands in no section of the outline is ''."""
    for key, blocks in groupby(report.blocks, lambda block: block.section if block.section in known else ""):
        yield key, tuple(blocks)
