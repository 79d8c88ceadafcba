"""`shuzhi run`: the Telegram bot, or the terminal when there is no token."""

import asyncio
import gc
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.configuring import point_out, read_settings, say
from bot.commands.language import told
from bot.commands.opening import assistant
from bot.commands.options import db_option, user_option

if TYPE_CHECKING:
    from bot.models.listening import Listener
    from bot.settings import Settings

VOICE_CONCURRENCY = 2


@click.command
@db_option
@user_option
def command(db: Path | None, user: str) -> None:
    """Run the Telegram bot; without TELEGRAM_BOT_TOKEN the interview in the terminal."""
    configured = read_settings()
    if not configured.token:
        point_out()
        from bot.commands.chat import talk

        talk(configured, db, user)
        return
    gc.disable()  # nothing that a start reads is garbage; `run_bot` begins to look for some
    from bot.telegram.logging_in import BadToken, make_bot
    from bot.telegram.logs import log_to_stderr
    from bot.telegram.ports import Listening
    from bot.telegram.run import Hearing, run_bot
    from storage.sole import sole

    as_json = configured.shuzhi_log_format == "json"
    log_to_stderr(configured.shuzhi_log, secrets=_secrets(configured), as_json=as_json)
    warn = logging.getLogger("shuzhi").warning if as_json else say
    point_out(warn)
    listening = Listening(
        health_at=configured.shuzhi_health,
        webhook_url=configured.shuzhi_webhook_url,
        webhook_at=configured.shuzhi_webhook_listen,
    )
    with sole(db or configured.shuzhi_db), assistant(configured, db, warn) as house:
        try:
            bot = make_bot(configured.token, configured.telegram_api_url)
            hearing = Hearing(_listener(configured), keep_audio=configured.shuzhi_keep_audio)
            asyncio.run(run_bot(bot, house, listening, hearing))
        except BadToken:
            sentence = "Telegram does not accept TELEGRAM_BOT_TOKEN; copy it again from @BotFather"
            click.echo(told(f"shuzhi: {sentence}"), err=True)
            sys.exit(2)
        except OSError as problem:
            click.echo(told(f"shuzhi: {problem.strerror}"), err=True)
            sys.exit(2)
    # What is left goes with the process: to look through all of it for rubbish takes up to a second.
    gc.freeze()


def _secrets(configured: "Settings") -> list[str]:
    """Everything that must not stand in the log."""
    from bot.models.configuration import read_providers
    from bot.variables import variables

    found = [configured.telegram_bot_token, configured.shuzhi_key, configured.shuzhi_voice_key]
    found += [provider.key for provider in read_providers(variables())]
    return [secret.get_secret_value().strip() for secret in found if secret is not None]


def _listener(configured: "Settings") -> "Listener | None":
    """Who listens to voice messages; None if no server is set."""
    if not configured.shuzhi_voice_url:
        return None
    from pydantic import SecretStr

    from bot.models import Provider
    from bot.models.listening import Listener

    try:
        provider = Provider(
            name="voice",
            base_url=configured.shuzhi_voice_url,
            model=configured.shuzhi_voice_model,
            key=configured.shuzhi_voice_key or SecretStr(""),
            concurrency=VOICE_CONCURRENCY,
        )
    except ValueError as problem:
        raise click.UsageError(told(f"SHUZHI_VOICE_KEY: {problem}")) from None
    return Listener(provider)
