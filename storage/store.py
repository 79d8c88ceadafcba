"""The storage thread: one connection, one thread, and writes that wait together share one commit."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from storage.batches import Waiting, run_batch, told_of
from storage.errors import NewerDatabase, StorageError
from storage.handing import hand_over
from storage.migrations import MIGRATIONS, unknown_migrations
from storage.sealing import Key, SealedDatabase, WrongKey, check_key, note_key
from storage.trouble import Trouble

T = TypeVar("T")
Job = Callable[[Database], T]

BUSY_SECONDS = 15
MOST_JOBS_IN_ONE_COMMIT = 256
PAGES_AT_ONCE = 10_000
STATEMENTS = 512
"""More than the program has: each is parsed once."""


class Store:
    """Opens (and creates) the database at `path` and runs jobs on it, one after the other.

    With a `key` people's words are sealed in the file; one that does not fit raises WrongKey.

    Guaranteed: a `write` has been committed to disk when its result arrives; a job that raises leaves no
    trace, and does not disturb the jobs which share its commit: if the file fails them together, each is
    tried by itself, and a job may run twice for that. A job whose caller was cancelled before it began is not
    run; one that has begun is finished. Raises UnwritableDatabase or NewerDatabase. That the file cannot be
    written is logged once, and once more when it can be again.
    """

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self._queue: queue.SimpleQueue[Waiting | None] = queue.SimpleQueue()
        ready: Future[None] = Future()
        self._thread = threading.Thread(target=self._work, args=(ready,), name="storage", daemon=True)
        self._thread.start()
        ready.result()

    async def write(self, job: Job[T]) -> T:
        """Run `job` in a transaction of the storage thread; return its result once it is on disk."""
        return await self._await(job, writes=True)

    async def read(self, job: Job[T]) -> T:
        """Run a job that only reads."""
        return await self._await(job, writes=False)

    def write_now(self, job: Job[T]) -> T:
        """`write` for callers without an event loop, such as commands."""
        return self._block(job, writes=True)

    def read_now(self, job: Job[T]) -> T:
        """`read` for callers without an event loop."""
        return self._block(job, writes=False)

    async def scrub(self) -> bool:
        """Overwrite free pages and empty the write-ahead log, where copies of deleted rows may stand.

        False if somebody reads there just now, or there is no room; then it is to be tried again.
        """
        return await self.read(_scrub)

    def scrub_now(self) -> bool:
        """`scrub` for callers without an event loop."""
        return self.read_now(_scrub)

    def close(self) -> None:
        """Finish what is queued and close the file."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    async def _await(self, job: Job[T], *, writes: bool) -> T:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._submit(Waiting(job, writes, future, loop))
        return await future

    def _block(self, job: Job[T], *, writes: bool) -> T:
        future: Future[T] = Future()
        self._submit(Waiting(job, writes, future))
        return future.result()

    def _submit(self, waiting: Waiting) -> None:
        if not self._thread.is_alive():
            raise StorageError("the database is closed")
        self._queue.put(waiting)

    def _work(self, ready: "Future[None]") -> None:
        try:
            db = open_database(self.path, self.key)
        except BaseException as problem:  # noqa: BLE001 - whoever opens the store gets it
            ready.set_exception(problem)
            return
        ready.set_result(None)
        trouble = Trouble()
        while True:
            try:
                first = self._queue.get(timeout=trouble.patience)
            except queue.Empty:
                trouble.look()
                continue
            if first is None:
                break
            batch, closing = [first], False
            while len(batch) < MOST_JOBS_IN_ONE_COMMIT and not self._queue.empty():
                waiting = self._queue.get()
                if waiting is None:
                    closing = True
                    break
                batch.append(waiting)
            wanted = [waiting for waiting in batch if not waiting.future.cancelled()]
            if wanted:
                outcomes, against = run_batch(db, wanted)
                trouble.met(against, wrote=any(waiting.writes for waiting in wanted))
                hand_over(outcomes)
            if closing:
                break
        db.close()


def _scrub(db: Database) -> bool:
    if db.conn.in_transaction:
        return False
    with _impatient(db):
        try:
            _overwrite_free_pages(db)
            return _emptied(db)
        except sqlite3.Error:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            return False


@contextmanager
def _impatient(db: Database) -> Iterator[None]:
    """Whoever else uses the file just now is not waited for."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


def _overwrite_free_pages(db: Database) -> None:
    """What is deleted is overwritten at once; what a job wrote and took back again is not."""
    free = int(db.execute("PRAGMA freelist_count").fetchone()[0])
    size = int(db.execute("PRAGMA page_size").fetchone()[0])
    if not free:
        return
    db.execute("BEGIN IMMEDIATE")
    db.execute("CREATE TABLE overwritten (zeros BLOB)")
    while free > 0:
        db.execute("INSERT INTO overwritten VALUES (zeroblob(?))", (min(free, PAGES_AT_ONCE) * size,))
        free -= PAGES_AT_ONCE
    db.execute("DROP TABLE overwritten")
    db.execute("COMMIT")


def _emptied(db: Database) -> bool:
    """Whether the write-ahead log is empty now."""
    return bool(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)


def open_database(path: Path, key: Key | None) -> SealedDatabase:
    """The file at `path`, up to date and ready. Raises StorageError, and then has changed nothing in it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, cached_statements=STATEMENTS
        )
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
        with _impatient(db), suppress(sqlite3.OperationalError):
            _emptied(db)
    except (sqlite3.Error, OSError) as problem:
        raise told_of(problem, path) from problem
    return db
