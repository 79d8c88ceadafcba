"""Text files as people have them: UTF-8, UTF-16 with its mark, GB18030. Bad files become one sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot.commands.configuring import settings
from bot.commands.language import told
from bot.commands.refusals import refuse
from bot.encodings import GB18030, decoded
from bot.facts import Lexicon
from bot.library.lexicon import load_lexicon
from bot.library.shelf import SHIPPED

if TYPE_CHECKING:
    from bot.documents.reading import Unreadable

STANDARD_INPUT = Path("-")


def read_text(file: Path) -> str:
    """The text of a file, of standard input for `-`; its lines ended by newlines.

    A file in GB18030 is read, and said to be so; an empty one is said to be empty. Anything that is no text
    ends the program with exit code 2.
    """
    raw = read_bytes(file)
    if is_document(raw):
        refuse(f"shuzhi: {file} is no text file but a Word, Excel or PDF file; save it as .txt")
    return decode(file, raw)


def decode(file: Path, raw: bytes) -> str:
    """What `read_text` makes of the bytes of a text file."""
    try:
        text, encoding = decoded(raw)
    except UnicodeDecodeError:
        text, encoding = "\0", GB18030
    if encoding == GB18030:
        if "\0" in text:
            refuse(f"shuzhi: {file} is not a text: neither UTF-8 nor GB18030")
        click.echo(told(f"shuzhi: {file} is not UTF-8; read as GB18030"), err=True)
    if not text.strip():
        click.echo(told(f"shuzhi: {file} is empty"), err=True)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(file: Path) -> bytes:
    """What is in a file, or comes by standard input for `-`. One that cannot be read ends the program."""
    try:
        return sys.stdin.buffer.read() if file == STANDARD_INPUT else file.read_bytes()
    except OSError as error:
        refuse(f"shuzhi: cannot read {file}: {error.strerror or 'no such file'}")


def refuse_unreadable(file: Path, problem: Unreadable) -> NoReturn:
    """End the program with the reason why the file is no report."""
    reason = problem.reason.name.lower().replace("_", " ")
    refuse(f"shuzhi: {file} cannot be read as a report ({reason})")


def is_document(raw: bytes) -> bool:
    """Whether these are the bytes of a Word, Excel, RTF or PDF file, whatever its name."""
    from bot.documents.reading import says_what_it_is

    return says_what_it_is(raw)


def read_notes(file: Path) -> list[str]:
    """The notes of a file, one a line, without blank lines."""
    return [line for line in read_text(file).split("\n") if line.strip()]


def lexicon_for(year: int | None, place: str = "") -> Lexicon:
    """The phrase book of SHUZHI_PROMPTS, with the year pack when a year is asked for.

    `place` is where it was asked for.
    """
    try:
        return load_lexicon(settings().shuzhi_prompts or SHIPPED, year)
    except (FileNotFoundError, ValueError) as error:
        refuse(f"shuzhi: {place}{error}")
