"""The fact sheet as a workbook: the facts in the report and their notes; the facts that are not in it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from bot.facts.sheet import FactSheet, UsedFact
from bot.interview.returning import CHINA
from bot.interview.texts import Texts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NO_DATE = datetime(2000, 1, 1)
FORMULA_STARTS = ("=", "+", "-", "@")


def fact_sheet_file(sheet: FactSheet, texts: Texts) -> bytes:
    """The .xlsx: first sheet facts in reading order, then gaps, then declarations; second sheet the unused.

    Equal sheets give workbooks with equal content; a text that begins like a formula stays text.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = ""
    book.properties.created = book.properties.modified = NO_DATE
    first = book.active
    assert first is not None
    first.title = texts("sheet_used")
    _used(first, sheet, texts)
    _section(first, texts("sheet_gaps"), ((gap,) for gap in sheet.gaps))
    _section(
        first,
        texts("sheet_confirmed"),
        ((declared.sentence, _day(declared.at)) for declared in sheet.confirmed),
    )
    _unused(book.create_sheet(texts("sheet_unused")), sheet, texts)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _used(first: "Worksheet", sheet: FactSheet, texts: Texts) -> None:
    heads = [texts(f"sheet_{name}") for name in ("number", "kind", "fact", "sentence", "question", "note")]
    _fill(
        first,
        heads,
        (
            (
                number,
                texts(f"kind_{fact.kind.value}"),
                fact.text,
                fact.sentence,
                fact.question,
                fact.note or texts(_without_note(fact)),
            )
            for number, fact in enumerate(sheet.used, 1)
        ),
        widths=(6, 10, 24, 60, 16, 40),
    )


def _unused(second: "Worksheet", sheet: FactSheet, texts: Texts) -> None:
    heads = [texts(f"sheet_{name}") for name in ("number", "kind", "fact", "reason", "question", "note")]
    _fill(
        second,
        heads,
        (
            (
                number,
                texts(f"kind_{fact.kind.value}"),
                fact.text,
                texts(fact.reason),
                fact.question,
                fact.note,
            )
            for number, fact in enumerate(sheet.unused, 1)
        ),
        widths=(6, 10, 24, 40, 16, 40),
    )


def _without_note(fact: UsedFact) -> str:
    if fact.by_hand:
        return "sheet_by_hand"
    return "sheet_chosen" if fact.question else "sheet_ours"


def _fill(
    sheet: "Worksheet", heads: Sequence[str], rows: Iterable[Sequence[object]], *, widths: Sequence[int]
) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    _append(sheet, heads)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        _append(sheet, row)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for line in sheet.iter_rows():
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _section(sheet: "Worksheet", head: str, rows: Iterable[Sequence[object]]) -> None:
    """A list below the table, under a heading of its own; nothing at all if the list is empty."""
    from openpyxl.styles import Alignment, Font

    listed = list(rows)
    if not listed:
        return
    _append(sheet, [])
    _append(sheet, [None, None, head])
    sheet.cell(sheet.max_row, 3).font = Font(bold=True)
    for row in listed:
        _append(sheet, [None, None, *row])
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _append(sheet: "Worksheet", row: Sequence[object]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    sheet.append([ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value for value in row])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str) and cell.value.startswith(FORMULA_STARTS):
            cell.data_type = "s"


def _day(at: datetime | None) -> str:
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if at else ""
