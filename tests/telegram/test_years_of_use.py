"""Nothing that happens in a chat, or at a start, looks through what everybody ever said."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import storage.store
from bot.library.shelf import Shelf
from storage import Key, inbox
from storage.retention import untouched
from storage.sealing import SealedDatabase
from tests.doubles import BotApi
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says

GROWING = re.compile(
    r"SCAN (inbox|events|e|drafts|d|people|screens|cards|usage|finished_reports|section_versions|deliveries"
    r"|model_calls|loose_notes)\b(?! USING (COVERING )?INDEX (inbox_waiting|inbox_set_aside|screens_behind"
    r"|deliveries_waiting|loose_notes_waiting))"
)
"""A look through a whole table, unless it is through an index of what waits."""
CHANGES = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE)\b", re.IGNORECASE)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every statement that the storage thread runs from now on."""
    seen: set[str] = set()
    opening: Callable[[Path, Key | None], SealedDatabase] = storage.store.open_database

    def opened(path: Path, key: Key | None) -> SealedDatabase:
        db = opening(path, key)
        db.conn.set_trace_callback(seen.add)
        return db

    monkeypatch.setattr(storage.store, "open_database", opened)
    return seen


async def test_no_statement_looks_through_everything(
    statements: set[str], api: BotApi, tmp_path: Path, shelf: Shelf
) -> None:
    shuzhi, phone = Shuzhi(api, tmp_path / "shuzhi.db", shelf), api.phone()
    await shuzhi.starts()
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "走访320户")
    note = await phone.says("修路3公里")
    await phone.settles()
    await phone.edits(note, "修路4公里")
    await phone.settles()
    await presses(phone, "下一题")
    await phone.replies(note, "都通了车")
    for command in ("overview", "drafts", "resume", "preview", "remind", "forget", "finish"):
        await phone.command(command)
        await phone.settles(timeout=60)
    await shuzhi.restarts()
    assert shuzhi.store is not None
    await shuzhi.store.read(lambda db: untouched(db, "telegram", 30))
    await shuzhi.store.read(lambda db: inbox.waiting(db, "telegram:1"))
    planned = [sql for sql in statements if CHANGES.match(sql)]
    plans = await shuzhi.store.read(
        lambda db: [(sql, row[3]) for sql in planned for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    )
    await shuzhi.stops()
    assert len(plans) > 50
    found = {
        f"{step}: {sql[:200]}" for sql, step in plans if GROWING.match(step) and not sql.startswith("INSERT")
    }
    assert not found, "\n".join(sorted(found))
