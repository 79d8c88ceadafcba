"""`shuzhi chat`: the interview in the terminal, also scripted through a pipe."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.configuring import settings
from bot.commands.opening import assistant
from bot.commands.options import db_option, user_option

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command
@db_option
@user_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where finished files go (SHUZHI_OUT)."
)
def command(db: Path | None, user: str, out: Path | None) -> None:
    """The interview in the terminal. Piped input is read one move per line: text, /command, or a button."""
    talk(settings(), db, user, out)


def talk(configured: "Settings", db: Path | None, user: str, out: Path | None = None) -> None:
    """Run the terminal until its input ends."""
    from bot.terminal.chat import chat

    with assistant(configured, db) as house:
        try:
            asyncio.run(chat(house, user, out or configured.shuzhi_out))
        except KeyboardInterrupt:
            click.echo("\n" + house.shelf.texts("terminal_bye"))
