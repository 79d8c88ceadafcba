"""Letting old reports go, after a warning; and what was set aside."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlite_utils import Database

from bot.assistant.desk import Assistant
from bot.assistant.keeping import Keeping
from bot.library.shelf import Shelf
from bot.telegram import keeping
from bot.telegram.keeping import HOURS_WARNED
from storage import drafts, inbox, retention
from tests.doubles import Phone
from tests.storage.on_disk import file_bytes
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins

DAYS = 30


async def finished_long_ago(shuzhi: Shuzhi, phone: Phone, shelf: Shelf, days: int) -> int:
    """A finished report whose last event is so many days old; its number."""
    await phone.command("start")
    await phone.settles()
    assert shuzhi.store is not None
    at = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")

    def job(db: Database) -> int:
        draft = drafts.create(db, "telegram:1001", "mayor", shelf.outlines["mayor"].version).id
        drafts.append(db, draft, kind="note", question_key="name", text="陈年旧话三百户", at=at)
        drafts.append(db, draft, kind="finish", at=at)
        return draft

    return await shuzhi.store.write(job)


async def warned(shuzhi: Shuzhi) -> None:
    """Wait until it is noted that the person was warned: a restart before that warns once more."""
    assert shuzhi.store is not None
    while not await shuzhi.store.read(lambda db: db.execute("SELECT warned_at FROM retention").fetchall()):  # noqa: ASYNC110
        await asyncio.sleep(0.02)


async def warned_long_ago(shuzhi: Shuzhi, draft: int, days: int, hours: int | None = None) -> None:
    """The clock says that the warning came so many days ago; the bot was up for all of them, or so long."""
    at = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
    assert shuzhi.store is not None
    up = 24 * days if hours is None else hours
    sql = "UPDATE retention SET warned_at = ?, hours = ? WHERE draft = ?"
    await shuzhi.store.write(lambda db: db.execute(sql, (at, up, draft)))


async def test_an_old_report_goes_after_a_warning(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    shuzhi.keeping = Keeping(report_days=DAYS)
    await finished_long_ago(shuzhi, phone, shelf, 20)
    await shuzhi.restarts()
    await phone.settles()
    phone.shows_not("自动删除")

    draft = await finished_long_ago(shuzhi, phone, shelf, 400)
    await shuzhi.restarts()
    await phone.waits_for(lambda screen: "将在" in screen.text)
    phone.shows("生成以后已有400天没有动过")
    await warned(shuzhi)
    await shuzhi.restarts()
    await phone.settles()
    assert phone.screen.text.count("没有动过") == 1, "warned once"
    assert "陈年旧话三百户".encode() in file_bytes(shuzhi.db)

    await warned_long_ago(shuzhi, draft, 6)
    await shuzhi.restarts()
    await phone.settles()
    phone.shows_not("已到保存期限")
    await warned_long_ago(shuzhi, draft, 8)
    await shuzhi.restarts()
    await phone.waits_for(lambda screen: "已到保存期限" in screen.text)
    assert shuzhi.store is not None
    left = await shuzhi.store.read(lambda db: drafts.of_person(db, "telegram:1001"))
    assert [row.id for row in left] == [draft - 1]


async def test_who_wants_to_keep_it_keeps_it(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    shuzhi.keeping = Keeping(report_days=DAYS)
    draft = await finished_long_ago(shuzhi, phone, shelf, 29)
    await shuzhi.restarts()
    await phone.waits_for(lambda screen: "将在" in screen.text)
    await warned(shuzhi)
    stranger = shuzhi.api.phone(user_id=2002, first_name="李")
    await stranger.command("start")
    await stranger.waits_for(lambda screen: screen.card is not None)
    await stranger.presses_data(f"0:0:retain:{draft}")
    await stranger.settles()
    assert stranger.toasts[-1].text == shelf.texts("stale")
    await phone.presses("继续保留")
    await phone.waits_for(lambda screen: phone.toasts)
    assert phone.toasts[-1].text == "好的，再留30天。"
    await warned_long_ago(shuzhi, draft, 8)
    await shuzhi.restarts()
    await phone.settles()
    assert shuzhi.store is not None
    assert await shuzhi.store.read(lambda db: retention.untouched(db, "telegram", 1)) == []
    phone.shows_not("已到保存期限")


async def test_what_somebody_comes_back_to_while_others_are_warned_stays(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    """Telegram holds up the warning about one report; meanwhile the person keeps the other, which was due."""
    shuzhi.keeping = Keeping(report_days=DAYS)
    held_up = await finished_long_ago(shuzhi, phone, shelf, 400)
    due = await finished_long_ago(shuzhi, phone, shelf, 400)
    assert shuzhi.store is not None
    (found,) = await shuzhi.store.read(
        lambda db: [report for report in retention.untouched(db, "telegram", DAYS) if report.draft == due]
    )
    await shuzhi.store.write(lambda db: retention.warned(db, found))
    await warned_long_ago(shuzhi, due, 8)
    await shuzhi.dies()
    begun = shuzhi.api.counts["sendMessage"]
    shuzhi.api.fail("sendMessage", 429, retry_after=1)
    await shuzhi.starts()
    await shuzhi.api.waits_for(lambda api: api.counts["sendMessage"] > begun)
    await phone.presses_data(f"0:0:retain:{due}")
    await phone.waits_for(lambda screen: phone.toasts)
    await phone.waits_for(lambda screen: "将在" in screen.text)
    await phone.settles(quiet=0.5)
    assert shuzhi.store is not None
    left = await shuzhi.store.read(lambda db: drafts.of_person(db, "telegram:1001"))
    assert {held_up, due} <= {row.id for row in left}
    phone.shows_not("已到保存期限")


async def test_a_warning_about_a_report_that_was_touched_meanwhile_does_not_count(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    draft = await finished_long_ago(shuzhi, phone, shelf, 400)
    assert shuzhi.store is not None
    (found,) = await shuzhi.store.read(lambda db: retention.untouched(db, "telegram", DAYS))
    await shuzhi.store.write(lambda db: drafts.append(db, draft, kind="note", text="又添了一句"))
    await shuzhi.store.write(lambda db: retention.warned(db, found))
    (later,) = await shuzhi.store.read(lambda db: retention.untouched(db, "telegram", -1))
    assert later.warned_at is None


async def test_a_clock_that_jumps_ahead_takes_nothing_from_the_week(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Right behind the warning the clock is a month ahead; the report goes when the bot was up for a week."""
    shuzhi.keeping = Keeping(report_days=DAYS)
    draft = await finished_long_ago(shuzhi, phone, shelf, 400)
    await shuzhi.restarts()
    await phone.waits_for(lambda screen: "将在" in screen.text)
    await warned(shuzhi)
    await warned_long_ago(shuzhi, draft, 30, hours=0)
    await shuzhi.restarts()
    await phone.settles()
    phone.shows_not("已到保存期限")
    assert "陈年旧话三百户".encode() in file_bytes(shuzhi.db)

    await warned_long_ago(shuzhi, draft, 30, hours=HOURS_WARNED - 5)
    monkeypatch.setattr(keeping, "ROUND", 0.2)
    before = asyncio.get_running_loop().time()
    await shuzhi.restarts()
    await phone.waits_for(lambda screen: "已到保存期限" in screen.text)
    assert asyncio.get_running_loop().time() - before >= 5 * keeping.ROUND


