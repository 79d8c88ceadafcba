"""Events are insert-only, and an inbox row is done in the same transaction that stores its event."""

import sqlite3
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.assistant.desk import Assistant
from bot.interview.move import Command, Say
from storage import Store, deliveries, drafts, inbox, people
from storage.inbox import Arrival
from tests.office import Seen, shelf_with, small_outline

ME = "telegram:1"


@pytest.fixture
def draft(store: Store) -> int:
    """A draft with one event."""
    row = store.write_now(lambda db: drafts.create(db, ME, "mayor", 1))
    store.write_now(lambda db: drafts.append(db, row.id, kind="note", question_key="name", text="贺长青"))
    return row.id


@pytest.mark.parametrize(
    "sql",
    ["UPDATE events SET text = ''", "DELETE FROM events", "UPDATE events SET seq = 9", "REPLACE INTO events"],
)
def test_an_event_can_be_neither_changed_nor_deleted(store: Store, draft: int, sql: str) -> None:
    if sql.startswith("REPLACE"):
        sql += f" (seq, draft, kind, at) VALUES (1, {draft}, 'note', '')"
        store.write_now(lambda db: db.execute("PRAGMA recursive_triggers = ON"))
    before = store.read_now(lambda db: drafts.events(db, draft))
    with pytest.raises(sqlite3.IntegrityError, match="insert-only"):
        store.write_now(lambda db: db.execute(sql))
    assert store.read_now(lambda db: drafts.events(db, draft)) == before


def test_events_come_back_in_order_with_growing_numbers(store: Store, draft: int) -> None:
    other = store.write_now(lambda db: drafts.create(db, ME, "mayor", 1)).id
    for number in range(10):
        for to in (draft, other):
            store.write_now(partial(drafts.append, draft=to, kind="note", text=str(number)))
    rows = store.read_now(lambda db: drafts.events(db, other))
    assert [row.text for row in rows] == [str(number) for number in range(10)]
    assert [row.seq for row in rows] == sorted(row.seq for row in rows)


def test_one_arrival_causes_one_event_at_most(store: Store, draft: int) -> None:
    store.write_now(lambda db: drafts.append(db, draft, kind="note", text="甲", inbox_seq=7))
    with pytest.raises(sqlite3.IntegrityError):
        store.write_now(lambda db: drafts.append(db, draft, kind="note", text="甲", inbox_seq=7))


def test_an_event_belongs_to_a_draft_and_a_draft_to_a_person(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.write_now(lambda db: drafts.append(db, 999, kind="note"))
    with pytest.raises(sqlite3.IntegrityError):
        store.write_now(lambda db: drafts.create(db, "telegram:nobody", "mayor", 1))


async def arrive(store: Store, number: int, text: str) -> int:
    """Something arrives in the inbox."""
    (row,) = await store.write(lambda db: inbox.put(db, "bot1", [Arrival(number, 1, text)]))
    return row.seq


async def test_an_event_and_its_done_are_one_transaction(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = Assistant(store, shelf_with(small_outline()))
    start = await house.take(ME, Command("new"))
    await house.take(ME, Seen(start.card).press("小提纲"))
    seq = await arrive(store, 1, "update")

    def cut_off(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as broken:
        broken.setattr("storage.people.want", cut_off)
        with pytest.raises(RuntimeError):
            await house.take(ME, Say("贺长青"), inbox_seq=seq)
    assert len(await store.read(lambda db: inbox.waiting(db, "bot1"))) == 1
    assert await store.read(notes) == 0

    await house.take(ME, Say("贺长青"), inbox_seq=seq)
    assert await store.read(lambda db: inbox.waiting(db, "bot1")) == []
    assert await store.read(notes) == 1


def notes(db: Database) -> int:
    """How many notes are stored."""
    return int(db.execute("SELECT count(*) FROM events WHERE kind = 'note'").fetchone()[0])


def test_a_finish_is_delivered_once_per_format(store: Store, draft: int) -> None:
    for _ in range(2):
        store.write_now(lambda db: deliveries.order(db, ME, draft, 5, ("txt", "docx")))
    files = store.read_now(lambda db: deliveries.waiting(db, ME))
    assert [file.format for file in files] == ["txt", "docx"]
    store.write_now(lambda db: deliveries.arrived(db, files[0].id, 77))
    assert [file.format for file in store.read_now(lambda db: deliveries.waiting(db, ME))] == ["docx"]
    assert store.read_now(lambda db: deliveries.people_waiting(db, "telegram")) == [ME]
    assert store.read_now(lambda db: deliveries.people_waiting(db, "terminal")) == []


def test_a_screen_remembers_what_should_be_seen_and_what_was(store: Store, path: Path) -> None:
    wanted = store.write_now(lambda db: people.want(db, ME, view="question", notice="", newest_message_id=4))
    assert store.read_now(lambda db: people.behind(db, "telegram")) == [ME]
    store.write_now(
        lambda db: people.shown(db, ME, message_id=9, wanted=wanted.wanted, about="1:name", place="✓")
    )
    assert store.read_now(lambda db: people.behind(db, "telegram")) == []
    store.write_now(lambda db: people.want(db, ME, view="overview", notice="", newest_message_id=3))
    store.close()
    again = Store(path)
    assert again.read_now(lambda db: people.behind(db, "telegram")) == [ME]
    screen = again.read_now(lambda db: people.screen(db, ME))
    assert (screen.view, screen.message_id, screen.newest_message_id) == ("overview", 9, 4)
    again.close()
