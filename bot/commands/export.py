"""`shuzhi export`: everything that was said, as JSON."""

from pathlib import Path

import click

from bot.commands.configuring import settings
from bot.commands.opening import existing, opened
from bot.commands.options import db_option
from bot.commands.printing import echo_json


@click.command
@click.option("--user", help="Only this person: the Telegram id or the terminal's name (default: everybody).")
@db_option
def command(user: str | None, db: Path | None) -> None:
    """Print drafts with every note, its question, order and time, as JSON."""
    from bot.assistant.export import exported, exported_loose

    configured = settings()
    with opened(configured, existing(configured, db)) as store:
        drafts = store.read_now(lambda database: exported(database, user))
        loose = store.read_now(lambda database: exported_loose(database, user))
    echo_json({"drafts": drafts, "before_any_draft": loose}, indent=2)
