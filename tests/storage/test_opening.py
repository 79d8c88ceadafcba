"""Opening the database: migrations, WAL, and a clear word when it cannot be used."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import NewerDatabase, StorageError, Store, UnwritableDatabase, drafts, people
from storage.errors import ForeignDatabase
from storage.migrations import MIGRATIONS


def test_a_new_file_gets_every_migration_and_its_folder(store: Store, path: Path) -> None:
    applied = store.read_now(lambda db: [migration.name for migration in MIGRATIONS.applied(db)])
    assert applied[:4] == [
        "m001_inbox",
        "m002_drafts_and_events",
        "m003_screens_and_deliveries",
        "m004_sealing",
    ]
    assert path.exists()


def test_opening_again_changes_nothing_and_keeps_everything(store: Store, path: Path) -> None:
    draft = store.write_now(lambda db: drafts.create(db, "telegram:1", "mayor", 1))
    schema = store.read_now(lambda db: db.execute("SELECT sql FROM sqlite_master").fetchall())
    store.close()
    again = Store(path)
    assert again.read_now(lambda db: drafts.of_person(db, "telegram:1")) == [draft]
    assert again.read_now(lambda db: db.execute("SELECT sql FROM sqlite_master").fetchall()) == schema
    again.close()


def test_an_older_file_is_brought_up_to_date(path: Path) -> None:
    path.parent.mkdir()
    old = sqlite3.connect(path)
    old.close()
    first = Store(path)
    first.write_now(lambda db: db.execute("DROP TABLE deliveries"))
    first.write_now(lambda db: db.execute("DROP TABLE screens"))
    first.write_now(lambda db: db.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm003%'"))
    first.write_now(lambda db: people.meet(db, "telegram:1"))
    first.close()
    again = Store(path)
    assert again.read_now(lambda db: people.screen(db, "telegram:1")).wanted == 0
    assert [person.id for person in again.read_now(people.everybody)] == ["telegram:1"]
    again.close()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
def test_the_file_is_written_safely(store: Store, pragma: str, value: object) -> None:
    assert store.read_now(lambda db: db.execute(f"PRAGMA {pragma}").fetchone()) == (value,)


def test_a_file_of_a_newer_version_is_not_touched(store: Store, path: Path) -> None:
    store.write_now(
        lambda db: db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('shuzhi', 'm999_later', '')"
        )
    )
    store.close()
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match="newer version of shuzhi \\(m999_later\\)"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("述职报告" * 1000, "utf-8")
    with pytest.raises(StorageError, match=r"letter\.txt is not a SQLite database"):
        Store(letter)
    assert letter.read_text("utf-8") == "述职报告" * 1000


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableDatabase, match="Is a directory"):
        Store(tmp_path)


def test_only_the_owner_of_the_program_may_read_a_new_file(store: Store, path: Path) -> None:
    store.write_now(lambda db: drafts.create(db, "telegram:1", "mayor", 1))
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.glob(f"{path.name}*")}
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_what_an_operator_opened_to_others_stays_open(store: Store, path: Path) -> None:
    store.close()
    path.chmod(0o640)
    Store(path).close()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    wages = tmp_path / "wages.db"
    with closing(sqlite3.connect(wages)) as db:
        db.execute("CREATE TABLE wages (name, amount)")
        db.commit()
    before = wages.read_bytes()
    with pytest.raises(ForeignDatabase, match=r"wages\.db is a database of another program"):
        Store(wages)
    assert wages.read_bytes() == before


def test_litestream_may_have_come_first(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "office.db")) as db:
        db.execute("CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)")
        db.commit()
    Store(tmp_path / "office.db").close()


def test_a_file_that_was_cut_off_is_called_damaged(store: Store, path: Path) -> None:
    store.close()
    with path.open("r+b") as file:
        file.truncate(3000)
    with pytest.raises(UnwritableDatabase, match="is damaged; restore a backup"):
        Store(path)


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(UnwritableDatabase, match="cannot write"):
        Store(tmp_path / "data" / "office.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnwritableDatabase, match="cannot write"):
        Store(tmp_path / "office.db")
    tmp_path.chmod(0o700)


def test_a_folder_that_nobody_can_make_is_named() -> None:
    with pytest.raises(UnwritableDatabase, match="cannot write"):
        Store(Path("/proc/nobody/office.db"))


async def test_a_closed_store_says_so(path: Path) -> None:
    closed = Store(path)
    closed.close()
    closed.close()
    with pytest.raises(StorageError, match="closed"):
        await closed.read(people.everybody)
