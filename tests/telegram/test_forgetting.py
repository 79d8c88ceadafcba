"""Taking one's data along, and deleting it."""

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest

from bot.assistant.access import Access, Allowance
from bot.assistant.keeping import Keeping
from bot.assistant.metering import Limits
from bot.library.shelf import Shelf
from bot.telegram import delivery, screens
from tests.doubles import Phone
from tests.doubles.modelserver import Says, model_server
from tests.storage.on_disk import file_bytes
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import interviewed, receives, shows, with_model
from tests.telegram.desk_work import says as model_says
from tests.telegram.walking import begins, presses, says


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


async def writes_a_report(shuzhi: Shuzhi, phone: Phone, shelf: Shelf, number: int) -> None:
    """An interview, and its report with all files."""
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await receives(phone, number)


async def test_forgetting_gives_nobody_the_days_calls_twice(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    """Today's calls are used up; whoever deletes everything and begins anew has none today, but tomorrow."""
    async with model_server() as server:
        server.answers(model_says)
        shuzhi.limits = Limits(calls_per_person=3)
        await with_model(shuzhi, server)
        await writes_a_report(shuzhi, phone, shelf, 1)
        assert len(server.asked) == 3
        for number in (2, 3):
            await phone.command("forget")
            await phone.waits_for(lambda screen: screen.card is not None and "全部删除" in screen.card.labels)
            phone.shows("今天用了多少只留数字")
            await phone.presses("全部删除")
            await phone.settles()
            assert phone.screen.text.count("过了今天就删") == number - 1
            left = file_bytes(shuzhi.db)
            assert b"telegram:1001" not in left
            assert b"gone:" in left
            await writes_a_report(shuzhi, phone, shelf, number)
            assert len(server.asked) == 3
        shuzhi.day += timedelta(days=1)
        await shuzhi.restarts()
        await phone.command("finish")
        await phone.waits_for(lambda screen: len(server.asked) > 3)
        assert shuzhi.store is not None
        await shuzhi.store.scrub()
        assert b"gone:" not in file_bytes(shuzhi.db)


async def test_forgetting_gives_nobody_the_days_messages_twice(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    shuzhi.access = Access(everybody=True, allowance=Allowance(messages=2))
    await shuzhi.restarts()
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三丰年")
    await says(phone, "三百二十户")
    await forgets(phone)
    await begins(phone, shelf.outlines["mayor"])
    await phone.says("又来一句")
    await phone.waits_for(lambda screen: "到了每天的上限" in screen.text)


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
