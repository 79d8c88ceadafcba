"""`shuzhi purge`: delete everything of one person."""

from pathlib import Path

import click

from bot.commands.configuring import settings
from bot.commands.language import told
from bot.commands.opening import existing, opened
from bot.commands.options import db_option

STILL_READ = (
    "another program reads the database, so the log beside it still holds what was deleted; "
    "the bot overwrites it when it starts next"
)


@click.command
@click.option(
    "--user",
    required=True,
    help="As `shuzhi export` names them: telegram:1001, terminal:me; write:NAME for `shuzhi write`.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@db_option
def command(user: str, yes: bool, db: Path | None) -> None:
    """Delete all drafts, notes and messages of one person. Backups keep their copies."""
    from storage import calls
    from storage.people import everybody
    from storage.purge import purge

    configured = settings()
    with opened(configured, existing(configured, db)) as store:
        known = {person.id for person in store.read_now(everybody)} | store.read_now(calls.people)
        if user not in known:
            raise click.UsageError(told(f"nothing is kept of {user}"))
        if not yes:
            click.confirm(told(f"Delete everything of {user}?"), abort=True)
        purged = store.write_now(lambda database: purge(database, user))
        left = store.scrub_now()
    click.echo(told(f"deleted {purged.drafts} drafts, {purged.events} events, {purged.messages} messages"))
    if left is not None:
        click.echo(told(STILL_READ), err=True)
