"""Options that several commands have."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    pass

F = TypeVar("F", bound=Callable[..., Any])

db_option: Callable[[F], F] = click.option(
    "--db", type=click.Path(path_type=Path, dir_okay=False), help="The database file (default: SHUZHI_DB)."
)
user_option: Callable[[F], F] = click.option(
    "--user", default="me", show_default=True, help="Who is typing, to tell people on one database apart."
)
