"""How rows come out of the database: as frozen dataclasses, never as dictionaries."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlite_utils import Database

from storage.sealing import unseal

R = TypeVar("R")


_COLUMNS: dict[type[Any], str] = {}
_STATEMENTS: dict[tuple[type[Any], str], str] = {}
"""Each is put together once, and then known by what it is made of."""


def columns(row: type[Any]) -> str:
    """The columns a row type reads, as SQL."""
    if row not in _COLUMNS:
        _COLUMNS[row] = ", ".join(field.name for field in fields(row))
    return _COLUMNS[row]


def _reading(row: type[Any], sql: str) -> str:
    if (row, sql) not in _STATEMENTS:
        _STATEMENTS[row, sql] = f"SELECT {columns(row)} {sql}"
    return _STATEMENTS[row, sql]


def rows(db: Database, row: type[R], sql: str, values: tuple[object, ...] = ()) -> Iterator[R]:
    """Each result of `SELECT <columns of row> <sql>` as a `row`, with what is sealed in it opened."""
    for found in db.execute(_reading(row, sql), values):
        yield made(db, row, found)


def one(db: Database, row: type[R], sql: str, values: tuple[object, ...]) -> R | None:
    """The first result, or None."""
    found = db.execute(_reading(row, sql), values).fetchone()
    return made(db, row, found) if found else None


def written(db: Database, row: type[R], sql: str, values: tuple[object, ...] = ()) -> R:
    """The one row that a statement writes, as it stands then."""
    if (row, sql) not in _STATEMENTS:
        _STATEMENTS[row, sql] = f"{sql} RETURNING {columns(row)}"
    found = db.execute(_STATEMENTS[row, sql], values).fetchone()
    return made(db, row, found)


def made(db: Database, row: type[R], found: Iterable[Any]) -> R:
    """A row of what was found of its columns, with what is sealed in it opened."""
    return row(*[unseal(db, value) if type(value) is bytes else value for value in found])


def now() -> str:
    """The present time as it is stored: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
