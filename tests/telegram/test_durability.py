"""Nothing that arrived is lost, whatever happens between its arrival and the answer."""

import asyncio
import os
import signal
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.assistant.export import exported
from bot.library.shelf import Shelf
from storage import inbox
from tests.doubles import BotApi, Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import notes
from tests.telegram.walking import begins, says


async def test_a_burst_is_kept_in_order(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with shuzhi.api.held():
        for number in range(30):
            await phone.says(f"第{number}句")
    await phone.waits_for(lambda screen: "第29句" in screen.bot[-1].text)
    await shuzhi.dies()
    assert notes(shuzhi.db) == [f"第{number}句" for number in range(30)]


async def test_what_is_delivered_twice_is_kept_once(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "中心组学习12次")
    shuzhi.api.redeliver(*[update["update_id"] for update in shuzhi.api.updates])
    await phone.settles()
    await shuzhi.dies()
    assert notes(shuzhi.db) == ["中心组学习12次"]


async def test_update_ids_that_start_again_lower_are_new_updates(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    first = shuzhi.api.updates[0]["update_id"]
    await says(phone, "十月说的")
    await phone.settles()
    await shuzhi.dies()
    shuzhi.api.restart_update_ids(first)
    await shuzhi.starts()
    for number in range(4):
        await says(phone, f"十二月说的第{number}句")
    await phone.settles()
    await shuzhi.dies()
    assert notes(shuzhi.db) == ["十月说的", *(f"十二月说的第{number}句" for number in range(4))]


async def test_an_update_that_nobody_can_parse_holds_up_no_other(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    shuzhi.api.inject({"message": {"message_id": "odd", "date": "never"}})
    await says(phone, "后面的话")
    await phone.settles()
    store = shuzhi.store
    assert store is not None
    assert await store.read(inbox.set_aside) == 1


ODD: tuple[dict[str, Any], ...] = (
    {},
    {"message": "text"},
    {"message": None},
    {"message": {"from": 7}},
    {"message": {"from": {"id": 1001}, "chat": {"id": [1], "type": "private"}, "message_id": 1, "date": 1}},
    {"callback_query": {"from": {"id": 1001}, "message": []}},
    {"message": {"from": {"id": 10**40}, "chat": {"id": 10**40, "type": "private"}}},
    {"edited_message": {"from": {"id": 1001}, "chat": {"id": 1001, "type": "private"}, "text": "半个\ud83d"}},
)


async def test_updates_such_as_nobody_has_seen_do_not_make_the_bot_deaf(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with shuzhi.api.held():
        await phone.says("前面的话")
        for odd in ODD:
            shuzhi.api.inject(odd)
        await phone.says("后面的话")
    await phone.waits_for(lambda screen: "后面的话" in screen.bot[-1].text)
    await phone.settles()
    assert not shuzhi.api.pending
    await shuzhi.dies()
    assert notes(shuzhi.db) == ["前面的话", "后面的话"]


@pytest.mark.parametrize("trouble", ["full", "locked", "unwritable"])
async def test_what_cannot_be_stored_is_not_acknowledged_and_goes_on_by_itself(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    store, other = shuzhi.store, sqlite3.connect(shuzhi.db, isolation_level=None)
    assert store is not None
    await store.read(lambda db: db.execute("PRAGMA busy_timeout = 10").fetchone())
    if trouble == "full":
        await store.read(lambda db: db.execute("PRAGMA max_page_count = 1").fetchone())
        long = "字" * 3000
    elif trouble == "unwritable":
        await store.read(lambda db: db.execute("PRAGMA query_only = ON").fetchone())
        long = "没有存下的话"
    else:
        other.execute("BEGIN IMMEDIATE")
        long = "没有存下的话"
    for number in range(4):
        await phone.says(f"{number}{long}")
    async with asyncio.timeout(10):
        while "cannot write" not in caplog.text:  # noqa: ASYNC110 - there is nothing to wait on but the log
            await asyncio.sleep(0.02)
    await asyncio.sleep(1.2)
    assert len(shuzhi.api.pending) > 0
    assert "cannot write" in caplog.text
    assert [record.levelname for record in caplog.records].count("ERROR") == 1, caplog.text
    if trouble == "full":
        await store.read(lambda db: db.execute("PRAGMA max_page_count = 1000000").fetchone())
    elif trouble == "unwritable":
        await store.read(lambda db: db.execute("PRAGMA query_only = OFF").fetchone())
    else:
        other.execute("ROLLBACK")
    other.close()
    await phone.waits_for(lambda screen: "共4条" in screen.text or f"3{long}"[:20] in screen.text, 20)
    assert not shuzhi.api.pending
    async with asyncio.timeout(10):
        while "can be written again" not in caplog.text:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.02)
    assert [record.levelname for record in caplog.records].count("ERROR") == 1, caplog.text
    await shuzhi.dies()
    assert notes(shuzhi.db) == [f"{number}{long}" for number in range(4)]


async def test_a_clock_that_jumps_changes_no_order(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    said = []
    for days in (0, 400, -400, 3):
        shuzhi.later = timedelta(days=days)
        said.append(f"钟拨了{days}天")
        await says(phone, said[-1])
    await phone.settles()
    await shuzhi.dies()
    assert notes(shuzhi.db) == said


async def test_a_chat_that_cannot_be_shown_anything_still_takes_in_what_is_said(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    shuzhi.api.fail("editMessageText", 500, times=-1)
    shuzhi.api.fail("sendMessage", 500, times=-1)
    with shuzhi.api.held():
        await phone.says("第一句")
        await phone.says("第二句")
    await shuzhi.api.waits_for(lambda api: api.counts["editMessageText"] >= 6, 20)
    await phone.says("第三句")
    store = shuzhi.store
    assert store is not None
    async with asyncio.timeout(5):
        while len((await store.read(exported))[0]["notes"]) < 3:  # noqa: ASYNC110 - a change in the database
            await asyncio.sleep(0.02)
    shuzhi.api.heal()


async def test_an_outage_ends_with_every_word_kept(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with shuzhi.api.outage():
        await phone.says("隧道里说的第一句")
        await phone.says("隧道里说的第二句")
        await asyncio.sleep(0.3)
    await phone.waits_for(lambda screen: "隧道里说的第二句" in screen.bot[-1].text)
    await shuzhi.dies()
    assert notes(shuzhi.db) == ["隧道里说的第一句", "隧道里说的第二句"]


@pytest.mark.timeout(60)
async def test_a_kill_of_the_real_process_loses_nothing(api: BotApi, tmp_path: Path, shelf: Shelf) -> None:
    phone = api.phone(first_name="王")
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": api.token,
        "TELEGRAM_API_URL": api.base_url.removesuffix("/bot"),
        "SHUZHI_DB": str(tmp_path / "shuzhi.db"),
        "SHUZHI_ALLOWED": "*",
    }

    async def start() -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environment)

    program = await start()
    await api.polled()
    await begins(phone, shelf.outlines["mayor"])
    said = []
    for round_ in range(4):
        with api.held():
            for number in range(5):
                said.append(f"第{round_}轮第{number}句")
                await phone.says(said[-1])
        await asyncio.sleep(0.02 * round_)
        program.send_signal(signal.SIGKILL)
        await program.wait()
        program = await start()
    await phone.waits_for(lambda screen: "第3轮第4句" in screen.bot[-1].text, timeout=20)
    program.send_signal(signal.SIGTERM)
    assert await program.wait() == 0
    assert notes(tmp_path / "shuzhi.db") == said
