"""`shuzhi facts`: what the reader finds in notes."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import click

from bot.commands.language import speaks_chinese, told
from bot.commands.printing import padded, printable, width
from bot.commands.reading_files import lexicon_for, read_notes
from bot.facts import Fact, FactKind, read

_CLOCK = re.compile(r"T(\d+)")


@click.command()
@click.argument("notes", type=click.Path(path_type=Path))
def command(notes: Path) -> None:
    """Show every fact of NOTES (one note a line) with its type."""
    lexicon = lexicon_for(None)
    found = [(note, read(note, lexicon)) for note in read_notes(notes)]
    listed = [fact for _, facts in found for fact in facts]
    kinds = max((width(_word(fact.kind)) for fact in listed), default=0)
    texts = max((width(printable(fact.text)) for fact in listed), default=0)
    for number, (note, facts) in enumerate(found, 1):
        click.echo(f"{number}. {printable(note)}")
        for fact in facts:
            named = f"{padded(_word(fact.kind), kinds)}  {padded(printable(fact.text), texts)}"
            click.echo(f"   {named}  {printable(_details(fact))}".rstrip())


def _details(fact: Fact) -> str:
    parts = [
        (name, value)
        for name, value in (
            ("value", _value(fact)),
            ("hedge", _word(fact.hedge)),
            ("direction", _word(fact.direction)),
            ("status", _word(fact.status)),
            ("counted" if fact.kind is FactKind.RANK else "scope", _scope(fact.scope)),
            ("subject", fact.subject),
        )
        if value
    ]
    if speaks_chinese():
        told_parts = [f"{_word(name)}：{value}" for name, value in parts]
        return "，".join([*told_parts, _word("negated")] if fact.negated else told_parts)
    return ", ".join([*(f"{name}={value}" for name, value in parts), *(["negated"] if fact.negated else [])])


def _value(fact: Fact) -> str:
    if fact.value is None:
        return ""
    return _plain(fact.value) + (f"-{_plain(fact.upper)}" if fact.upper is not None else "") + fact.unit


def _scope(scope: str) -> str:
    """The time that is named: M3-12 is 3月12日, T570 half past nine; the words of the phrase book stay."""
    if clock := _CLOCK.fullmatch(scope):
        return f"{int(clock[1]) // 60}:{int(clock[1]) % 60:02}"
    return _word(scope) if scope.isascii() else scope


def _word(name: str) -> str:
    """A word of the listing in the terminal's language."""
    return told(f"fact: {name}").removeprefix("fact: ") if name else ""


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
