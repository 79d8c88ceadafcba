"""A copy of the database that is consistent although the program goes on writing."""

import sqlite3
from pathlib import Path

from storage import StorageError

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
    partial = target.with_name(target.name + ".partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        _copy(source, partial)
        partial.rename(target)
    except (sqlite3.Error, OSError) as problem:
        partial.unlink(missing_ok=True)
        raise BackupFailed(f"cannot write {target}: {problem}") from problem
    return target.stat().st_size


def _copy(source: Path, partial: Path) -> None:
    reading = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    writing = sqlite3.connect(partial)
    try:
        reading.backup(writing, pages=PAGES_AT_A_TIME, sleep=0.01)
        writing.execute("PRAGMA journal_mode = DELETE")
        checked = writing.execute("PRAGMA quick_check").fetchone()[0]
        if checked != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {checked}")
    finally:
        writing.close()
        reading.close()
    partial.chmod(0o600)
