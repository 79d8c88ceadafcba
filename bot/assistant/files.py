"""The files of a finished report."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.documents.fact_sheet import fact_sheet_file
from bot.documents.text import file_name, text_file
from bot.facts import Lexicon
from bot.facts.sheet import FactSheet
from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.library.lexicon import load_lexicon
from bot.library.shelf import Shelf
from bot.report import Report
from bot.writing.evidence import fact_sheet
from bot.writing.whole import write_plain

FORMATS = ("txt", "xlsx")
"""What a finished report consists of, in the order it is handed over."""


@dataclass(frozen=True, slots=True)
class File:
    """A finished file and the words that go with it."""

    name: str
    content: bytes
    caption: str


def report_of(state: DraftState, shelf: Shelf) -> Report:
    """The report as it stands."""
    return write_plain(state, shelf.phrases, shelf.pack(reporting_year(state)))


def sheet_of(state: DraftState, report: Report, shelf: Shelf) -> FactSheet:
    """The fact sheet of that report."""
    year = reporting_year(state)
    return fact_sheet(state, report, _lexicon(shelf.folder, year if year in shelf.packs else None))


def finished_file(state: DraftState, shelf: Shelf, name: str) -> File:
    """The file of that format: always the same for the same state."""
    report = report_of(state, shelf)
    if name == "xlsx":
        sheet = sheet_of(state, report, shelf)
        stem = file_name(report, "txt").removesuffix(".txt")
        caption = shelf.texts("sheet_caption", n=len(sheet.used))
        return File(
            f"{shelf.texts('sheet_name', title=stem)}.xlsx", fact_sheet_file(sheet, shelf.texts), caption
        )
    caption = shelf.texts("caption", title=report.title, n=report.length)
    return File(file_name(report, "txt"), text_file(report), caption)


@lru_cache(maxsize=8)
def _lexicon(prompts: Path, year: int | None) -> Lexicon:
    """Reading the phrase book costs more than a whole report, and it does not change while we run."""
    return load_lexicon(prompts, year)
