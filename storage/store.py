"""The storage thread: one connection, one thread, and writes that wait together share one commit."""

import asyncio
import os
import queue
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from errno import EISDIR
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from storage.batches import Waiting, run_batch, told_of
from storage.errors import ForeignDatabase, NewerDatabase, StorageError
from storage.handing import hand_over
from storage.migrations import MIGRATIONS, is_foreign, unknown_migrations
from storage.scrubbing import Left, emptied, impatient, scrub
from storage.sealing import Key, SealedDatabase, WrongKey, check_key, note_key
from storage.settling import Settling
from storage.trouble import Trouble

T = TypeVar("T")
Job = Callable[[Database], T]

BUSY_SECONDS = 15
MOST_JOBS_IN_ONE_COMMIT = 256
SOON = 0.05
"""Seconds that a write may wait for others to go along with."""
STATEMENTS = 512
"""More than the program has: each is parsed once."""
OWNER_ONLY = 0o600
"""What people said is nobody else's on the machine; SQLite gives the files beside a database its mode."""


class Store:
    """Opens (and creates) the database at `path` and runs jobs on it, one after the other.

    With a `key` people's words are sealed in the file; one that does not fit raises WrongKey.

    Guaranteed: a `write` has been committed to disk when its result arrives; a job that raises leaves no
    trace, and does not disturb the jobs which share its commit: if the file fails them together, each is
    tried by itself, and a job may run twice for that. A job whose caller was cancelled before it began is not
    run; one that has begun is finished. Raises UnwritableDatabase, NewerDatabase or ForeignDatabase. That the
    file cannot be written is logged once, and once more when it can be again.
    """

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self._queue: queue.SimpleQueue[list[Waiting] | None] = queue.SimpleQueue()
        self._patient: deque[Waiting] = deque()
        self._going: asyncio.TimerHandle | None = None
        self._entrance, self._closed = threading.Lock(), False
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

    def write_begun(self, job: Job[T]) -> "asyncio.Future[T]":
        """`write`, under way: whatever is asked for from now on finds it done, or taken back."""
        return self._begun(job, writes=True)

    def write_soon(self, job: Job[T]) -> "asyncio.Future[T]":
        """`write` what nobody waits for: it goes along with the next job, or by itself after SOON seconds."""
        self._still_open()
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._patient.append(Waiting(job, True, future, loop))
        if self._going is None:
            self._going = loop.call_later(SOON, self._go)
        return future

    def _go(self) -> None:
        self._going = None
        if self._patient and not self._closed:
            self._submit()

    def write_now(self, job: Job[T]) -> T:
        """`write` for callers without an event loop, such as commands."""
        return self._block(job, writes=True)

    def read_now(self, job: Job[T]) -> T:
        """`read` for callers without an event loop."""
        return self._block(job, writes=False)

    async def scrub(self, left: Left | None = None) -> Left | None:
        """Overwrite free pages and empty the write-ahead log, where copies of deleted rows may stand.

        None once no trace is left. Where somebody who reads the file, or a full disk, stands in the way, what
        is left to do, to be handed in the next time.
        """
        return await self._await(lambda db: self._scrubbed(db, left), writes=False, alone=True)

    def scrub_now(self) -> Left | None:
        """`scrub` for callers without an event loop."""
        return self._block(lambda db: self._scrubbed(db, None), writes=False, alone=True)

    def _scrubbed(self, db: Database, left: Left | None) -> Left | None:
        return scrub(db, self.path, left, patience=BUSY_SECONDS * 1000)

    def close(self) -> None:
        """Finish what is queued and close the file; whatever comes after raises StorageError."""
        with self._entrance:
            if not self._closed:
                self._queue.put([*self._patient_ones()])
                self._queue.put(None)
            self._closed = True
        self._thread.join()

    async def _await(self, job: Job[T], *, writes: bool, alone: bool = False) -> T:
        return await self._begun(job, writes=writes, alone=alone)

    def _begun(self, job: Job[T], *, writes: bool, alone: bool = False) -> "asyncio.Future[T]":
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._submit(Waiting(job, writes, future, loop, alone))
        return future

    def _block(self, job: Job[T], *, writes: bool, alone: bool = False) -> T:
        future: Future[T] = Future()
        self._submit(Waiting(job, writes, future, alone=alone))
        return future.result()

    def _submit(self, *waiting: Waiting) -> None:
        """Queue jobs behind those that could wait for them."""
        with self._entrance:
            self._still_open()
            self._queue.put([*self._patient_ones(), *waiting])

    def _still_open(self) -> None:
        if self._closed:
            raise StorageError("the database is closed")

    def _patient_ones(self) -> Iterator[Waiting]:
        with suppress(IndexError):
            while True:
                yield self._patient.popleft()

    def _work(self, ready: "Future[None]") -> None:
        try:
            db = open_database(self.path, self.key)
        except BaseException as problem:  # noqa: BLE001 - whoever opens the store gets it
            ready.set_exception(problem)
            return
        ready.set_result(None)
        trouble, settling = Trouble(), Settling(db)
        while True:
            try:
                first = self._queue.get(timeout=trouble.patience)
            except queue.Empty:
                trouble.look()
                continue
            if first is None:
                break
            batch, closing = first, False
            while len(batch) < MOST_JOBS_IN_ONE_COMMIT and not self._queue.empty():
                more = self._queue.get()
                if more is None:
                    closing = True
                    break
                batch += more
            wanted = [waiting for waiting in batch if not waiting.future.cancelled()]
            together = [waiting for waiting in wanted if not waiting.alone]
            for jobs in (together, *([waiting] for waiting in wanted if waiting.alone)):
                outcomes, against = run_batch(db, jobs)
                trouble.met(against, wrote=any(waiting.writes for waiting in jobs))
                hand_over(outcomes)
            settling.look()
            if closing:
                break
        db.close()


def open_database(path: Path, key: Key | None) -> SealedDatabase:
    """The file at `path`, up to date and ready. Raises StorageError, and then has changed nothing in it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, OWNER_ONLY))
        connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, cached_statements=STATEMENTS
        )
        if is_foreign(connection):
            connection.close()
            raise ForeignDatabase(f"{path} is a database of another program")
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
        with impatient(db, BUSY_SECONDS * 1000), suppress(sqlite3.OperationalError):
            emptied(db)
    except (sqlite3.Error, OSError) as problem:
        raise told_of(problem, path) from problem
    return db
