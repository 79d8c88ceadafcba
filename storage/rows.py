"""How rows come out of the database: as frozen dataclasses, never as dictionaries."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlite_utils import Database

from storage.sealing import unseal

R = TypeVar("R")


_COLUMNS: dict[type[Any], str] = {}


def columns(row: type[Any]) -> str:
    """The columns a row type reads, as SQL."""
    if row not in _COLUMNS:
        _COLUMNS[row] = ", ".join(field.name for field in fields(row))
    return _COLUMNS[row]


def rows(db: Database, row: type[R], sql: str, values: tuple[object, ...] = ()) -> Iterator[R]:
    """Each result of `SELECT <columns of row> <sql>` as a `row`, with what is sealed in it opened."""
    for values_out in db.execute(f"SELECT {columns(row)} {sql}", values):
        yield row(*(unseal(db, value) for value in values_out))


def one(db: Database, row: type[R], sql: str, values: tuple[object, ...] = ()) -> R | None:
    """The first result, or None."""
    return next(rows(db, row, sql, values), None)


def now() -> str:
    """The present time as it is stored: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
