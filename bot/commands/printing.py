"""Printing what people wrote: columns under Chinese, no control characters, any terminal's encoding."""

from __future__ import annotations

import json
import sys
import unicodedata

import click


def printable(text: str) -> str:
    """The text with a blank for every character that a terminal would act on instead of showing it."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def width(text: str) -> int:
    """How many columns a terminal takes for `printable(text)`: two for a wide character."""
    return sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """The text with blanks behind it, so that what follows stands in one column."""
    return text + " " * (columns - width(text))


def echo_json(value: object, indent: int | None = None) -> None:
    """Print a value as JSON, on one line or indented; what the terminal's encoding lacks is escaped."""
    told = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        told.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        told = json.dumps(value, indent=indent)
    click.echo(told)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
