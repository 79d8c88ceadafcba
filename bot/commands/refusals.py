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
    from pydantic import ValidationError

    from bot.library.located import Faults
    from storage import StorageError

    try:
        yield
    except Faults as problem:
        refuse(str(problem))
    except StorageError as problem:
        refuse(f"shuzhi: {problem}")
    except ValidationError as problem:
        wrong = "; ".join(
            f"{error['loc'][0]}: {error['msg']}" for error in problem.errors(include_input=False)
        )
        refuse(f"shuzhi: a setting cannot be used: {wrong}")
    except (PermissionError, FileNotFoundError, NotADirectoryError, IsADirectoryError) as problem:
        refuse(f"shuzhi: {problem.filename}: {problem.strerror}")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def refuse(sentence: str) -> NoReturn:
    """End the program with a sentence in the terminal's language and exit code 2."""
    click.echo("\n".join(told(line) for line in sentence.splitlines()), err=True)
    sys.exit(BAD_USAGE)
