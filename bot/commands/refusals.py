"""Turning what a person can mend into a sentence and exit code 2."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

from bot.commands.language import told

BAD_USAGE = 2


@contextmanager
def refusals() -> Iterator[None]:
    """Anything known that goes wrong inside ends the program with one clear sentence each."""
    try:
        yield
    except (PermissionError, FileNotFoundError, NotADirectoryError, IsADirectoryError) as problem:
        refuse(f"shuzhi: {problem.filename}: {problem.strerror}")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as problem:
        sentence = _known(problem)
        if sentence is None:
            raise
        refuse(sentence)


def _known(problem: Exception) -> str | None:
    """The sentence for what a person can mend; None for a fault of ours. Imports once something is wrong."""
    from pydantic import ValidationError

    from bot.library.located import Faults
    from storage import StorageError

    match problem:
        case Faults():
            return str(problem)
        case StorageError():
            return f"shuzhi: {problem}"
        case ValidationError():
            wrong = "; ".join(
                f"{error['loc'][0]}: {error['msg']}" for error in problem.errors(include_input=False)
            )
            return f"shuzhi: a setting cannot be used: {wrong}"
        case _:
            return None


def refuse(sentence: str) -> NoReturn:
    """End the program with a sentence in the terminal's language and exit code 2."""
    click.echo("\n".join(told(line) for line in sentence.splitlines()), err=True)
    sys.exit(BAD_USAGE)
