"""A report back from text: what each line is, told by its form and its place."""

import re
from collections.abc import Iterator

from bot.report import BlockKind, Report, ReportBlock, Sentence

LONGEST_HEADING = 40
LONGEST_SALUTATION = 30
LONGEST_SIGNATURE = 30
SALUTATION_WITHIN = 3
"""Lines from the top among which a salutation stands."""

_FORMS = (
    re.compile(r"[一二三四五六七八九十百]+、"),
    re.compile(r"（[一二三四五六七八九十百]+）"),
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    re.compile(r"（\d{1,2}）"),
)
"""The numbers of headings in the order of GB/T 9704-2012, 7.3.3. Which level each is, the report decides."""

_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|【待补：[^】]*】")
_SENTENCE_ENDS = "。！？；"


def report_from(text: str) -> Report:
    """The report whose lines these are: the first is the title. Indents and blank lines tell nothing.

    A report in the usual form comes back with the same blocks; what the sentences rest on is lost.
    """
    lines = [line for raw in text.splitlines() if (line := raw.strip(" \u3000\t\ufeff"))]
    forms = sorted({form for line in lines[1:] if (form := _form(line)) is not None})
    blocks = tuple(_blocks(lines, forms))
    return Report(lines[0] if lines else "", blocks)


def _blocks(lines: list[str], forms: list[int]) -> Iterator[ReportBlock]:
    dated = len(lines) > 1 and _DATE.fullmatch(lines[-1]) is not None
    signed = len(lines) - 2 if dated else len(lines) - 1
    for number, line in enumerate(lines):
        form = _form(line)
        kind, level = BlockKind.PARAGRAPH, 0
        if number == 0:
            kind = BlockKind.TITLE
        elif dated and number == len(lines) - 1:
            kind = BlockKind.DATE
        elif number == signed and _is_signature(line, dated):
            kind = BlockKind.SIGNATURE
        elif number < SALUTATION_WITHIN and _is_salutation(line):
            kind = BlockKind.SALUTATION
        elif form is not None:
            kind, level = BlockKind.HEADING, forms.index(form) + 1
        yield ReportBlock(kind, (Sentence(line),), level)


def _form(line: str) -> int | None:
    """Which form of number opens a line that is a heading; a whole sentence is none."""
    if len(line) > LONGEST_HEADING or line.endswith(tuple(_SENTENCE_ENDS)):
        return None
    return next((at for at, form in enumerate(_FORMS) if form.match(line)), None)


def _is_salutation(line: str) -> bool:
    return line.endswith("：") and len(line) <= LONGEST_SALUTATION and _form(line) is None


def _is_signature(line: str, dated: bool) -> bool:
    named = line.startswith(("述职人", "报告人", "述责人"))
    short = len(line) <= LONGEST_SIGNATURE and not line.endswith(tuple(_SENTENCE_ENDS))
    return named or (dated and short and _form(line) is None)
