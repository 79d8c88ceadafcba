"""`shuzhi doctor`: is the database sound, what waits, what was set aside."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.configuring import settings
from bot.commands.language import told
from bot.commands.opening import existing, opened
from bot.commands.options import db_option
from bot.commands.printing import echo_json

if TYPE_CHECKING:
    from storage.diagnosis import Diagnosis

FOUND = 1


@click.command
@click.option("--json", "as_json", is_flag=True, help="Print the diagnosis as JSON.")
@db_option
def command(as_json: bool, db: Path | None) -> None:
    """Check the database file, count what waits, show messages that were set aside.

    Exit code 0: nothing to do. 1: the file is damaged or messages were set aside.
    """
    from storage.diagnosis import diagnose

    configured = settings()
    path = existing(configured, db)
    with opened(configured, path) as store:
        found = store.read_now(diagnose)
    if as_json:
        echo_json(asdict(found))
    else:
        _print(found, path)
    sys.exit(FOUND if found.damage or found.dead else 0)


def _print(found: "Diagnosis", path: Path) -> None:
    said = f"{path}: damaged: {found.damage}" if found.damage else f"{path}: sound"
    click.echo(told(said))
    click.echo(told(f"{found.people} people, {found.drafts} drafts, {found.events} events"))
    click.echo(
        told(
            f"waiting: {found.waiting} messages, {found.screens_behind} screens, {found.files_waiting} files"
        )
    )
    for letter in found.dead:
        click.echo(told(f"set aside: message {letter.seq} of {letter.received_at}, chat {letter.chat}"))
        for line in (letter.error or letter.state).splitlines():
            click.echo(f"    {line}")