async def test_whoever_was_warned_by_a_clock_that_was_ahead_is_warned_again(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    """The clock was a year ahead and is set right: half a year later the old warning counts for nothing."""
    shuzhi.keeping = Keeping(report_days=DAYS)
    draft = await finished_long_ago(shuzhi, phone, shelf, 10)
    assert shuzhi.store is not None
    (found,) = await shuzhi.store.read(lambda db: retention.untouched(db, "telegram", 1))
    await shuzhi.store.write(lambda db: retention.warned(db, found))
    await warned_long_ago(shuzhi, draft, 8)
    await shuzhi.restarts()
    await phone.settles()
    phone.shows_not("将在")

    long_ago = (datetime.now(UTC) - timedelta(days=400)).isoformat(timespec="milliseconds")

    def half_a_year_later(db: Database) -> None:
        db.execute("DROP TRIGGER events_refuse_update")
        db.execute("UPDATE events SET at = ?", (long_ago,))

    assert shuzhi.store is not None
    await shuzhi.store.write(half_a_year_later)
    await shuzhi.restarts()
    await phone.waits_for(lambda screen: "将在" in screen.text)
    await phone.settles()
    phone.shows_not("已到保存期限")


async def test_what_was_set_aside_goes_with_the_other_messages_of_its_age(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note that could not be handled, and one that the next version might read, a year later."""
    shuzhi.keeping = Keeping(report_days=DAYS)
    await begins(phone, shelf.outlines["mayor"])
    with monkeypatch.context() as broken:
        broken.setattr(Assistant, "taken", lambda *_: 1 / 0)
        await phone.says("没能处理的旧话")
        await phone.waits_for(lambda screen: "没能处理" in screen.text)
        await phone.settles()
    shuzhi.api.inject({"message": {"message_id": "九", "text": "读不懂的旧话", "from": {"id": 1001}}})
    await phone.settles()
    for word in ("没能处理的旧话", "读不懂的旧话"):
        assert word.encode() in file_bytes(shuzhi.db)
    long_ago = (datetime.now(UTC) - timedelta(days=DAYS + 1)).isoformat(timespec="milliseconds")
    assert shuzhi.store is not None
    await shuzhi.store.write(lambda db: db.execute("UPDATE inbox SET received_at = ?", (long_ago,)))
    await shuzhi.restarts()
    await phone.settles()
    for word in ("没能处理的旧话", "读不懂的旧话"):
        assert word.encode() in file_bytes(shuzhi.db), "the clock jumped: the bot has not been up for a week"
    up = HOURS_WARNED - 5
    await shuzhi.store.write(lambda db: db.execute("UPDATE inbox SET hours = ?", (up,)))
    monkeypatch.setattr(keeping, "ROUND", 0.2)
    before = asyncio.get_running_loop().time()
    await shuzhi.restarts()
    while await shuzhi.store.read(inbox.set_aside):  # noqa: ASYNC110
        await asyncio.sleep(keeping.ROUND)
    assert asyncio.get_running_loop().time() - before >= 5 * keeping.ROUND
    await phone.settles()
    for word in ("没能处理的旧话", "读不懂的旧话"):
        assert word.encode() not in file_bytes(shuzhi.db)
