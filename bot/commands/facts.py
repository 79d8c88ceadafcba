"""`shuzhi facts`: what the reader finds in notes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import click

from bot.commands.language import told
from bot.commands.printing import padded, printable
from bot.commands.reading_files import lexicon_for, read_notes
from bot.facts import Fact, read


@click.command()
@click.argument("notes", type=click.Path(path_type=Path))
def command(notes: Path) -> None:
    """Show every fact of NOTES (one note a line) with its type."""
    lexicon = lexicon_for(None)
    for number, note in enumerate(read_notes(notes), 1):
        click.echo(f"{number}. {printable(note)}")
        for fact in read(note, lexicon):
            click.echo(f"   {padded(_word(fact.kind), 12)} {printable(fact.text + _details(fact))}")


def _details(fact: Fact) -> str:
    parts: list[str] = []
    if fact.value is not None:
        value = _plain(fact.value) + (f"-{_plain(fact.upper)}" if fact.upper is not None else "")
        parts.append(f"{_word('value')}={value}{fact.unit}")
    parts += [
        f"{_word(name)}={value}"
        for name, value in (
            ("hedge", _word(fact.hedge)),
            ("direction", _word(fact.direction)),
            ("status", _word(fact.status)),
            ("scope", fact.scope),
            ("subject", fact.subject),
        )
        if value
    ]
    if fact.negated:
        parts.append(_word("negated"))
    return f"  ({', '.join(parts)})" if parts else ""


def _word(name: str) -> str:
    """A word of the listing in the terminal's language."""
    return told(f"fact: {name}").removeprefix("fact: ") if name else ""


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
