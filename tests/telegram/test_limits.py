"""Telegram's limits: how many messages a second, how long they are, how large files may be."""

import time
from functools import partial

import pytest
from telegram.constants import FileSizeLimit

from bot.assistant.files import File
from bot.assistant.handing_over import Files
from bot.library.shelf import Shelf
from bot.telegram.pace import AT_ONCE, Pace
from storage.deliveries import Delivery
from tests.doubles import BotApi, Phone
from tests.doubles.botapi.screen import Screen
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says

QUICKER = 20.0


def came(api: BotApi, sent: int, _: Screen) -> bool:
    """Whether the bot has sent more messages than that."""
    return api.counts["sendMessage"] > sent


async def test_a_chat_gets_no_more_messages_than_telegram_takes(shuzhi: Shuzhi, phone: Phone) -> None:
    shuzhi.pace = Pace(per_chat=QUICKER, in_all=30 * QUICKER)
    await shuzhi.restarts()
    flood = shuzhi.api.controls_floods(rate=QUICKER, burst=AT_ONCE + 2)
    for sent in range(3 * AT_ONCE):
        await phone.command("help" if sent % 2 else "drafts")
        await phone.waits_for(partial(came, shuzhi.api, sent))
    assert flood.refused == 0


async def test_a_flood_wait_of_one_chat_holds_up_no_other(shuzhi: Shuzhi, shelf: Shelf, phone: Phone) -> None:
    other = shuzhi.api.phone(user_id=2002, first_name="李")
    await begins(other, shelf.outlines["mayor"])
    shuzhi.api.fail("sendMessage", 429, retry_after=3)
    await phone.command("start")
    await shuzhi.api.waits_for(lambda api: any(call.status == 429 for call in api.calls))
    before = time.monotonic()
    await says(other, "张三")
    await presses(other, "下一题")
    assert time.monotonic() - before < 2.5
    assert phone.screen.bot == []
    await phone.waits_for(lambda screen: screen.card is not None)


async def test_all_chats_together_wait_too() -> None:
    pace = Pace(per_chat=1e6, in_all=100)
    before = time.monotonic()
    for number in range(150):
        await pace.turn(str(number))
    assert time.monotonic() - before >= 0.45


async def test_a_file_that_is_too_large_gets_a_sentence(
    shuzhi: Shuzhi, shelf: Shelf, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Files.made

    async def larger(files: Files, delivery: Delivery) -> File:
        file = await made(files, delivery)
        blanks = b" " * FileSizeLimit.FILESIZE_UPLOAD
        return File(file.name, file.content + blanks, file.caption) if delivery.format == "pdf" else file

    monkeypatch.setattr(Files, "made", larger)
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    await phone.command("finish")
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == 3, 30)
    phone.shows("太大，发不过来")
    assert [document.name.rpartition(".")[2] for document in phone.documents] == ["txt", "docx", "xlsx"]


async def test_a_pdf_that_takes_too_long_gets_a_sentence_of_its_own(
    shuzhi: Shuzhi, shelf: Shelf, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.documents.pdf.LONGEST", 0.001)
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    await phone.command("finish")
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == 3, 30)
    phone.shows("PDF 这次排得太慢，没有做出来，其他文件照常。")
    phone.shows_not("刚才出了点问题")
    assert [document.name.rpartition(".")[2] for document in phone.documents] == ["txt", "docx", "xlsx"]
