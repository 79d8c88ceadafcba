"""Running jobs on the connection: those that wait together in one commit, and none at another's expense."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from storage.errors import StorageError, UnwritableDatabase
from storage.sealing import SealedDatabase, WrongKey, still_fits

_NOT_FOR_US = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
"""The file cannot be had at all: no job of the batch would fare better by itself."""
_OF_THE_FILE = _NOT_FOR_US | {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}
"""What fails because of the file or the disk; every other error is a job's own."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job that waits for its turn."""

    job: Callable[[Database], Any]
    writes: bool
    future: "Future[Any]"


Outcome = tuple[Waiting, Any, Exception | None]


def run_batch(db: SealedDatabase, batch: list[Waiting]) -> StorageError | None:
    """Settle every job of the batch; what the file has against writing, if anything."""
    try:
        outcomes = _run_together(db, batch)
    except (sqlite3.Error, WrongKey) as problem:
        db.remembered.clear()
        with suppress(sqlite3.Error):
            db.rollback()
        told = problem if isinstance(problem, WrongKey) else told_of(problem, "the database")
        if len(batch) == 1:
            batch[0].future.set_exception(told)
            return told
        hopeless = isinstance(problem, WrongKey) or _code(problem) in _NOT_FOR_US
        found: StorageError | None = None
        for waiting in batch:
            if hopeless and waiting.writes:
                waiting.future.set_exception(told)
                found = told
            else:
                found = run_batch(db, [waiting]) or found
        return found
    for waiting, result, error in outcomes:
        if error is None:
            waiting.future.set_result(result)
        else:
            waiting.future.set_exception(error)
    return None


def _run_together(db: SealedDatabase, batch: list[Waiting]) -> list[Outcome]:
    """Run the jobs, those that write in one commit. Raises whatever the file has against it."""
    if not any(waiting.writes for waiting in batch):
        return [_run_one(db, waiting) for waiting in batch]
    db.conn.execute("BEGIN IMMEDIATE")
    still_fits(db)
    outcomes = []
    for waiting in batch:
        outcomes.append(_run_one(db, waiting))
        if not db.conn.in_transaction:
            raise sqlite3.OperationalError("the transaction has ended") from outcomes[-1][2]
    db.conn.execute("COMMIT")
    return outcomes


def _run_one(db: SealedDatabase, waiting: Waiting) -> Outcome:
    try:
        if not waiting.writes:
            return waiting, waiting.job(db), None
        with db.atomic():
            return waiting, waiting.job(db), None
    except Exception as error:
        db.remembered.clear()
        if isinstance(error, sqlite3.Error) and _code(error) in _OF_THE_FILE:
            raise
        return waiting, None, error


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for an error that did not come from there."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def told_of(problem: Exception, path: Path | str) -> StorageError:
    """What went wrong, as a sentence for the operator."""
    if isinstance(problem, sqlite3.DatabaseError) and "not a database" in str(problem):
        return StorageError(f"{path} is not a SQLite database")
    return UnwritableDatabase(f"cannot write {path}: {problem}")
