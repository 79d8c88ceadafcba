"""What happens when an order is written, called off or cannot be written: storage, files, screen; in one
transaction each."""

from collections.abc import Sequence

from sqlite_utils import Database

from bot.assistant.edition import Edition, keep_whole, newest_edition
from bot.assistant.files import FORMATS
from bot.assistant.paper import report_text, tally_text
from bot.assistant.recall import recall
from bot.assistant.section_versions import NewSection, add_version
from bot.assistant.view_names import COMPARE, FINISHED, PART, WRITING
from bot.interview.board import Tally
from bot.interview.cards.writing import tally_line
from bot.interview.decision import QUESTION
from bot.library.shelf import Shelf
from bot.report import Report
from storage import deliveries, drafts, people, versions, writings
from storage.writings import Writing


def whole(
    db: Database, shelf: Shelf, writing: Writing, base: Report, sections: Sequence[NewSection], tally: Tally
) -> None:
    """A whole report is written: keep it, put its files on their way, say so on the screen."""
    if not keep_whole(db, writing, base, sections, tally):
        return
    row = drafts.get(db, writing.draft)
    assert row is not None
    finished = newest_edition(db, recall(db, shelf, row))
    assert finished is not None
    hand_over(db, writing.person, writing.draft, writing.seq, finished)
    _show(db, writing, FINISHED, shelf.texts("written_while_away"))


def section(db: Database, shelf: Shelf, writing: Writing, new: NewSection | None, tally: Tally) -> None:
    """A section is written again, or could not be; the version before stays as it is either way."""
    if not writings.done(db, writing.id):
        return
    texts = shelf.texts
    if new is None:
        why = "".join(texts(f"rewrite_{why}") for why in tally.failed) or texts("rewrite_nothing")
        _show(db, writing, f"{PART}:{writing.section}:0", why, notice=why)
        return
    add_version(db, writing.draft, writing.seq, new)
    line = tally_line(texts, tally)
    _show(db, writing, f"{COMPARE}:{writing.section}", texts("rewritten_while_away"), notice=line)


def called_off(db: Database, shelf: Shelf, writing: Writing, why: str) -> None:
    """An order that cannot be written any more; the person is told why."""
    if writings.stop(db, writing.draft):
        _show(db, writing, QUESTION, shelf.texts(why), notice=shelf.texts(why))


def hand_over(
    db: Database, person: str, draft: int, seq: int, finished: Edition, formats: tuple[str, ...] = FORMATS
) -> None:
    """Put the files of this report on their way, as it is now."""
    report, told = report_text(finished.report), tally_text(finished.tally)
    versions.keep_report(db, draft, seq, report=report, told=told)
    deliveries.order(db, person, draft, seq, formats)


def _show(db: Database, writing: Writing, view: str, away: str, notice: str = "") -> None:
    """Put `view` on the screen of somebody who watches; tell somebody who is elsewhere in one remark."""
    if people.current_draft(db, writing.person) != writing.draft:
        return
    screen = people.screen(db, writing.person)
    watching = screen.view.partition(":")[0] == WRITING
    people.want(
        db,
        writing.person,
        view=view if watching else screen.view,
        notice=notice if watching else away,
        newest_message_id=None,
    )
