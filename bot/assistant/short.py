"""Shorter versions of a finished report: which there are, and how each of them is to look."""

from bot.facts import Lexicon
from bot.interview.outline import Outline
from bot.interview.texts import Texts
from bot.report import Report

SPOKEN = {f"spoken{minutes}": minutes for minutes in (3, 5, 8, 10)}
SUMMARY = "summary"
SHORT_FORMATS = (*SPOKEN, SUMMARY)
"""What is made on request."""

SPARE = 2
"""Lines left free on a page that is to hold all: a fall-back font may have wide figures."""

ONE_PAGE = 330
"""Characters that a page holds beside a title, headings and a signature."""


def short_report(report: Report, name: str, outline: Outline, texts: Texts, lexicon: Lexicon) -> Report:
    """The shorter version of that name. Raises NothingTrue."""
    from bot.documents.page import LINES
    from bot.documents.page_lines import page_lines
    from bot.writing.shorter import A_MINUTE, Form, shorter

    leaning = frozenset(q.key for q in outline.questions() if q.aspect in ("cause", "measure"))
    if minutes := SPOKEN.get(name):
        most = minutes * A_MINUTE
        form = Form(
            most, lambda made: made.length <= most, True, report.title, texts("short_salutation"), leaning
        )
    else:
        title = texts("summary_title", title=report.title)
        form = Form(ONE_PAGE, lambda made: page_lines(made) <= LINES - SPARE, False, title, leaning=leaning)
    return shorter(report, form, lexicon)


def short_name(name: str, stem: str, texts: Texts) -> str:
    """The file's name without its ending; `stem` is that of the report."""
    if minutes := SPOKEN.get(name):
        return texts("spoken_name", title=stem, minutes=minutes)
    return texts("summary_title", title=stem)


def short_caption(name: str, made: Report, texts: Texts) -> str:
    """What goes with the file."""
    if minutes := SPOKEN.get(name):
        return texts("spoken_caption", minutes=minutes, n=made.length)
    return texts("summary_caption", n=made.length)
