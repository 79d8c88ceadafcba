"""`shuzhi changes`: what reads differently in a report that somebody has edited."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.language import told
from bot.commands.printing import echo_json, printable
from bot.commands.reading_files import read_bytes, refuse_unreadable
from bot.commands.refusals import refusals, refuse

if TYPE_CHECKING:
    from bot.interview.word_back import Doubt
    from bot.writing.returned import Piece

_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]+|[^。！？\n]+")


@click.command
@click.argument("original", type=click.Path(path_type=Path))
@click.argument("edited", type=click.Path(path_type=Path))
@click.option(
    "--answers", type=click.Path(path_type=Path), help="The answers file: changes are checked against it."
)
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def command(original: Path, edited: Path, answers: Path | None, as_json: bool) -> None:
    """Show sentence by sentence what EDITED says otherwise than ORIGINAL (.docx, .txt or .pdf).

    What does not agree with the answers, without them with ORIGINAL, is named.
    Exit code 0: nothing changed, 1: changes, 2: cannot be read.
    """
    from bot.writing.passages import Passage
    from bot.writing.returned import differences

    with refusals():
        lines = list(_lines(_text(original)))
        pieces = [piece for line in lines for piece in line]
        notes, lexicon = _notes(answers)
        found = []
        for change in differences(lines, _text(edited)):
            if isinstance(change, Passage):
                old, new = "", "\n".join(change.lines)
                said = notes or tuple(piece.text for piece in pieces)
            else:
                old, new = pieces[change.number].text.strip(), change.text
                said = notes or (old,)
            found.append((old, new, _doubts(said, old, new, lexicon)))
    if as_json:
        echo_json({"changes": [_plain(*one) for one in found]}, indent=2)
    else:
        for old, new, doubts in found:
            _show(old, new, doubts)
        click.echo(told(f"{len(found)} changes" if found else "nothing changed"))
    raise SystemExit(1 if found else 0)


def _text(file: Path) -> str:
    from bot.documents.reading import Refusal, Unreadable, read_document

    try:
        return read_document(file.name, read_bytes(file))
    except Unreadable as problem:
        if problem.reason is Refusal.UNKNOWN:
            refuse(f"shuzhi: {file} cannot be read as a report: name it .docx, .txt or .pdf")
        refuse_unreadable(file, problem)


def _lines(text: str) -> "Iterator[list[Piece]]":
    from bot.documents.outlined import report_from
    from bot.report import BlockKind
    from bot.writing.returned import Piece

    for block in report_from(text).blocks:
        free = block.kind is BlockKind.PARAGRAPH
        yield [Piece(part, free) for part in _SENTENCE.findall(f"{block.text}\n")]


def _notes(answers: Path | None) -> tuple[tuple[str, ...], object]:
    """What was said, nothing without an answers file, and the phrase book of the year."""
    from bot.assistant.from_answers import answered_state
    from bot.commands.configuring import settings, shelf
    from bot.interview.profile import reporting_year
    from bot.library.lexicon import load_lexicon

    books = shelf(settings())
    if answers is None:
        return (), load_lexicon(books.folder, None)
    state = answered_state(answers, books, public=True)  # compared here, sent to nobody
    year = reporting_year(state)
    said = (note.reading for question in state.questions for note in state.answer(question.key).words)
    return tuple(said), load_lexicon(books.folder, year if year in books.packs else None)


def _doubts(notes: tuple[str, ...], old: str, new: str, lexicon: object) -> "tuple[Doubt, ...]":
    from bot.facts import Lexicon
    from bot.writing.doubts import doubts_of

    assert isinstance(lexicon, Lexicon)
    return doubts_of(notes, old, new, lexicon) if new else ()


def _plain(old: str, new: str, doubts: "tuple[Doubt, ...]") -> dict[str, object]:
    return {
        "before": old,
        "now": new,
        "doubts": [{"excerpt": doubt.excerpt, "note": doubt.note} for doubt in doubts],
    }


def _show(old: str, new: str, doubts: "tuple[Doubt, ...]") -> None:
    if old:
        click.echo(f"- {printable(old)}")
    for line in new.splitlines():
        click.echo(f"+ {printable(line)}")
    for doubt in doubts:
        said = f"the notes say: {doubt.note}" if doubt.note else "nobody said so"
        click.echo(f"? {printable(doubt.excerpt)}: {printable(told(said))}")
