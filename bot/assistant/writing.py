"""Writing a report from an answers file: the same fold and the same writer as in the chat."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.documents.text import file_name, text_file
from bot.interview.event import Event
from bot.interview.profile import reporting_year
from bot.interview.state import Gap, fold
from bot.library.answers import read_answers
from bot.library.located import Fault, Faults
from bot.library.shelf import Shelf
from bot.writing.whole import has_content, write_plain


@dataclass(frozen=True, slots=True)
class Written:
    """The finished files by name, and what is still open in them."""

    files: tuple[tuple[str, bytes], ...]
    omitted: tuple[str, ...]
    gaps: tuple[Gap, ...]


def write_answers(path: Path, shelf: Shelf) -> Written:
    """The finished files of one answers file. Raises Faults if it cannot be used or says nothing."""
    answers = read_answers(path, shelf.outlines)
    start = datetime(2000, 1, 1, tzinfo=UTC)
    events = [
        Event(seq, new.kind, start, new.question_key, new.text) for seq, new in enumerate(answers.events, 1)
    ]
    state = fold(0, answers.outline, events)
    if not has_content(state):
        raise Faults([Fault(path, 1, "nothing is answered, so there is nothing to write")])
    report = write_plain(state, shelf.phrases, shelf.pack(reporting_year(state)))
    files = ((file_name(report, "txt"), text_file(report)),)
    return Written(files, report.omitted, state.report_gaps)
