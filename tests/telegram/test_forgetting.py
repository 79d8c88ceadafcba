"""Taking one's data along, deleting it, and letting old reports go."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlite_utils import Database

from bot.assistant.keeping import Keeping
from bot.library.shelf import Shelf
from bot.telegram import delivery, screens
from storage import drafts, retention
from tests.doubles import Phone
from tests.doubles.modelserver import Says, model_server
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import interviewed, shows, with_model
from tests.telegram.desk_work import says as model_says
from tests.telegram.walking import begins, presses, says

DAYS = 30


def file_bytes(path: Path) -> bytes:
    """The database, its write-ahead log and whatever else lies beside it."""
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


async def forgets(phone: Phone) -> None:
    """Ask for it, and confirm."""
    await phone.command("forget")
    await phone.waits_for(lambda screen: screen.card is not None and "全部删除" in screen.card.labels)
    await phone.presses("全部删除")
    await phone.waits_for(lambda screen: "已全部删除" in screen.text)


async def test_one_takes_everything_along_and_nothing_is_left(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    shuzhi.keeping = Keeping(backup_days=90)
    await shuzhi.restarts()
    other = shuzhi.api.phone(user_id=2002, first_name="李")
    for person, words in ((phone, "走访群众三百二十户"), (other, "另一位的话要留下")):
        await begins(person, shelf.outlines["mayor"])
        await says(person, "张三丰年")
        await presses(person, "下一题")
        await says(person, words)
    await phone.command("mydata")
    await phone.waits_for(lambda screen: len(phone.documents) == 2)
    readable, document = phone.documents
    assert readable.name.endswith(".txt")
    text = readable.data.decode("utf-8-sig")
    assert "报告1：" in text
    assert "走访群众三百二十户" in text
    assert "另一位" not in text
    data = json.loads(document.data)
    assert [note["text"] for note in data["reports"][0]["notes"]] == ["张三丰年", "走访群众三百二十户"]
    assert "走访群众三百二十户" in str(data["everything"]["inbox"])
    assert "另一位" not in document.data.decode()

    await phone.command("forget")
    await phone.waits_for(lambda screen: screen.card is not None and "全部删除" in screen.card.labels)
    phone.shows("报告1份，其中生成过0份")
    phone.shows("最多再留90天")
    await presses(phone, "不删")
    phone.shows("走访群众三百二十户")
    assert "走访群众三百二十户".encode() in file_bytes(shuzhi.db)
    await forgets(phone)
    await phone.settles()
    left = file_bytes(shuzhi.db)
    for word in ("走访群众三百二十户", "telegram:1001", '"id": 1001'):
        assert word.encode() not in left, word
    assert "另一位的话要留下".encode() in left

    await presses(other, "下一题")
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "又来了")
    phone.shows_not("走访")


async def test_a_file_beyond_telegrams_limit_becomes_a_sentence(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三丰年")
    monkeypatch.setattr(delivery, "FileSizeLimit", SimpleNamespace(FILESIZE_UPLOAD=2_000))
    await phone.command("mydata")
    await phone.waits_for(lambda screen: "太大" in screen.text)
    assert [document.name for document in phone.documents] == ["我的全部内容.txt"]


async def test_what_a_model_still_writes_for_somebody_who_left_is_not_kept(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    async with model_server() as server:
        server.answers(lambda body: Says(model_says(body).text, latency=0.0, chunk=40, delay=0.05))
        await with_model(shuzhi, server)
        await interviewed(shuzhi, phone, shelf)
        await phone.command("finish")
        await shows(phone, "正在写《")
        await forgets(phone)
        await phone.settles(quiet=1.0, timeout=30)
        assert phone.documents == []
        assert b"telegram:1001" not in file_bytes(shuzhi.db)
        assert shuzhi.store is not None
        kept = await shuzhi.store.read(
            lambda db: db.execute("SELECT DISTINCT person, key, answer FROM model_calls").fetchall()
        )
        assert [tuple(row) for row in kept] in ([], [("", "", None)])


async def test_what_is_delivered_again_after_everything_went_is_not_kept(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    """A kill right behind the deletion: Telegram was not told yet, and sends what came last once more."""
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三丰年")
    await phone.command("forget")
    await phone.waits_for(lambda screen: screen.card is not None and "全部删除" in screen.card.labels)
    with shuzhi.api.held():
        await phone.says("最后一句话")
        await phone.presses("全部删除")
    await phone.waits_for(lambda screen: "已全部删除" in screen.text)
    await phone.settles()
    last = [update["update_id"] for update in shuzhi.api.updates][-2:]
    await shuzhi.dies()
    shuzhi.api.redeliver(*last)
    await shuzhi.starts()
    await shuzhi.api.waits_for(lambda api: not api.pending)
    await phone.settles()
    left = file_bytes(shuzhi.db)
    for word in ("最后一句话", "telegram:1001", '"id": 1001'):
        assert word.encode() not in left, word


@pytest.mark.parametrize("call", ["editMessageMedia", "pinChatMessage"])
async def test_whoever_forgets_while_files_are_on_their_way_hears_of_no_trouble(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(screens, "REPAIR_PAUSE", 1.0)
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    shuzhi.api.fail("sendMessage", 502, skip=1)
    await phone.command("finish")
    await phone.waits_for(lambda screen: "报告已经写好" in screen.text)
    shuzhi.api.fail("sendMessage", 502, skip=1)
    await phone.command("forget")
    await phone.waits_for(lambda screen: screen.card is not None and "全部删除" in screen.card.labels)
    shuzhi.api.fail(call, "delay", delay=1.0)
    await shuzhi.api.waits_for(lambda api: api.counts[call])
    await phone.presses("全部删除")
    await phone.waits_for(lambda screen: "已全部删除" in screen.text)
    await phone.settles(quiet=2.0)
    phone.shows_not(shelf.texts("trouble"))
    assert b"telegram:1001" not in file_bytes(shuzhi.db)


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


async def warned_long_ago(shuzhi: Shuzhi, draft: int, days: int) -> None:
    at = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
    assert shuzhi.store is not None
    await shuzhi.store.write(
        lambda db: db.execute("UPDATE retention SET warned_at = ? WHERE draft = ?", (at, draft))
    )


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
