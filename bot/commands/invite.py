"""`shuzhi invite`: a link that lets one person in, once."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.configuring import settings
from bot.commands.language import told
from bot.commands.opening import existing, opened
from bot.commands.options import db_option

if TYPE_CHECKING:
    from telegram import Bot

    from bot.settings import Settings


@click.command
@click.option(
    "--days", type=click.IntRange(1, 365), default=7, show_default=True, help="How long it is good."
)
@click.option("--list", "listing", is_flag=True, help="List invitations instead.")
@click.option("--withdraw", type=int, metavar="N", help="Make invitation N of the list worthless instead.")
@db_option
def command(days: int, listing: bool, withdraw: int | None, db: Path | None) -> None:
    """Print a link that lets one person use the bot: the first who opens it."""
    from storage import access

    configured = settings()
    looking = listing or withdraw is not None
    path = existing(configured, db) if looking else db or configured.shuzhi_db
    with opened(configured, path) as store:
        if listing:
            known = store.read_now(access.invitations)
            for one in known:
                click.echo(f"{one.id}\t{one.state}\t{one.expires_at[:16]}\t{one.used_by or ''}")
            if not known:
                click.echo(told("there are no invitations"))
        elif withdraw is not None:
            if not store.write_now(lambda database: access.withdraw(database, withdraw)):
                raise click.UsageError(told(f"there is no open invitation {withdraw}"))
            click.echo(told(f"invitation {withdraw} is worthless now"))
        else:
            link = _link(configured)
            secret = store.write_now(lambda database: access.invite(database, days))
            made = store.read_now(access.invitations)[0]
            click.echo(f"{link}?start={secret}")
            click.echo(told(f"for one person, until {made.expires_at[:16]}"), err=True)


def _link(configured: "Settings") -> str:
    """The bot's own link, as Telegram knows it."""
    from telegram.error import InvalidToken, TelegramError

    from bot.telegram.logging_in import BadToken, make_bot

    if not configured.token:
        raise click.UsageError(told("invitations need TELEGRAM_BOT_TOKEN: the link carries the bot's name"))
    try:
        bot = make_bot(configured.token, configured.telegram_api_url)
        return asyncio.run(_asked(bot))
    except (BadToken, InvalidToken):
        raise click.UsageError(
            told("Telegram does not accept TELEGRAM_BOT_TOKEN; copy it again from @BotFather")
        ) from None
    except TelegramError:
        raise click.UsageError(
            told("the Bot API cannot be reached, so the bot's name is not known; try again later")
        ) from None


async def _asked(bot: "Bot") -> str:
    async with bot:
        return str(bot.link)
