"""`shuzhi rekey`: encrypt the database with another key, or for the first time."""

from pathlib import Path

import click

from bot.commands.configuring import settings
from bot.commands.language import told
from bot.commands.opening import existing, key, key_in
from bot.commands.options import db_option


@click.command
@click.option(
    "--new",
    "new_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The file with the new key. Without it: the key that is set, for a database in clear text.",
)
@db_option
def command(new_file: Path | None, db: Path | None) -> None:
    """Encrypt the whole database with a new key; stop the bot first, it is refused while that runs.

    Interrupted at any moment, the database is wholly as before or wholly encrypted anew: run it again.
    Backups made before keep their old key, or their clear text.
    """
    from storage.rekey import rekey
    from storage.sole import sole

    configured = settings()
    path = existing(configured, db)
    old = key(configured)
    new = key_in(new_file) if new_file else old
    if new is None:
        raise click.UsageError(
            told("set SHUZHI_KEY or SHUZHI_KEY_FILE, or name the new key's file with --new")
        )
    with sole(path):
        done = rekey(path, old, new)
    click.echo(told(f"encrypted {done.values} values anew"))
