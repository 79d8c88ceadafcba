"""Turning what a person can mend into a sentence and exit code 2, or 75 for what may pass by itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EIO, ENOSPC
from typing import TYPE_CHECKING, NoReturn

import click

from bot.commands.language import told

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

BAD_USAGE = 2
TRY_LATER = 75
"""As sysexits.h has it: nothing is wrong with what was asked, and a service is to be started again."""
INTERRUPTED = 130
"""What shells report of a program that Ctrl-C has ended."""
UNWRITTEN = (ENOSPC, EDQUOT, EIO)
"""Where standard output is a file, and the disk is full or broken."""


@contextmanager
def refusals() -> Iterator[None]:
    """Anything known that goes wrong inside ends the program with one clear sentence each."""
    try:
        yield
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as problem:
        if problem.filename is not None:
            refuse(f"shuzhi: {problem.filename}: {problem.strerror}")
        if problem.errno not in UNWRITTEN:
            raise
        with suppress(OSError):
            sys.stdout.close()
        refuse(f"shuzhi: what is printed cannot be written: {problem.strerror}")
    except Exception as problem:
        sentence = _known(problem)
        if sentence is None:
            raise
        refuse(sentence, _code(problem))


def _known(problem: Exception) -> str | None:
    """The sentence for what a person can mend; None for a fault of ours. Imports once something is wrong."""
    from pydantic import ValidationError

    from bot.library.located import Faults
    from bot.variables import BadEnvFile
    from storage import Damaged, StorageError

    match problem:
        case Faults():
            return str(problem)
        case StorageError() | Damaged():
            return f"shuzhi: {problem}"
        case ValidationError():
            wrong = problem.errors(include_input=False, include_url=False)
            return "\n".join(f"shuzhi: {str(error['loc'][0]).upper()}: {_in_words(error)}" for error in wrong)
        case BadEnvFile():
            return str(problem)
        case _:
            return None


def _code(problem: Exception) -> int:
    from storage import UnwritableNow

    return TRY_LATER if isinstance(problem, UnwritableNow) else BAD_USAGE


def _in_words(error: "ErrorDetails") -> str:
    """What is wrong with a setting, behind its name; never its value, which could be a key."""
    given = error.get("ctx", {})
    match error["type"]:
        case "int_parsing" | "int_from_float":
            return "must be a whole number"
        case "decimal_parsing" | "decimal_type" | "finite_number":
            return "must be a number"
        case "bool_parsing":
            return "must be true or false"
        case "greater_than_equal":
            return f"must be {given['ge']} or more"
        case "literal_error":
            return f"must be {given['expected']}"
        case _:
            return error["msg"].removeprefix("Value error, ")


def refuse(sentence: str, code: int = BAD_USAGE) -> NoReturn:
    """End the program with a sentence in the terminal's language and an exit code."""
    click.echo("\n".join(told(line) for line in sentence.splitlines()), err=True)
    sys.exit(code)
