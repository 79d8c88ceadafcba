"""Leaving no trace of what was deleted: neither in free pages nor in the write-ahead log."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

AT_ONCE = 1 << 25
"""So many zeros in one row."""
HEADER, FRAME_HEADER = 32, 24
PAGE_SIZE, SALT, SALT_OF_FRAME = slice(8, 12), slice(16, 24), slice(8, 16)
"""Where they stand in the log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is still to be done: whether for free pages too, and which log it was when that was asked for."""

    pages: bool
    log: bytes

    @classmethod
    def by_an_earlier_run(cls, path: Path) -> "Left":
        """What may stand in the log of the database at `path` from before."""
        return cls(False, _name_of(_log_of(path)))


def scrub(db: Database, path: Path, left: Left | None = None, *, patience: int) -> Left | None:
    """Overwrite free pages and empty the log; what is left to do next time, None if nothing is.

    It belongs outside any transaction. Somebody who reads the file for long (Litestream does) lets nobody
    empty the log. It is begun anew from time to time all the same: then what stood in it before is
    overwritten in place.
    """
    log = _log_of(path)
    left = left or Left(True, _name_of(log))
    with impatient(db, patience):
        try:
            if left.pages:
                _write_zeros(db, _free_bytes(db))
            left = Left(False, left.log)
            if emptied(db):
                return None
            if _name_of(log) != left.log:
                _write_zeros(db, log.stat().st_size)
                return left if _has_old_frames(log) else None
        except (sqlite3.Error, OSError):
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
    return left


def emptied(db: Database) -> bool:
    """Whether the write-ahead log is empty now."""
    return bool(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)


@contextmanager
def impatient(db: Database, patience: int) -> Iterator[None]:
    """Whoever else uses the file just now is not waited for; afterwards for so many milliseconds again."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        db.execute(f"PRAGMA busy_timeout = {patience}")


def _free_bytes(db: Database) -> int:
    """What is deleted is overwritten at once; what a job wrote and took back again is not."""
    free, size = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("freelist_count", "page_size"))
    return free * size


def _write_zeros(db: Database, size: int) -> None:
    """Fill free pages with so many zeros, and set them free again."""
    if not size:
        return
    db.execute("BEGIN IMMEDIATE")
    db.execute("CREATE TABLE overwritten (zeros BLOB)")
    while size > 0:
        db.execute("INSERT INTO overwritten VALUES (zeroblob(?))", (min(size, AT_ONCE),))
        size -= AT_ONCE
    db.execute("DROP TABLE overwritten")
    db.execute("COMMIT")


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _name_of(log: Path) -> bytes:
    """What tells the log from the one before it: chosen anew whenever it is begun anew."""
    try:
        with log.open("rb") as file:
            return file.read(HEADER)[SALT]
    except OSError:
        return b""


def _has_old_frames(log: Path) -> bool:
    """Whether anything of an earlier log still stands behind what was written to the present one."""
    with log.open("rb") as file:
        header = file.read(HEADER)
        page = int.from_bytes(header[PAGE_SIZE], "big")
        while frame := file.read(FRAME_HEADER):
            if frame[SALT_OF_FRAME] != header[SALT]:
                return True
            file.seek(page, 1)
    return False
