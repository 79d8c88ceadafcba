"""`shuzhi check`: is a text faithful to the notes it was written from?"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click

from bot.commands.reading_files import lexicon_for, read_notes, read_text
from bot.facts import Finding, Lexicon, compare

_AROUND = 16


@click.command()
@click.argument("text", required=False, type=click.Path(path_type=Path))
@click.option("--notes", type=click.Path(path_type=Path), help="The notes, one a line.")
@click.option("--batch", type=click.Path(path_type=Path), help="Lines of JSON with id, notes and text.")
@click.option("--json", "as_json", is_flag=True, help="Print findings as JSON.")
@click.option("--year", type=click.IntRange(2000, 2100), help="Allow the terms of this year's pack.")
def command(
    text: Path | None, notes: Path | None, batch: Path | None, as_json: bool, year: int | None
) -> None:
    """Compare TEXT with the notes. Exit code 0: faithful, 1: findings, 2: bad usage."""
    if batch is not None:
        if text is not None or notes is not None or not as_json:
            raise click.UsageError("--batch goes with --json, and without --notes and TEXT.")
        sys.exit(_check_batch(batch, lexicon_for(year)))
    if text is None or notes is None:
        raise click.UsageError("give --notes NOTES.txt and TEXT.txt, or --batch FILE.jsonl --json.")
    prose = read_text(text)
    findings = compare(read_notes(notes), prose, lexicon_for(year))
    if as_json:
        click.echo(json.dumps(_report(findings), ensure_ascii=False))
    else:
        for finding in findings:
            click.echo(show(finding, prose))
        click.echo(f"{len(findings)} finding(s)" if findings else "faithful")
    sys.exit(1 if findings else 0)


def _check_batch(file: Path, lexicon: Lexicon) -> int:
    found = 0
    for number, (name, notes, prose) in enumerate(_entries(file), 1):
        findings = compare(notes, prose, lexicon)
        found += bool(findings)
        click.echo(
            json.dumps({"id": number if name is None else name} | _report(findings), ensure_ascii=False)
        )
    return 1 if found else 0


def _entries(file: Path) -> Iterator[tuple[object, list[str], str]]:
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError:
            raise click.UsageError(f"{file}, line {number}: this is not JSON.") from None
        notes = entry.get("notes") if isinstance(entry, dict) else None
        prose = entry.get("text") if isinstance(entry, dict) else None
        if (
            not isinstance(notes, list)
            or not all(isinstance(note, str) for note in notes)
            or not isinstance(prose, str)
        ):
            raise click.UsageError(
                f"{file}, line {number}: `notes` must be a list of texts and `text` a text."
            )
        yield entry.get("id"), notes, prose


def _report(findings: tuple[Finding, ...]) -> dict[str, object]:
    return {
        "faithful": not findings,
        "findings": [
            {
                "kind": finding.kind,
                "span": list(finding.span),
                "note": finding.note,
                "message": finding.message,
            }
            for finding in findings
        ],
    }


def show(finding: Finding, prose: str) -> str:
    """A finding as lines for a terminal: the place in the text, a pointer under it, what is wrong."""
    note = "" if finding.note is None else f" [note {finding.note + 1}]"
    start, end = finding.span
    if start == end:
        return f"{finding.kind}{note}: {finding.message}\n  {finding.excerpt}\n"
    left = max(prose.rfind("\n", 0, start) + 1, start - _AROUND)
    line_end = prose.find("\n", start)
    line_end = len(prose) if line_end < 0 else line_end
    right = min(line_end, end + _AROUND)
    stop = max(min(end, right), start + 1)
    shown = _printable(prose[left:right])
    pointer = " " * _width(prose[left:start]) + "^" * max(1, _width(prose[start:stop]))
    return f"{finding.kind}{note}: {finding.message}\n  {shown}\n  {pointer}\n"


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _width(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1
        for sign in text
    )
