"""One storage thread: writes that wait together share a commit, and no job disturbs another."""

import asyncio
import sqlite3
import threading
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage import Store, UnwritableDatabase, drafts, people


def add(db: Database, name: str) -> str:
    """Write one person down."""
    return people.meet(db, name).id


def names(db: Database) -> list[str]:
    """Who is written down."""
    return [person.id for person in people.everybody(db)]


async def test_many_writers_at_once_all_get_through(store: Store, path: Path) -> None:
    wanted = [f"telegram:{number:04}" for number in range(600)]
    got = await asyncio.gather(*(store.write(partial(add, name=name)) for name in wanted))
    assert got == wanted
    store.close()
    again = Store(path)
    assert set(wanted) <= set(again.read_now(names))
    again.close()


async def test_writes_that_wait_together_share_one_commit(store: Store) -> None:
    statements: list[str] = []
    held, go = threading.Event(), threading.Event()

    def hold(_: Database) -> None:
        held.set()
        go.wait(10)

    await store.read(lambda db: db.conn.set_trace_callback(statements.append))
    holding = asyncio.create_task(store.write(hold))
    await asyncio.to_thread(held.wait, 10)
    waiting = [asyncio.create_task(store.write(partial(add, name=f"t:{n}"))) for n in range(20)]
    await asyncio.to_thread(lambda: None)
    go.set()
    await asyncio.gather(holding, *waiting)
    assert statements.count("COMMIT") == 2


@pytest.mark.parametrize("error", [ValueError("no"), sqlite3.IntegrityError("no"), KeyError("x")])
async def test_a_job_that_fails_leaves_no_trace_and_disturbs_nobody(store: Store, error: Exception) -> None:
    def fails(db: Database) -> None:
        add(db, "telegram:lost")
        raise error

    jobs = [store.write(partial(add, name=f"telegram:{n}")) for n in range(40)]
    jobs.insert(20, store.write(fails))  # type: ignore[arg-type]
    results = await asyncio.gather(*jobs, return_exceptions=True)
    assert [result for result in results if isinstance(result, Exception)] == [error]
    kept = store.read_now(names)
    assert "telegram:lost" not in kept
    assert {f"telegram:{n}" for n in range(40)} <= set(kept)


async def test_jobs_run_in_the_order_they_came(store: Store) -> None:
    await asyncio.gather(*(store.write(partial(add, name=f"t:{n:03}")) for n in range(300)))
    arrived = store.read_now(lambda db: db.execute("SELECT id FROM people ORDER BY rowid").fetchall())
    assert [name for (name,) in arrived[1:]] == [f"t:{n:03}" for n in range(300)]


async def test_a_read_sees_every_write_before_it(store: Store) -> None:
    writing = asyncio.create_task(store.write(lambda db: add(db, "telegram:9")))
    await asyncio.sleep(0)
    assert "telegram:9" in await store.read(names)
    await writing


async def test_a_write_is_on_disk_when_its_result_arrives(store: Store, path: Path) -> None:
    await store.write(lambda db: add(db, "telegram:9"))
    onlooker = sqlite3.connect(path)
    assert ("telegram:9",) in onlooker.execute("SELECT id FROM people").fetchall()
    onlooker.close()


def test_what_is_queued_is_finished_before_closing(store: Store, path: Path) -> None:
    async def leave_in_a_hurry() -> None:
        tasks = [asyncio.create_task(store.write(partial(add, name=f"t:{n}"))) for n in range(50)]
        await asyncio.sleep(0)
        await asyncio.to_thread(store.close)
        await asyncio.gather(*tasks)

    asyncio.run(leave_in_a_hurry())
    again = Store(path)
    assert len(again.read_now(names)) == 51
    again.close()


async def test_a_full_disk_fails_the_write_keeps_nothing_and_heals(store: Store) -> None:
    pages = store.read_now(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
    await store.read(lambda db: db.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    draft = await store.write(lambda db: drafts.create(db, "telegram:1", "mayor", 1))
    with pytest.raises(UnwritableDatabase, match="cannot write"):
        await store.write(lambda db: drafts.append(db, draft.id, kind="note", text="字" * 50000))
    assert await store.read(lambda db: drafts.events(db, draft.id)) == []
    await store.read(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchone())
    await store.write(lambda db: drafts.append(db, draft.id, kind="note", text="字" * 50000))
    assert len(await store.read(lambda db: drafts.events(db, draft.id))) == 1
