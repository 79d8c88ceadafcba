"""`shuzhi key`: a new key for encryption at rest."""

import os
from pathlib import Path

import click

from bot.commands.language import told


@click.command
@click.argument("file", required=False, type=click.Path(path_type=Path))
def command(file: Path | None) -> None:
    """Print a new key for SHUZHI_KEY, or write it into FILE, readable by its owner only, for SHUZHI_KEY_FILE.

    Without the key nobody can read the database again: keep a copy elsewhere.
    """
    from storage.sealing import new_key

    if file is None:
        click.echo(new_key())
        return
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.UsageError(told(f"{file} exists already and is left as it is")) from None
    try:
        with os.fdopen(descriptor, "w") as out:
            out.write(new_key() + "\n")
    except OSError as problem:
        file.unlink()
        raise OSError(problem.errno, problem.strerror, str(file)) from problem
