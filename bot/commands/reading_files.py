"""Text files as people have them: UTF-8 with or without a mark, or GB18030. Bad files become one sentence."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.language import told
from bot.commands.refusals import refuse
from bot.facts import Lexicon
from bot.library.lexicon import load_lexicon

PROMPTS = Path(__file__).resolve().parents[2] / "prompts"


def read_text(file: Path) -> str:
    """The file's text, its lines ended by newlines.

    A file in GB18030 is read, and said to be so; an empty one is said to be empty. Anything that is no text
    ends the program with exit code 2.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        refuse(f"shuzhi: cannot read {file}: {error.strerror or 'no such file'}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _gb18030(file, raw)
    if not text.strip():
        click.echo(told(f"shuzhi: {file} is empty"), err=True)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _gb18030(file: Path, raw: bytes) -> str:
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        refuse(f"shuzhi: {file} is not a text: neither UTF-8 nor GB18030")
    click.echo(told(f"shuzhi: {file} is not UTF-8; read as GB18030"), err=True)
    return text


def read_notes(file: Path) -> list[str]:
    """The notes of a file, one a line, without blank lines."""
    return [line for line in read_text(file).split("\n") if line.strip()]


def lexicon_for(year: int | None, place: str = "") -> Lexicon:
    """The phrase book, with the year pack when a year is asked for. `place` is where it was asked for."""
    try:
        return load_lexicon(PROMPTS, year)
    except (FileNotFoundError, ValueError) as error:
        refuse(f"shuzhi: {place}{error}")
