"""Databases of earlier days are brought up to date with everything in them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.assistant.export import exported
from storage import Store, deliveries, drafts, inbox
from storage.belongings import counted
from storage.migrations import MIGRATIONS
from storage.purge import purge
from tests.storage.old_database import LOOSE, SAID, WAITING, dumped

OLD = sorted((Path(__file__).parent / "old").glob("*.sql"))


def restored(path: Path, sql: str) -> Path:
    """The stored database as a file."""
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    return path


def shape(db: Database) -> dict[str, object]:
    """Tables with their columns, indexes and triggers; how a statement was written does not matter."""
    found: dict[str, object] = {}
    for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
        if kind == "table":
            columns = db.execute(f"PRAGMA table_info('{name}')").fetchall()
            found[name] = sorted(tuple(column)[1:] for column in columns)
        elif sql is not None:
            found[name] = " ".join(str(sql).split())
    return found


def test_there_is_a_database_of_every_number_that_ever_was_the_newest() -> None:
    known = {migration.name[1:4] for migration in MIGRATIONS.pending(Database(memory=True))}
    assert [path.stem for path in OLD][:1] == ["003"]
    missing = known - {path.stem for path in OLD} - {"001", "002", "008"}
    assert missing <= {max(known)}, "store one before you add a migration (tests/storage/old_database.py)"


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_database_keeps_everything_and_gets_the_present_shape(old: Path, tmp_path: Path) -> None:
    path = restored(tmp_path / "old.db", old.read_text("utf-8"))
    with closing(sqlite3.connect(path)) as connection:
        before = {row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations")}
    assert max(before)[1:4] == old.stem
    fresh = Store(tmp_path / "fresh.db")
    store = Store(path)
    assert store.read_now(shape) == fresh.read_now(shape)
    fresh.close()

    (report,) = store.read_now(lambda db: exported(db, "telegram:1001"))
    assert [note["text"] for note in report["notes"]] == list(SAID.values())
    assert [note.text for note in store.read_now(drafts.loose)] == [LOOSE]
    (waiting,) = store.read_now(lambda db: inbox.waiting(db, "telegram:7"))
    assert json.loads(waiting.raw)["message"]["text"] == WAITING
    files = store.read_now(lambda db: deliveries.waiting(db, "telegram:1001"))
    assert [delivery.format for delivery in files] == ["txt", "docx"]

    with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
        store.write_now(lambda db: db.execute("DELETE FROM events"))
    store.write_now(lambda db: drafts.append(db, files[0].draft, kind="note", question_key="name", text="新"))
    assert store.read_now(lambda db: db.execute("PRAGMA foreign_key_check").fetchall()) == []
    store.write_now(lambda db: purge(db, "telegram:1001"))
    assert not any(store.read_now(lambda db: counted(db, "telegram:1001")).values())
    assert [note.text for note in store.read_now(drafts.loose)] == [LOOSE]
    store.close()


def test_what_is_stored_for_the_next_time_can_be_read_back(tmp_path: Path) -> None:
    path = restored(tmp_path / "again.db", dumped(tmp_path / "now.db"))
    store = Store(path)
    (report,) = store.read_now(lambda db: exported(db, "telegram:1001"))
    assert [note["text"] for note in report["notes"]] == list(SAID.values())
    store.close()
