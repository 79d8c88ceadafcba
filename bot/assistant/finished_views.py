"""Views of the finished report, section by section."""

from typing import TYPE_CHECKING

from bot.assistant.edition import Edition
from bot.assistant.section_versions import SectionVersion, version_before
from bot.documents.text import pages
from bot.interview.card import Card
from bot.interview.cards.finished import (
    compare_card,
    lines_card,
    mend_card,
    part_card,
    report_card,
    wish_card,
)
from bot.interview.finished import Part
from bot.interview.state import DraftState
from bot.report import CONCLUSION, OPENING, Report, ReportBlock
from bot.writing.by_hand import correctable

if TYPE_CHECKING:
    from bot.assistant.views import Desk

PAGE_LENGTH = 3000


def finished_view(
    desk: "Desk", state: DraftState, edition: Edition, name: str, arg: str, notice: str
) -> Card:
    """The card of a view of this edition; an unknown section gives the list of sections."""
    texts = desk.shelf.texts
    key, _, rest = arg.partition(":")
    present = edition.section(key)
    if name == "report" or present is None:
        parts = tuple(_part(desk, state, section) for section in edition.sections)
        return report_card(state, texts, parts, edition.tally, notice)
    part = _part(desk, state, present)
    lines = tuple(line.text for line in correctable(present.blocks, state.declarations))
    match name:
        case "wish" if part.rewritable:
            return wish_card(state, texts, part, notice)
        case "lines":
            return lines_card(state, texts, part, lines, _number(rest), notice)
        case "mend":
            number = _number(rest.partition(":")[2])
            if number < len(lines):
                return mend_card(state, texts, part, lines[number], notice)
        case "compare":
            if other := version_before(desk.db, state.id, present):
                return compare_card(
                    state, texts, part, _text(present.blocks), _text(other.blocks), other.id, notice
                )
        case _:
            pass
    shown = pages(Report("", present.blocks), PAGE_LENGTH)
    return part_card(state, texts, part, shown, _number(rest) if name == "part" else 0, notice)


def _part(desk: "Desk", state: DraftState, version: SectionVersion) -> Part:
    frames = {OPENING: "part_opening", CONCLUSION: "part_conclusion"}
    names = {part.key: part.name for part in state.outline.sections}
    by_hand = version.section in frames and bool(version.wish.own_leads)
    return Part(
        key=version.section,
        name=desk.shelf.texts(frames[version.section])
        if version.section in frames
        else names.get(version.section, version.section),
        id=version.id,
        tally=version.tally,
        rewritable=desk.writer.has_models and not by_hand,
        has_others=version_before(desk.db, state.id, version) is not None,
        wish=version.wish.text,
    )


def _text(blocks: tuple[ReportBlock, ...]) -> str:
    return "\n".join(block.text for block in blocks)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
