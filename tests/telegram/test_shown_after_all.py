"""What a crash, a lost answer or a deleted place left unshown is shown once: cards, reactions, files."""

import asyncio
import threading

import pytest

from bot.assistant.export import exported
from bot.assistant.files import FORMATS
from bot.library.shelf import Shelf
from bot.telegram import screens
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says


async def test_replies_that_get_lost_leave_the_screen_right(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    shuzhi.api.fail("editMessageText", "reply_lost")
    await says(phone, "张三")
    shuzhi.api.fail("editMessageText", 500)
    await says(phone, "李四")
    shuzhi.api.fail("editMessageText", 429, retry_after=1)
    await says(phone, "王五")
    phone.shows("写入报告的是：王五")


async def test_a_repair_and_an_answer_at_the_same_moment_leave_one_card(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lost card is repaired just when the person asks for another one, and the file is slow."""
    monkeypatch.setattr(screens, "REPAIR_PAUSE", 0.5)
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三")
    await phone.settles()
    sent, go = shuzhi.api.counts["sendMessage"], threading.Event()
    shuzhi.api.fail("sendMessage", 502)
    await phone.command("help")
    await shuzhi.api.waits_for(lambda api: api.counts["sendMessage"] > sent)
    assert shuzhi.store is not None
    slow = asyncio.create_task(shuzhi.store.read(lambda _: go.wait(10)))
    await phone.command("overview")
    await asyncio.sleep(1.0)
    go.set()
    await slow
    await phone.waits_for(lambda screen: "总览" in screen.text)
    await phone.settles(quiet=0.5)
    assert len([seen for seen in phone.screen.bot if seen.labels]) == 1
    await says(phone, "还能接着答")


async def test_a_restart_shows_the_card_that_a_crash_left_unshown(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    shuzhi.api.fail("editMessageText", "drop", times=1000)
    await phone.says("张三")
    store = shuzhi.store
    assert store is not None
    async with asyncio.timeout(10):
        while not (await store.read(exported))[0]["notes"]:  # noqa: ASYNC110 - a change in the database
            await asyncio.sleep(0.02)
    await shuzhi.dies()
    phone.shows_not("您已经说了")
    shuzhi.api.heal()
    await shuzhi.starts()
    await phone.waits_for(lambda screen: "您已经说了" in screen.bot[-1].text)


async def test_a_restart_sets_the_reactions_that_a_crash_left_out(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    shuzhi.api.fail("setMessageReaction", "drop", times=1000)
    shuzhi.api.fail("editMessageText", "drop", times=1000)
    messages = [await phone.says(name) for name in ("张三", "张三丰", "张三峰")]
    store = shuzhi.store
    assert store is not None
    async with asyncio.timeout(10):
        while len((await store.read(exported))[0]["notes"]) < len(messages):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    await shuzhi.dies()
    assert [phone.message(message).reactions for message in messages] == [[]] * 3
    shuzhi.api.heal()
    await shuzhi.starts()
    await phone.waits_for(
        lambda screen: [phone.message(message).reactions for message in messages] == [["👍"]] * 3
    )
    await phone.waits_for(
        lambda screen: screen[-1].message_id > messages[-1] and "您已经说了" in screen[-1].text
    )
    reactions = shuzhi.api.counts["setMessageReaction"]
    await phone.settles()
    await shuzhi.restarts()
    await phone.settles()
    assert shuzhi.api.counts["setMessageReaction"] == reactions, "what was set is not set again"


async def test_a_file_that_a_crash_held_back_is_sent_once_after_the_restart(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    shuzhi.api.fail("editMessageMedia", "drop", times=1000)
    await phone.command("finish")
    await phone.waits_for(lambda screen: "报告已经写好" in screen.text)
    await shuzhi.dies()
    shuzhi.api.heal()
    await shuzhi.starts()
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == len(FORMATS))
    await phone.settles()
    await shuzhi.restarts()
    await phone.settles()
    assert len(phone.documents) == len(FORMATS)


async def test_a_file_whose_answer_is_lost_arrives_once(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    shuzhi.api.fail("editMessageMedia", "reply_lost", times=3)
    await phone.command("finish")
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == len(FORMATS), 20)
    await phone.settles()
    await shuzhi.restarts()
    await phone.settles()
    assert len(phone.documents) == len(FORMATS)
    phone.shows_not("正在送来")


async def test_a_file_still_arrives_when_its_place_was_deleted(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    shuzhi.api.fail("editMessageMedia", 400, description="Bad Request: message to edit not found")
    await phone.command("finish")
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == len(FORMATS), 20)
    assert len(phone.documents) == len(FORMATS)
