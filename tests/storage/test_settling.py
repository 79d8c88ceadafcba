"""The write-ahead log is brought into the file, and nobody who waits for a commit waits for that."""

from functools import partial
from pathlib import Path

from sqlite_utils import Database

from storage import Store, people

WRITES = 1300


def add(db: Database, name: str) -> str:
    return people.meet(db, name).id


def test_the_log_stays_short_and_is_brought_in_behind_the_answers(store: Store, path: Path) -> None:
    statements: list[str] = []
    store.read_now(lambda db: db.conn.set_trace_callback(statements.append))
    for number in range(WRITES):
        assert store.write_now(partial(add, name=f"telegram:{number:05}")) == f"telegram:{number:05}"
    store.read_now(lambda db: db.conn.set_trace_callback(None))
    brought_in = [at for at, sql in enumerate(statements) if "wal_checkpoint" in sql]
    assert 2 <= len(brought_in) <= 3
    assert all(statements[at - 1] == "COMMIT" for at in brought_in)
    assert path.with_name(f"{path.name}-wal").stat().st_size < 20e6
