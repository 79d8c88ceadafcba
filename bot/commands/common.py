"""What several commands share: the settings, the shelf, the store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from bot.assistant.desk import Assistant
    from bot.library.shelf import Shelf
    from bot.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

db_option: Callable[[F], F] = click.option(
    "--db", type=click.Path(path_type=Path, dir_okay=False), help="The database file (default: SHUZHI_DB)."
)
user_option: Callable[[F], F] = click.option(
    "--user", default="me", show_default=True, help="Who is typing, to tell people on one database apart."
)


def settings() -> "Settings":
    """The settings as they stand now."""
    from bot.settings import Settings

    return Settings()


def shelf(configured: "Settings") -> "Shelf":
    """Everything in prompts/."""
    from bot.library.shelf import SHIPPED, read_shelf

    return read_shelf(configured.shuzhi_prompts or SHIPPED)


@contextmanager
def assistant(configured: "Settings", db: Path | None) -> Iterator["Assistant"]:
    """An assistant over the database at `db`, closed afterwards."""
    from bot.assistant.desk import Assistant
    from storage import Store

    books = shelf(configured)
    store = Store(db or configured.shuzhi_db)
    try:
        yield Assistant(store, books)
    finally:
        store.close()
