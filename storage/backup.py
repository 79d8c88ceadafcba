"""A copy of the database that is consistent although the program goes on writing."""

import os
import sqlite3
from pathlib import Path

from storage import StorageError
from storage.batches import told_of
from storage.store import OWNER_ONLY

PAGES_AT_A_TIME = 1024


class BackupFailed(StorageError):
    """There is no backup; the message says why. A file that was there before is untouched."""


def backup(source: Path, target: Path) -> int:
    """Copy the database at `source` to `target`, check the copy, and return its size in bytes.

    SQLite's online backup: whoever writes meanwhile is not stopped, and the copy is the state at one moment.
    It is written beside `target` and takes its name only when `PRAGMA quick_check` has passed.
    Raises BackupFailed if there is no database, the target exists, or the copy cannot be written or read.
    """
    if not source.exists():
        raise BackupFailed(f"there is no database at {source}")
    if target.exists():
        raise BackupFailed(f"{target} exists; name a new file")
    if source.stat().st_size == 0:
        raise BackupFailed(f"there is no database at {source}: the file is empty")
    partial = target.with_name(target.name + ".partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        _copy(source, partial)
        partial.rename(target)
    except BackupFailed:
        partial.unlink(missing_ok=True)
        raise
    except (sqlite3.Error, OSError) as problem:
        partial.unlink(missing_ok=True)
        raise BackupFailed(str(told_of(problem, target))) from problem
    return target.stat().st_size


def _copy(source: Path, partial: Path) -> None:
    reading = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    writing = sqlite3.connect(partial)
    try:
        _look_into(reading, source)
        reading.backup(writing, pages=PAGES_AT_A_TIME, sleep=0.01)
        if not _is_sound(writing):
            raise BackupFailed(f"{source} is damaged; `shuzhi doctor` says where")
        writing.execute("PRAGMA journal_mode = DELETE")
    finally:
        writing.close()
        reading.close()


def _look_into(reading: sqlite3.Connection, source: Path) -> None:
    """Raise BackupFailed with the name of the file that cannot be read."""
    try:
        reading.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as problem:
        raise BackupFailed(str(told_of(problem, source))) from problem


def _is_sound(copy: sqlite3.Connection) -> bool:
    try:
        return bool(copy.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
