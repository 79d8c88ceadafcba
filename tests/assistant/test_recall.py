"""What is remembered of a draft is what stands in the file, whatever was taken back meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.assistant.recall import keep, recall
from bot.interview.event import EventKind, NewEvent
from bot.interview.state import DraftState
from bot.library.shelf import read_shelf
from storage import Store, drafts, follow_ups, people
from storage.memory import Memory
from storage.purge import purge
from storage.sealing import remembered

SHELF = read_shelf()
ME = "telegram:1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "office.db")
    yield opened
    opened.close()


def begun(db: Database) -> int:
    people.meet(db, ME)
    return drafts.create(db, ME, "mayor", 1).id


def state(db: Database, draft: int, until: int | None = None) -> DraftState:
    row = drafts.get(db, draft)
    assert row is not None
    return recall(db, SHELF, row, until=until)


def said(db: Database, draft: int, text: str) -> list[str]:
    keep(db, draft, NewEvent(EventKind.NOTE, "other", text), None)
    return notes(db, draft)


def notes(db: Database, draft: int, until: int | None = None) -> list[str]:
    return [note.text for note in state(db, draft, until).answer("other").notes]


def test_a_state_is_made_once_and_again_when_something_was_said(store: Store) -> None:
    draft = store.write_now(begun)
    store.write_now(lambda db: said(db, draft, "修路"))
    first = store.read_now(lambda db: state(db, draft))
    assert store.read_now(lambda db: state(db, draft)) is first
    assert store.write_now(lambda db: said(db, draft, "种树")) == ["修路", "种树"]
    assert store.read_now(lambda db: notes(db, draft, until=first.version)) == ["修路"]


def asked_back(db: Database, draft: int) -> list[tuple[str, bool]]:
    return [(row.rule, bool(row.passed)) for row in follow_ups.asked(db, draft, "other")]


def asks(db: Database, draft: int, rule: str) -> None:
    follow_ups.ask(db, draft, "other", rule, state(db, draft).version, "多少公里？")


def test_what_was_asked_back_is_looked_up_again_once_it_has_changed(store: Store) -> None:
    draft = store.write_now(begun)
    store.write_now(lambda db: said(db, draft, "修路"))
    assert store.read_now(lambda db: asked_back(db, draft)) == []
    store.write_now(lambda db: asks(db, draft, "figure"))
    assert store.read_now(lambda db: asked_back(db, draft)) == [("figure", False)]

    def fails(db: Database) -> None:
        asks(db, draft, "when")
        assert len(asked_back(db, draft)) == 2
        raise ValueError

    with pytest.raises(ValueError):
        store.write_now(fails)
    assert store.read_now(lambda db: asked_back(db, draft)) == [("figure", False)]
    store.write_now(lambda db: follow_ups.put_aside(db, draft, "other"))
    assert store.read_now(lambda db: asked_back(db, draft)) == [("figure", True)]
    store.write_now(lambda db: purge(db, ME))
    assert store.read_now(lambda db: asked_back(db, draft)) == []


def test_events_are_looked_for_only_where_there_may_be_new_ones(store: Store, tmp_path: Path) -> None:
    draft = store.write_now(begun)
    store.write_now(lambda db: said(db, draft, "修路"))
    statements: list[str] = []
    store.read_now(lambda db: db.conn.set_trace_callback(statements.append))
    for _ in range(3):
        assert store.read_now(lambda db: notes(db, draft)) == ["修路"]
    assert not any("FROM events" in sql for sql in statements)
    other = Store(tmp_path / "office.db")
    other.write_now(lambda db: people.meet(db, "telegram:2"))
    other.close()
    assert store.read_now(lambda db: notes(db, draft)) == ["修路"]
    assert sum("FROM events" in sql for sql in statements) == 1


def test_what_was_taken_back_is_not_remembered(store: Store) -> None:
    draft = store.write_now(begun)
    store.write_now(lambda db: said(db, draft, "修路"))

    def fails(db: Database) -> None:
        assert said(db, draft, "从来没有说过") == ["修路", "从来没有说过"]
        raise ValueError

    with pytest.raises(ValueError):
        store.write_now(fails)
    assert store.write_now(lambda db: said(db, draft, "种树")) == ["修路", "种树"]


def test_what_another_connection_wrote_is_seen(store: Store, tmp_path: Path) -> None:
    draft = store.write_now(begun)
    store.write_now(lambda db: said(db, draft, "修路"))
    other = Store(tmp_path / "office.db")
    other.write_now(lambda db: said(db, draft, "种树"))
    other.close()
    assert store.read_now(lambda db: notes(db, draft)) == ["修路", "种树"]


def test_nothing_is_remembered_of_somebody_who_is_deleted(store: Store) -> None:
    draft = store.write_now(begun)
    store.write_now(lambda db: said(db, draft, "修路"))
    assert store.read_now(lambda db: len(remembered(db))) == 1
    store.write_now(lambda db: purge(db, ME))
    assert store.read_now(lambda db: len(remembered(db))) == 0


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 30)), max_size=40), st.integers(30, 60))
def test_what_was_looked_at_last_is_remembered_and_no_more_than_there_is_room_for(
    looked_at: list[tuple[int, int]], room: int
) -> None:
    memory = Memory(room)
    rows: dict[int, int] = {}
    for draft, count in looked_at:
        memory.hold(draft, (draft, count), count)
        rows = {other: held for other, held in rows.items() if other != draft} | {draft: count}
        while sum(rows.values()) > room:
            del rows[next(iter(rows))]
        assert {d: memory.get(d) for d in range(1, 7) if memory.get(d)} == {
            d: (d, n) for d, n in rows.items()
        }
        assert len(memory) == len(rows)
