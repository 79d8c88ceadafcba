"""Text files as people have them: UTF-8 with or without a mark, or GB18030. Bad files become one sentence."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.language import told
from bot.facts import Lexicon
from bot.library.lexicon import load_lexicon

PROMPTS = Path(__file__).resolve().parents[2] / "prompts"


def read_text(file: Path) -> str:
    """The file's text. A file in GB18030 is read, and said to be so. Anything else ends with exit code 2."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        reason = error.strerror or "no such file"
        raise click.UsageError(told(f"cannot read {file}: {reason}.")) from None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("gb18030").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise click.UsageError(told(f"{file} is neither UTF-8 nor GB18030 text.")) from None
    click.echo(told(f"{file} is not UTF-8; read as GB18030."), err=True)
    return text


def read_notes(file: Path) -> list[str]:
    """The notes of a file, one a line, without blank lines."""
    return [line for line in read_text(file).split("\n") if line.strip()]


def lexicon_for(year: int | None) -> Lexicon:
    """The phrase book, with the year pack when a year is asked for."""
    try:
        return load_lexicon(PROMPTS, year)
    except (FileNotFoundError, ValueError) as error:
        raise click.UsageError(told(f"{error}.")) from None
