"""Faults of our own program: the person is told, and the chat goes on."""

import asyncio

import pytest

from bot.assistant import handing_over, moves
from bot.assistant.writer import Writer
from bot.library.shelf import Shelf
from bot.models import Provider
from bot.telegram import papers
from storage import Key, inbox
from storage.purge import purge
from storage.sealing import new_key
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import damages, stored
from tests.telegram.walking import begins, presses, says


async def test_a_file_that_cannot_be_made_does_not_stop_the_chat(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    monkeypatch.setattr(handing_over, "finished_file", breaks)
    await phone.command("finish")
    await phone.waits_for(lambda screen: "您发的话已经存好" in screen.text)
    await presses(phone, "上一题")
    await says(phone, "还能接着答")


async def test_a_move_that_fails_three_times_is_set_aside_and_the_next_one_works(
    shuzhi: Shuzhi,
    phone: Phone,
    shelf: Shelf,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with monkeypatch.context() as broken:

        def breaks(self: moves.Mover, move: object) -> None:
            raise ValueError(f"no way to handle {move}")

        broken.setattr(moves.Mover, "make", breaks)
        await phone.says("这句话处理不了")
        await phone.waits_for(lambda screen: "有一条消息没能处理" in screen.text)
    await says(phone, "这句话没问题")
    assert "ValueError" in caplog.text
    assert "in breaks" in caplog.text
    assert "处理不了" not in caplog.text


async def test_that_a_move_was_set_aside_is_told_after_a_restart_too(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    shuzhi.api.fail("*", "drop", times=-1)
    with monkeypatch.context() as broken:
        broken.setattr(moves.Mover, "make", lambda *_: 1 / 0)
        await phone.says("这句话处理不了")
        store = shuzhi.store
        assert store is not None
        async with asyncio.timeout(10):
            while not await store.read(inbox.set_aside):  # noqa: ASYNC110 - a change in the database
                await asyncio.sleep(0.02)
        await shuzhi.dies()
    shuzhi.api.heal()
    await shuzhi.starts()
    await phone.waits_for(lambda screen: "有一条消息没能处理" in screen.text)
    await says(phone, "这句话没问题")


async def test_an_order_that_cannot_be_written_is_given_up_and_told(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = Provider(name="nobody", base_url="http://127.0.0.1:9/v1", model="none")
    shuzhi.providers = (nobody,)
    await shuzhi.restarts()
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    tried = []

    async def breaks(*_: object) -> None:
        tried.append(1)
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(Writer, "_write", breaks)
        await phone.command("finish")
        await phone.waits_for(lambda screen: "您发的话已经存好" in screen.text)
    assert len(tried) == 1
    await phone.command("finish")
    await phone.waits_for(lambda screen: "报告已经写好" in screen.text, 30)


async def test_a_value_that_was_damaged_on_disk_fails_its_own_person_aloud_and_nobody_else(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    await shuzhi.dies()
    shuzhi.db, shuzhi.key = shuzhi.db.with_name("sealed.db"), Key.read(new_key())
    await shuzhi.starts()
    other = shuzhi.api.phone(user_id=2002, first_name="李")
    for person in (phone, other):
        await begins(person, shelf.outlines["mayor"])
        await says(person, "张三丰年")
    await damages(shuzhi, 1)
    await shuzhi.restarts()
    await phone.says("后来的话")
    await phone.waits_for(lambda screen: shelf.texts("trouble") in screen.text)
    assert "Damaged" in caplog.text
    assert await stored(shuzhi).read(inbox.set_aside) == 1
    await says(other, "另一位照常答题")


async def test_a_message_that_was_purged_while_it_failed_is_not_tried_for_ever(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The operator deletes a person whose document is on its way, and cannot be read for a fault of ours."""
    tried = 0

    def breaks(*_: object) -> None:
        nonlocal tried
        tried += 1
        raise ZeroDivisionError

    await begins(phone, shelf.outlines["mayor"])
    monkeypatch.setattr(papers, "_read", breaks)
    shuzhi.api.fail("file", "delay", delay=0.5)
    await phone.sends_document("总结.docx", b"PK")
    await shuzhi.api.waits_for(lambda api: api.counts["file"])
    await stored(shuzhi).write(lambda db: purge(db, "telegram:1001"))
    async with asyncio.timeout(10):
        while not tried:  # noqa: ASYNC110 - in a thread
            await asyncio.sleep(0.02)
    await phone.command("start")
    await phone.waits_for(lambda screen: shelf.outlines["mayor"].title in screen.bot[-1].labels)
    assert tried == 1
