"""What several commands share: the settings, the shelf, the store."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.commands.language import told

if TYPE_CHECKING:
    from bot.assistant.access import Access
    from bot.assistant.desk import Assistant
    from bot.assistant.keeping import Keeping
    from bot.assistant.metering import Limits
    from bot.library.shelf import Shelf
    from bot.models import Provider
    from bot.settings import Settings
    from storage import Key, Store

CLEAR_TEXT = "no SHUZHI_KEY is set: what people say is stored in clear text (see `shuzhi key`)"
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
F = TypeVar("F", bound=Callable[..., Any])
Warn = Callable[[str], None]

db_option: Callable[[F], F] = click.option(
    "--db", type=click.Path(path_type=Path, dir_okay=False), help="The database file (default: SHUZHI_DB)."
)
user_option: Callable[[F], F] = click.option(
    "--user", default="me", show_default=True, help="Who is typing, to tell people on one database apart."
)


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


def key(configured: "Settings") -> "Key | None":
    """The key that the database is to be encrypted with; None if none is set."""
    from storage import Key

    if configured.shuzhi_key and configured.shuzhi_key_file:
        raise click.UsageError(told("set SHUZHI_KEY or SHUZHI_KEY_FILE, not both"))
    if configured.shuzhi_key_file:
        return key_in(configured.shuzhi_key_file, "SHUZHI_KEY_FILE: ")
    return Key.read(configured.shuzhi_key.get_secret_value()) if configured.shuzhi_key else None


def key_in(file: Path, place: str = "") -> "Key":
    """The key in a file, as `shuzhi key` or an editor saves it. `place` is where the file was named."""
    from storage import Key

    try:
        return Key.read(file.read_text("utf-8-sig", errors="replace"))
    except OSError as problem:
        raise click.UsageError(told(f"{place}{file}: {problem.strerror}")) from None


def existing(configured: "Settings", db: Path | None) -> Path:
    """The database file, which must be there."""
    path = db or configured.shuzhi_db
    if not path.exists():
        raise click.UsageError(told(f"there is no database at {path}"))
    if path.is_file() and path.stat().st_size == 0:
        raise click.UsageError(told(f"there is no database at {path}: the file is empty"))
    return path


@contextmanager
def opened(configured: "Settings", path: Path) -> Iterator["Store"]:
    """The store at `path`, closed afterwards."""
    from storage import Store

    store = Store(path, key(configured))
    try:
        yield store
    finally:
        store.close()


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


@contextmanager
def assistant(configured: "Settings", db: Path | None, warn: Warn = say) -> Iterator["Assistant"]:
    """An assistant over the database at `db`, closed afterwards. Says so if words are kept in clear text."""
    from bot.assistant.desk import Assistant
    from bot.assistant.writer import Writer
    from bot.models import quiet_logging
    from bot.variables import variables

    books = shelf(configured)
    models = providers(variables(), warn)
    if models:
        from bot.assistant.writing import prompt_book_of

        prompt_book_of(books)  # what is wrong there is said now, not when the first report is ordered
    quiet_logging()
    with opened(configured, db or configured.shuzhi_db) as store:
        if store.key is None:
            warn(CLEAR_TEXT)
        writer = Writer(
            store, books, models, limits=limits(configured), asks_back=configured.shuzhi_model_asks
        )
        yield Assistant(store, books, writer=writer, access=access(configured), keeping=keeping(configured))
