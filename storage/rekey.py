"""Sealing a whole file anew: with another key, or for the first time."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from storage.errors import StorageError, UnwritableDatabase
from storage.sealing import (
    Key,
    SealedDatabase,
    WrongKey,
    digest,
    present_columns,
    seal,
    stored_key_id,
    unseal,
)
from storage.store import open_database

ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """How many stored values were sealed anew; none if the file was sealed with the new key already."""

    values: int


def rekey(path: Path, old: Key | None, new: Key) -> Rekeyed:
    """Seal everything in the file at `path` with `new`; `old` is None for a file in clear text.

    One transaction: interrupted at any moment, the file is wholly as before or wholly sealed anew. What stood
    there before is not left behind in free pages or in the write-ahead log. Raises StorageError, or Damaged.
    """
    db = _opened(path, old, new)
    try:
        values = 0 if stored_key_id(db) == new.id else _seal_everything(db, new)
        db.execute("VACUUM")
        busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StorageError(f"another program reads {path}; stop it and run `shuzhi rekey` again")
    except sqlite3.Error as problem:
        raise UnwritableDatabase(f"cannot write {path}: {problem}") from problem
    finally:
        db.close()
    return Rekeyed(values)


def _opened(path: Path, old: Key | None, new: Key) -> SealedDatabase:
    """The file with whichever key it has now: an earlier run may have come to its end."""
    first: WrongKey | None = None
    for key in (old, None, new):
        try:
            return open_database(path, key)
        except WrongKey as problem:
            first = first or problem
    assert first is not None
    raise first


def _seal_everything(db: SealedDatabase, new: Key) -> int:
    old = db.key
    db.execute("BEGIN IMMEDIATE")
    try:
        guards = _update_guards(db)
        for name, _ in guards:
            db.execute(f"DROP TRIGGER {name}")
        values = sum(_seal_table(db, table, columns, old, new) for table, columns in present_columns(db))
        db.execute("INSERT OR REPLACE INTO sealing (only_row, key_id) VALUES (1, ?)", (new.id,))
        for _, sql in guards:
            db.execute(sql)
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    return values


def _update_guards(db: SealedDatabase) -> list[tuple[str, str]]:
    """The triggers that refuse updates: resting for this transaction, in which no word is changed."""
    found = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE UPDATE%'"
    )
    return [(str(name), str(sql)) for name, sql in found.fetchall()]


def _seal_table(db: SealedDatabase, table: str, columns: tuple[str, ...], old: Key | None, new: Key) -> int:
    values, last = 0, -1
    listed = ", ".join(columns)
    assigned = ", ".join(f"{column} = ?" for column in columns)
    while found := db.execute(
        f"SELECT rowid, {listed} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {ROWS_AT_ONCE}", (last,)
    ).fetchall():
        for row, *stored in found:
            db.key = old
            plain = [unseal(db, value) for value in stored]
            db.key = new
            sealed = [seal(db, value) if value else value for value in plain]
            db.execute(f"UPDATE {table} SET {assigned} WHERE rowid = ?", (*sealed, row))
            if table == "inbox":
                db.execute("UPDATE inbox SET digest = ? WHERE seq = ?", (digest(db, plain[0]), row))
            values += sum(bool(value) for value in plain)
        last = found[-1][0]
    return values
