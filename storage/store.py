"""The storage thread: one connection, one thread, and writes that wait together share one commit."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from storage.errors import NewerDatabase, StorageError, UnwritableDatabase
from storage.migrations import MIGRATIONS, unknown_migrations
from storage.sealing import Key, SealedDatabase, WrongKey, check_key, note_key, still_fits

T = TypeVar("T")
Job = Callable[[Database], T]

BUSY_SECONDS = 15
MOST_JOBS_IN_ONE_COMMIT = 256


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Callable[[Database], Any]
    writes: bool
    future: "Future[Any]"


class Store:
    """Opens (and creates) the database at `path` and runs jobs on it, one after the other.

    With a `key` people's words are sealed in the file; one that does not fit raises WrongKey.

    Guaranteed: a `write` has been committed to disk when its result arrives; a job that raises leaves no
    trace, and does not disturb the jobs which share its commit. A job whose caller was cancelled before it
    began is not run; one that has begun is finished. Raises UnwritableDatabase or NewerDatabase.
    """

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        ready: Future[None] = Future()
        self._thread = threading.Thread(target=self._work, args=(ready,), name="storage", daemon=True)
        self._thread.start()
        ready.result()

    async def write(self, job: Job[T]) -> T:
        """Run `job` in a transaction of the storage thread; return its result once it is on disk."""
        return await asyncio.wrap_future(self._submit(job, writes=True))

    async def read(self, job: Job[T]) -> T:
        """Run a job that only reads."""
        return await asyncio.wrap_future(self._submit(job, writes=False))

    def write_now(self, job: Job[T]) -> T:
        """`write` for callers without an event loop, such as commands."""
        return self._submit(job, writes=True).result()

    def read_now(self, job: Job[T]) -> T:
        """`read` for callers without an event loop."""
        return self._submit(job, writes=False).result()

    async def scrub(self) -> bool:
        """Empty the write-ahead log, where copies of deleted rows may stand; False if it is being read."""
        return await self.read(_scrub)

    def scrub_now(self) -> bool:
        """`scrub` for callers without an event loop."""
        return self.read_now(_scrub)

    def close(self) -> None:
        """Finish what is queued and close the file."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    def _submit(self, job: Job[T], *, writes: bool) -> "Future[T]":
        if not self._thread.is_alive():
            raise StorageError("the database is closed")
        future: Future[T] = Future()
        self._queue.put(_Waiting(job, writes, future))
        return future

    def _work(self, ready: "Future[None]") -> None:
        try:
            db = open_database(self.path, self.key)
        except BaseException as problem:  # noqa: BLE001 - whoever opens the store gets it
            ready.set_exception(problem)
            return
        ready.set_result(None)
        while (first := self._queue.get()) is not None:
            batch, closing = [first], False
            while len(batch) < MOST_JOBS_IN_ONE_COMMIT and not self._queue.empty():
                waiting = self._queue.get()
                if waiting is None:
                    closing = True
                    break
                batch.append(waiting)
            _run_batch(db, [waiting for waiting in batch if waiting.future.set_running_or_notify_cancel()])
            if closing:
                break
        db.close()


def _scrub(db: Database) -> bool:
    if db.conn.in_transaction:
        return False
    db.execute("PRAGMA busy_timeout = 0")
    try:
        return bool(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    except sqlite3.OperationalError:
        return False
    finally:
        db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


def open_database(path: Path, key: Key | None) -> SealedDatabase:
    """The file at `path`, up to date and ready. Raises StorageError, and then has changed nothing in it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        db = SealedDatabase(connection)
        if newer := unknown_migrations(db):
            connection.close()
            raise NewerDatabase(
                f"{path} was written by a newer version of shuzhi ({newer[0]}); update the program"
            )
        try:
            check_key(db, key)
        except WrongKey:
            connection.close()
            raise
        MIGRATIONS.apply(db)
        note_key(db, key)
        db.key = key
        _scrub(db)
    except (sqlite3.Error, OSError) as problem:
        raise _told(problem, path) from problem
    return db


def _told(problem: Exception, path: Path | str) -> StorageError:
    if isinstance(problem, sqlite3.DatabaseError) and "not a database" in str(problem):
        return StorageError(f"{path} is not a SQLite database")
    return UnwritableDatabase(f"cannot write {path}: {problem}")


def _run_batch(db: SealedDatabase, batch: list[_Waiting]) -> None:
    outcomes: list[tuple[_Waiting, Any, BaseException | None]] = []
    try:
        if any(waiting.writes for waiting in batch):
            db.conn.execute("BEGIN IMMEDIATE")
            still_fits(db)
            outcomes.extend(_run_one(db, waiting) for waiting in batch)
            db.conn.execute("COMMIT")
        else:
            outcomes.extend(_run_one(db, waiting) for waiting in batch)
    except (sqlite3.Error, WrongKey) as problem:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        told = problem if isinstance(problem, WrongKey) else _told(problem, "the database")
        for waiting in batch:
            waiting.future.set_exception(told)
        return
    for waiting, result, error in outcomes:
        if error is None:
            waiting.future.set_result(result)
        else:
            waiting.future.set_exception(error)


def _run_one(db: Database, waiting: _Waiting) -> tuple[_Waiting, Any, BaseException | None]:
    try:
        if not waiting.writes:
            return waiting, waiting.job(db), None
        with db.atomic():
            return waiting, waiting.job(db), None
    except sqlite3.OperationalError:
        raise
    except Exception as error:  # noqa: BLE001 - the job's own error belongs to whoever awaits the job
        return waiting, None, error
