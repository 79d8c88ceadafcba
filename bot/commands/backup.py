"""`shuzhi backup`: a consistent copy of the database while the bot runs."""

from pathlib import Path

import click

from bot.commands.configuring import settings
from bot.commands.language import told
from bot.commands.options import db_option


@click.command
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@db_option
def command(file: Path, db: Path | None) -> None:
    """Copy the database to FILE, while the bot runs. To restore, stop the bot and put FILE in its place."""
    from storage.backup import backup

    size = backup(db or settings().shuzhi_db, file)
    click.echo(told(f"{file}: {size} bytes, checked"))
