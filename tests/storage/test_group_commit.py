"""One storage thread: writes that wait together share a commit, and no job disturbs another."""

import asyncio
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage import StorageError, Store, UnwritableDatabase, drafts, people
from storage.batches import attempt


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


def nowhere(db: Database) -> None:
    """A mistake in a statement, as SQLite reports it."""
    db.execute("SELECT 1 FROM nowhere")


async def test_a_wrong_statement_is_its_own_jobs_error_and_no_trouble_of_the_file(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = [store.write(partial(add, name=f"telegram:{n}")) for n in range(9)]
    results = await asyncio.gather(*jobs, store.write(nowhere), store.read(nowhere), return_exceptions=True)
    assert [type(result) for result in results[-2:]] == [sqlite3.OperationalError] * 2
    assert {f"telegram:{n}" for n in range(9)} <= set(store.read_now(names))
    assert not caplog.records


async def test_what_is_too_big_for_the_disk_leaves_room_for_the_others_and_is_told_once(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    draft = await store.write(lambda db: drafts.create(db, "telegram:1", "mayor", 1))
    pages = store.read_now(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
    await store.read(lambda db: db.execute(f"PRAGMA max_page_count = {pages + 8}").fetchone())

    def big(db: Database) -> None:
        drafts.append(db, draft.id, kind="note", text="字" * 50000)

    held, go = threading.Event(), threading.Event()

    def hold(_: Database) -> None:
        held.set()
        go.wait(10)

    holding = asyncio.create_task(store.read(hold))
    await asyncio.to_thread(held.wait, 10)
    jobs = [store.write(partial(add, name="t:1")), store.write(big), store.write(partial(add, name="t:2"))]
    waiting = asyncio.gather(*jobs, return_exceptions=True)
    await asyncio.sleep(0)
    go.set()
    await holding
    one, failed, two = await waiting
    assert (one, two) == ("t:1", "t:2")
    assert isinstance(failed, UnwritableDatabase)
    with pytest.raises(UnwritableDatabase):
        await store.write(big)
    await store.read(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchone())
    await store.write(big)
    await store.write(partial(add, name="t:3"))
    async with asyncio.timeout(10):
        while "can be written again" not in caplog.text:  # noqa: ASYNC110 - there is only the log
            await asyncio.sleep(0.05)
    assert [record.levelname for record in caplog.records].count("ERROR") == 1


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


async def test_savepoints_are_paid_for_only_where_a_job_fails(store: Store) -> None:
    statements: list[str] = []
    await store.read(lambda db: db.conn.set_trace_callback(statements.append))

    def loses(db: Database) -> None:
        add(db, "t:lost")
        nowhere(db)

    def a_part_fails(db: Database) -> tuple[str, str]:
        _, failed = attempt(db, loses)
        return add(db, "t:kept"), type(failed).__name__

    assert await store.write(partial(add, name="t:1")) == "t:1"
    assert "SAVEPOINT job" not in statements
    beside = store.write_soon(partial(add, name="t:beside"))
    assert await store.write(a_part_fails) == ("t:kept", "OperationalError")
    assert await beside == "t:beside"
    assert await store.read(names) == ["t:1", "t:beside", "t:kept", "telegram:1"]
    assert statements.count("COMMIT") == 2


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


async def test_what_nobody_waits_for_goes_along_with_the_next_write_and_before_it(store: Store) -> None:
    statements: list[str] = []
    await store.read(lambda db: db.conn.set_trace_callback(statements.append))
    soon = store.write_soon(partial(add, name="t:soon"))
    assert not soon.done()
    assert await store.write(names) == ["t:soon", "telegram:1"]
    assert await soon == "t:soon"
    assert statements.count("COMMIT") == 1
    store.write_soon(partial(add, name="t:sooner"))
    assert "t:sooner" in await store.read(names)


async def test_what_nobody_waits_for_is_written_all_the_same(store: Store, path: Path) -> None:
    soon = [store.write_soon(partial(add, name=f"t:{n}")) for n in range(3)]
    assert await asyncio.gather(*soon) == ["t:0", "t:1", "t:2"]
    store.write_soon(partial(add, name="t:last"))
    with pytest.raises(sqlite3.OperationalError):
        await store.write_soon(nowhere)
    last = store.write_soon(partial(add, name="t:closing"))
    await asyncio.to_thread(store.close)
    assert await last == "t:closing"
    with pytest.raises(StorageError):
        store.write_soon(partial(add, name="t:late"))
    again = Store(path)
    assert {"t:0", "t:1", "t:2", "t:last", "t:closing"} <= set(again.read_now(names))
    again.close()


def test_what_comes_while_it_is_being_closed_is_told_so_and_waits_for_nothing(path: Path) -> None:
    store = Store(path)
    held, go = threading.Event(), threading.Event()

    def hold(_: Database) -> str:
        held.set()
        go.wait(10)
        return "done"

    with ThreadPoolExecutor() as hands:
        holding = hands.submit(store.write_now, hold)
        held.wait(10)
        closing = hands.submit(store.close)
        assert wait([closing], timeout=0.2).not_done
        late = hands.submit(store.write_now, partial(add, name="telegram:late"))
        wait([late], timeout=0.2)
        go.set()
        assert isinstance(late.exception(10), StorageError)
        assert holding.result(10) == "done"
        closing.result(10)
