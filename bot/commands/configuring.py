"""From the settings, as they stand now, to the parts of the program that they are for."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from bot.commands.language import told

if TYPE_CHECKING:
    from bot.assistant.access import Access
    from bot.assistant.keeping import Keeping
    from bot.assistant.metering import Limits
    from bot.library.shelf import Shelf
    from bot.models import Provider
    from bot.settings import Settings

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
Warn = Callable[[str], None]


def say(message: str) -> None:
    """A word to whoever started the program, on standard error."""
    click.echo(told(f"shuzhi: {message}"), err=True)


def settings() -> "Settings":
    """The settings as they stand now; what looks like one and is none is pointed at."""
    configured = read_settings()
    point_out()
    return configured


def read_settings() -> "Settings":
    """The settings as they stand now. A proxy named in .env holds for this process as if it were exported."""
    from bot.settings import Settings
    from bot.variables import env_file

    configured = Settings()
    for name, value in env_file().items():
        if name.upper() in PROXIES and value:
            os.environ.setdefault(name, value)
    return configured


def point_out(warn: Warn = say) -> None:
    """Name what looks like a setting and is none."""
    from bot.settings import unknown
    from bot.variables import variables

    for name, nearest in unknown(variables()):
        warn(f"there is no setting {name}" + (f": {nearest} is meant?" if nearest else ""))


def providers(configured_by: "dict[str, str]", warn: Warn = say) -> "tuple[Provider, ...]":
    """The models that may be asked. Says so if an address or a key stands there and no model is named."""
    from bot.models.configuration import read_providers

    found = read_providers(configured_by)
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY"):
        if not found and name in configured_by:
            warn(f"{name} is set without SHUZHI_MODEL: no model is asked")
            break
    return found


def shelf(configured: "Settings") -> "Shelf":
    """Everything in prompts/."""
    from bot.library.shelf import SHIPPED, read_shelf

    return read_shelf(configured.shuzhi_prompts or SHIPPED)


def limits(configured: "Settings") -> "Limits":
    """How much models may be used on one day."""
    from bot.assistant.metering import Limits

    return Limits(
        calls_per_person=configured.shuzhi_daily_calls_per_person,
        tokens_per_person=configured.shuzhi_daily_tokens_per_person,
        tokens=configured.shuzhi_daily_tokens,
        money_per_person=configured.shuzhi_daily_money_per_person,
        money=configured.shuzhi_daily_money,
    )


def access(configured: "Settings") -> "Access":
    """Who may use the Telegram bot."""
    from bot.assistant.access import Access, Allowance

    return Access(
        configured.open_to_all,
        frozenset(f"telegram:{number}" for number in configured.allowed),
        frozenset(f"telegram:{number}" for number in configured.admins),
        Allowance(
            configured.shuzhi_daily_messages_per_person,
            configured.shuzhi_daily_drafts_per_person,
            configured.shuzhi_daily_voice_minutes_per_person,
        ),
    )


def keeping(configured: "Settings") -> "Keeping":
    """How long things are kept."""
    from bot.assistant.keeping import Keeping

    return Keeping(configured.shuzhi_keep_days, configured.shuzhi_backup_days)
