"""The files of a finished report. What makes them is imported when one is made, which a start does not do."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bot.assistant.short import SHORT_FORMATS, short_caption, short_name, short_report
from bot.documents.refusals import Refusal
from bot.documents.text import file_name, text_file
from bot.facts import Lexicon
from bot.facts.sheet import FactSheet
from bot.interview.board import Tally
from bot.interview.cards.writing import tally_line
from bot.interview.profile import reporting_year
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from bot.report import Report

FORMATS = ("txt", "docx", "pdf", "xlsx")
"""What a finished report consists of, in the order it is handed over."""


@dataclass(frozen=True, slots=True)
class File:
    """A finished file and the words that go with it."""

    name: str
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A report as it was handed over, and who wrote how much of it."""

    report: Report
    tally: Tally


class NotToBeMade(Exception):
    """A file cannot be made on this machine; the message is a sentence for the person."""


def report_of(state: DraftState, shelf: Shelf) -> Report:
    """The report as it stands."""
    from bot.writing.whole import write_plain

    return write_plain(state, shelf.phrases, shelf.pack(reporting_year(state)))


def sheet_of(state: DraftState, report: Report, shelf: Shelf) -> FactSheet:
    """The fact sheet of that report."""
    from bot.writing.evidence import fact_sheet

    return fact_sheet(state, report, lexicon_of(state, shelf))


def finished_file(state: DraftState, shelf: Shelf, name: str, kept: Kept | None = None) -> File:
    """The file of that format of the report that was kept, or else the plain writer's. Raises NotToBeMade."""
    if kept is None:
        return file_of(report_of(state, shelf), state, shelf, name)
    file = file_of(kept.report, state, shelf, name)
    told = tally_line(shelf.texts, kept.tally) if name == FORMATS[0] else ""
    return replace(file, caption=file.caption + told)


def file_of(report: Report, state: DraftState, shelf: Shelf, name: str) -> File:
    """The file of that format of a report already written. Raises NotToBeMade if it cannot be made here."""
    texts = shelf.texts
    match name:
        case "docx":
            from bot.documents.docx import docx_file

            return File(file_name(report, name), docx_file(report), texts("docx_caption"))
        case "pdf":
            from bot.documents.pdf import NoChineseFont, TooSlow, pdf_file

            try:
                return File(file_name(report, name), pdf_file(report), texts("pdf_caption"))
            except NoChineseFont as problem:
                raise NotToBeMade(texts(Refusal.NO_CHINESE_FONT)) from problem
            except TooSlow as problem:
                raise NotToBeMade(texts(Refusal.PDF_TOO_SLOW)) from problem
        case "xlsx":
            from bot.documents.fact_sheet import fact_sheet_file

            sheet = sheet_of(state, report, shelf)
            stem = file_name(report, "txt").removesuffix(".txt")
            title = texts("sheet_name", title=stem)
            caption = texts("sheet_caption", n=len(sheet.used))
            return File(f"{title}.xlsx", fact_sheet_file(sheet, texts), caption)
        case _ if name in SHORT_FORMATS:
            return _short(report, state, shelf, name)
        case _:
            caption = texts("caption", title=report.title, n=report.length)
            return File(file_name(report, "txt"), text_file(report), caption)


def _short(report: Report, state: DraftState, shelf: Shelf, name: str) -> File:
    from bot.documents.docx import docx_file
    from bot.writing.shorter import NothingTrue

    texts = shelf.texts
    try:
        made = short_report(report, name, state.outline, texts, lexicon_of(state, shelf))
    except NothingTrue:
        raise NotToBeMade(texts("short_nothing")) from None
    stem = short_name(name, file_name(report, "docx").removesuffix(".docx"), texts)
    open_ = texts("short_gaps") if state.report_gaps else ""
    return File(f"{stem}.docx", docx_file(made), short_caption(name, made, texts) + open_)


def lexicon_of(state: DraftState, shelf: Shelf) -> Lexicon:
    """The phrase book of the reporting year."""
    year = reporting_year(state)
    return _lexicon(shelf.folder, year if year in shelf.packs else None)


@lru_cache(maxsize=8)
def _lexicon(prompts: Path, year: int | None) -> Lexicon:
    """Reading the phrase book costs more than a whole report, and it does not change while we run."""
    from bot.library.lexicon import load_lexicon

    return load_lexicon(prompts, year)
