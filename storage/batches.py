"""Running jobs on the connection: those that wait together in one commit, and none at another's expense."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from storage.errors import StorageError, UnwritableDatabase, UnwritableNow
from storage.sealing import SealedDatabase, WrongKey, remembered

T = TypeVar("T")

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
_PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job that waits for its turn, and who waits for it: a task of `loop`, or a thread."""

    job: Callable[[Database], Any]
    writes: bool
    future: "Future[Any] | asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop | None = None
    alone: bool = False
    """Whether it must not be within a transaction with others, but behind it."""


Outcome = tuple[Waiting, Any, Exception | None]


class _Failed(Exception):
    """A job failed over itself where the others could not go on without it."""


def run_batch(db: SealedDatabase, batch: list[Waiting]) -> tuple[list[Outcome], StorageError | None]:
    """What came of every job of the batch, and what the file has against writing, if anything."""
    try:
        return _run_together(db, batch), None
    except (sqlite3.Error, WrongKey) as problem:
        db.remembered.clear()
        with suppress(sqlite3.Error):
            db.rollback()
        told = problem if isinstance(problem, WrongKey) else told_of(problem, "the database")
        if len(batch) == 1:
            return [(batch[0], None, told)], told
        hopeless = isinstance(problem, WrongKey) or _code(problem) in _NOT_FOR_US
        outcomes: list[Outcome] = []
        found: StorageError | None = None
        for waiting in batch:
            if hopeless and waiting.writes:
                outcomes.append((waiting, None, told))
                found = told
            else:
                alone, trouble = run_batch(db, [waiting])
                outcomes += alone
                found = trouble or found
        return outcomes, found


def _run_together(db: SealedDatabase, batch: list[Waiting]) -> list[Outcome]:
    """Run the jobs, those that write in one commit. Raises whatever the file has against it.

    They are run in good hope at first: savepoints make SQLite copy every page that a job changes. Where one
    fails, everything is taken back, and run again with a savepoint for each.
    """
    if not any(waiting.writes for waiting in batch):
        db.look_around()
        return [_run_one(db, waiting) for waiting in batch]
    try:
        return _commit(db, batch, apart=False)
    except _Failed:
        db.rollback()
        return _commit(db, batch, apart=True)


def _commit(db: SealedDatabase, batch: list[Waiting], *, apart: bool) -> list[Outcome]:
    """Run the jobs and commit. `apart`, each can be taken back by itself; else raises _Failed over one."""
    db.conn.execute("BEGIN IMMEDIATE")
    db.look_around()
    db.still_fits()
    db.apart = apart
    outcomes = []
    for waiting in batch:
        outcomes.append(_run_one(db, waiting))
        if not db.conn.in_transaction:
            raise sqlite3.OperationalError("the transaction has ended") from outcomes[-1][2]
    db.conn.execute("COMMIT")
    return outcomes


def _run_one(db: SealedDatabase, waiting: Waiting) -> Outcome:
    if waiting.writes:
        return waiting, *attempt(db, waiting.job)
    try:
        return waiting, waiting.job(db), None
    except Exception as error:  # noqa: BLE001 - it is told to whoever waits
        return waiting, None, _its_own(db, error)


def attempt(db: Database, job: Callable[[Database], T]) -> tuple[T | None, Exception | None]:
    """What a job brings, or the error that is its own; then nothing is left of what it wrote.

    It runs within a transaction, and may be a part of another job. Raises what the file has against it.
    """
    apart = not isinstance(db, SealedDatabase) or db.apart
    try:
        if not apart:
            return job(db), None
        with _savepoint(db):
            return job(db), None
    except _Failed:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        its_own = _its_own(db, error)
        if not apart:
            raise _Failed from its_own
        return None, its_own


def _its_own(db: Database, error: Exception) -> Exception:
    """The error, if a job is to blame for it. Raises it if the file is."""
    remembered(db).clear()
    if isinstance(error, sqlite3.Error) and _code(error) in _OF_THE_FILE:
        raise error
    return error


@contextmanager
def _savepoint(db: Database) -> Iterator[None]:
    """What the job writes, or nothing of it. Its name is always the same, so that SQLite parses it once."""
    db.conn.execute("SAVEPOINT job")
    try:
        yield
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK TO job")
            db.conn.execute("RELEASE job")
        raise
    db.conn.execute("RELEASE job")


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for an error that did not come from there."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def told_of(problem: Exception, path: Path | str) -> StorageError:
    """What went wrong, as a sentence for the operator."""
    if isinstance(problem, sqlite3.DatabaseError) and "not a database" in str(problem):
        return StorageError(f"{path} is not a SQLite database")
    if isinstance(problem, sqlite3.DatabaseError) and "malformed" in str(problem):
        return UnwritableDatabase(f"{path} is damaged; restore a backup")
    why = problem.strerror if isinstance(problem, OSError) else None
    kind = UnwritableNow if _passes(problem) else UnwritableDatabase
    return kind(f"cannot write {path}: {why or problem}")


def _passes(problem: Exception) -> bool:
    """Whether it may be over later, with nobody doing anything about the file itself."""
    if isinstance(problem, OSError):
        return problem.errno in (ENOSPC, EDQUOT)
    return isinstance(problem, sqlite3.Error) and _code(problem) in _PASSING
