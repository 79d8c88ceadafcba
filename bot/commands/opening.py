"""Opening the database, and an assistant over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.language import told

if TYPE_CHECKING:
    from bot.assistant.desk import Assistant
    from bot.settings import Settings
    from storage import Key, Store
from bot.commands.configuring import Warn, access, keeping, limits, providers, say, shelf

CLEAR_TEXT = "no SHUZHI_KEY is set: what people say is stored in clear text (see `shuzhi key`)"


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
        from bot.assistant.house import prompt_book_of

        prompt_book_of(books)  # what is wrong there is said now, not when the first report is ordered
    quiet_logging()
    with opened(configured, db or configured.shuzhi_db) as store:
        if store.key is None:
            warn(CLEAR_TEXT)
        writer = Writer(
            store, books, models, limits=limits(configured), asks_back=configured.shuzhi_model_asks
        )
        yield Assistant(store, books, writer=writer, access=access(configured), keeping=keeping(configured))
