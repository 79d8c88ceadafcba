"""How many lines of the page a report takes, told without a typesetter."""

from math import ceil

from bot.documents.page import CHARACTERS
from bot.documents.title_lines import title_lines
from bot.documents.widths import width
from bot.documents.word_styles import BODY, SIGNATURE, TITLE
from bot.report import BlockKind, Report

HELD_BACK = 1
"""Characters that marks which may not begin a line take from it, at most."""


def page_lines(report: Report) -> int:
    """The lines that the .docx takes, counted with its blank ones; rather one too many than one too few."""
    return sum(_lines(block.kind, block.text) for block in report.blocks)


def _lines(kind: BlockKind, text: str) -> int:
    match kind:
        case BlockKind.TITLE:
            return len(title_lines(text)) + TITLE.after
        case BlockKind.SIGNATURE:
            return 1 + SIGNATURE.before
        case BlockKind.DATE:
            return 1
        case _:
            return ceil((width(text) + BODY.indent) / (CHARACTERS - HELD_BACK))
