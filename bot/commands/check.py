"""`shuzhi check`: is a text faithful to the notes it was written from?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import click

from bot.commands.language import told
from bot.commands.printing import echo_json, printable, width
from bot.commands.reading_files import lexicon_for, read_notes, read_text
from bot.commands.refusals import refuse
from bot.facts import Finding, Lexicon, compare

_AROUND = 16


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of a batch."""

    name: object
    notes: list[str]
    text: str
    declarations: list[str]
    lexicon: Lexicon


@click.command()
@click.argument("text", required=False, type=click.Path(path_type=Path))
@click.option("--notes", type=click.Path(path_type=Path), help="The notes, one a line.")
@click.option(
    "--declarations", type=click.Path(path_type=Path), help="Declarations that were confirmed, one a line."
)
@click.option("--batch", type=click.Path(path_type=Path), help="Lines of JSON with id, notes and text.")
@click.option("--json", "as_json", is_flag=True, help="Print findings as JSON.")
@click.option(
    "--year", type=click.IntRange(2000, 2100), help="The report's year: its pack's terms may stand in TEXT."
)
def command(
    text: Path | None,
    notes: Path | None,
    declarations: Path | None,
    batch: Path | None,
    as_json: bool,
    year: int | None,
) -> None:
    """Compare TEXT with the notes. Exit code 0: faithful, 1: findings, 2: bad usage.

    A line of a batch may carry "declarations" (a list) and "year" of its own.
    """
    if batch is not None:
        if text is not None or notes is not None or declarations is not None or not as_json:
            raise click.UsageError(
                told("--batch goes with --json, and without --notes, --declarations and TEXT.")
            )
        sys.exit(_check_batch(batch, year))
    if text is None or notes is None:
        raise click.UsageError(told("give --notes NOTES.txt and TEXT.txt, or --batch FILE.jsonl --json."))
    prose = read_text(text)
    confirmed = [] if declarations is None else read_notes(declarations)
    findings = compare(read_notes(notes), prose, lexicon_for(year), confirmed)
    if as_json:
        echo_json(_report(findings))
    else:
        for finding in findings:
            click.echo(show(finding, prose))
        click.echo(told(f"{len(findings)} finding(s)" if findings else "faithful"))
    sys.exit(1 if findings else 0)


def _check_batch(file: Path, year: int | None) -> int:
    found = 0
    for number, entry in enumerate(_entries(file, year), 1):
        findings = compare(entry.notes, entry.text, entry.lexicon, entry.declarations)
        found += bool(findings)
        echo_json({"id": number if entry.name is None else entry.name} | _report(findings))
    return 1 if found else 0


def _entries(file: Path, year: int | None) -> Iterator[_Entry]:
    lexicons: dict[int | None, Lexicon] = {}
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            refuse(f"shuzhi: {file}, line {number}: this is not JSON")
        entry = entry if isinstance(entry, dict) else {}
        notes, prose = entry.get("notes"), entry.get("text")
        if not _are_texts(notes) or not isinstance(prose, str):
            refuse(f"shuzhi: {file}, line {number}: `notes` must be a list of texts and `text` a text")
        declarations, own = entry.get("declarations") or [], entry.get("year")
        if not _are_texts(declarations):
            refuse(f"shuzhi: {file}, line {number}: `declarations` must be a list of texts")
        if own is not None and (not isinstance(own, int) or isinstance(own, bool)):
            refuse(f"shuzhi: {file}, line {number}: `year` must be a number")
        own = year if own is None else own
        if own not in lexicons:
            lexicons[own] = lexicon_for(own, f"{file}, line {number}: ")
        yield _Entry(entry.get("id"), notes, prose, declarations, lexicons[own])


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


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
    head = told(printable(f"{finding.kind}{note}: {finding.message}"))
    start, end = finding.span
    if start == end:
        return f"{head}\n  {printable(finding.excerpt)}\n"
    left = max(prose.rfind("\n", 0, start) + 1, start - _AROUND)
    line_end = prose.find("\n", start)
    line_end = len(prose) if line_end < 0 else line_end
    right = min(line_end, end + _AROUND)
    stop = max(min(end, right), start + 1)
    pointer = " " * width(prose[left:start]) + "^" * max(1, width(prose[start:stop]))
    return f"{head}\n  {printable(prose[left:right])}\n  {pointer}\n"
