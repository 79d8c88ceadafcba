"""`shuzhi proofread`: what an organisation department would mark in a report."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.language import told
from bot.commands.printing import echo_json, printable
from bot.commands.reading_files import decode, is_document, read_bytes, refuse_unreadable
from bot.commands.refusals import refusals, refuse

if TYPE_CHECKING:
    from bot.proofreading import Finding

ROLES = ("deputy", "mayor", "secretary")
YEARS = click.IntRange(2000, 2099)


@click.command
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--year", type=YEARS, help="The reporting year (default: as the text tells).")
@click.option("--role", type=click.Choice(ROLES), help="Who reports (default: as the text tells).")
@click.option("--length", type=click.IntRange(100, 100_000), help="The length asked for, in characters.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option(
    "--counts", is_flag=True, help="Print how much each family of rules finds; FILE may be a folder."
)
@click.option(
    "--fix", "out", type=click.Path(path_type=Path), help="Write the text with all safe fixes here."
)
def command(
    file: Path,
    year: int | None,
    role: str | None,
    length: int | None,
    as_json: bool,
    counts: bool,
    out: Path | None,
) -> None:
    """Proofread a report: .txt, .docx, .pdf, or - for standard input.

    Exit code 0: nothing found, 1: findings, 2: cannot be read."""
    from bot.commands.configuring import settings
    from bot.library.proofbook import load_proofbook
    from bot.library.shelf import SHIPPED
    from bot.proofreading import fixed, proofread

    with refusals():
        book = load_proofbook(settings().shuzhi_prompts or SHIPPED)
        if counts:
            texts = [_text(one) for one in _reports(file)]
            _count(texts, [proofread(one, book, year=year, role=role, wish_length=length) for one in texts])
            return
        text = _text(file)
        findings = proofread(text, book, year=year, role=role, wish_length=length)
        if out is not None:
            _write(out, file, fixed(text, findings))
    if as_json:
        echo_json({"findings": [_plain(one) for one in findings]}, indent=2)
    else:
        _show(findings)
    raise SystemExit(1 if findings else 0)


def _plain(finding: "Finding") -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "line": finding.line,
        "span": finding.span,
        "message": finding.message,
        "fix": finding.fix,
        "question": finding.question,
        "start": finding.start,
        "end": finding.end,
    }


def _show(findings: "tuple[Finding, ...]") -> None:
    for finding in findings:
        click.echo(
            f"{finding.line}: [{told(finding.severity.value)}] {finding.rule} {printable(finding.message)}"
        )
    counts = {
        kind: sum(one.severity.value == kind for one in findings) for kind in ("certain", "likely", "advice")
    }
    summed = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    click.echo(told(f"{len(findings)} findings: {summed}" if findings else "nothing found"))


def _reports(file: Path) -> list[Path]:
    """The reports in a folder, or the one file."""
    if not file.is_dir():
        return [file]
    found = sorted(one for one in file.iterdir() if one.suffix.lower() in (".txt", ".docx"))
    return found or refuse(f"shuzhi: there is no .txt and no .docx in {file}")


def _count(texts: list[str], found: "list[tuple[Finding, ...]]") -> None:
    """A table in Markdown: a row for each family of rules, and one for all."""
    kinds = ("certain", "likely", "advice")
    tally: Counter[tuple[str, str]] = Counter()
    for finding in (one for findings in found for one in findings):
        for family in (finding.rule.partition(".")[0], "all"):
            tally[family, finding.severity.value] += 1
    families = [*sorted({family for family, _ in tally} - {"all"}), "all"]
    click.echo(f"| {len(texts)} texts, {sum(map(_length, texts))} characters | {' | '.join(kinds)} |")
    click.echo("|---|" + "---:|" * len(kinds))
    for family in families:
        click.echo(f"| {family} | {' | '.join(str(tally[family, kind]) for kind in kinds)} |")


def _length(text: str) -> int:
    return len("".join(text.split()))


def _text(file: Path) -> str:
    from bot.documents.reading import read_document
    from bot.documents.refusals import Unreadable

    raw = read_bytes(file)
    if not is_document(raw) and file.suffix.lower() != ".docx":
        text = decode(file, raw)
        return text if "\0" not in text else refuse(f"shuzhi: {file} is not a text: it holds zero bytes")
    try:
        return read_document(file.name, raw)
    except Unreadable as problem:
        refuse_unreadable(file, problem)


def _write(out: Path, file: Path, text: str) -> None:
    from bot.documents.saving import save

    if out.exists() and out.samefile(file):
        refuse("shuzhi: --fix would overwrite the report itself; name another file")
    save(out, text.encode())
