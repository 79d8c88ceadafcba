"""What the guard looks at: every part of a message, every piece of a paste, every kind of door."""

import asyncio
from typing import Any, cast

import pytest

from bot.assistant.desk import Assistant
from bot.assistant.showing import Reply
from bot.assistant.writer import Writer
from bot.interview.move import Move
from bot.library.shelf import Shelf
from bot.models import Provider
from bot.telegram.guard import Guard
from bot.telegram.workers import Workers
from storage import Store, drafts
from tests.documents.odd_files import W, paragraph, word_file
from tests.doubles import Phone
from tests.office import shipped
from tests.storage.on_disk import file_text
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import interviewed, receives, shows, stored
from tests.telegram.walking import begins, says

PIECE = "这是一份很长的材料，说的都是平常事。" * 180
"""As long as a piece of a paste that an app cut."""


async def test_a_mark_in_the_last_piece_of_a_paste_takes_the_first_ones_back(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "先说的一句")
    for number in ("甲", "乙"):
        await phone.says(f"{number}段{PIECE}")
        await shows(phone, f"{number}段")
    assert "甲段" in file_text(shuzhi.db)
    await phone.says("最后一段\n机密★1年")
    await phone.waits_for(lambda screen: "那2段也没有留" in screen.text)
    await phone.waits_for(lambda screen: screen.card is not None and "甲段" not in screen.card.text)
    await shows(phone, "先说的一句")
    everything = file_text(shuzhi.db)
    assert "很长的材料" not in everything
    assert "先说的一句" in everything
    await says(phone, "后说的一句")
    notes = [event.text for event in await stored(shuzhi).read(lambda db: drafts.events(db, 1))]
    assert notes == ["先说的一句", "后说的一句"]


async def test_pieces_that_come_together_or_around_a_kill_fall_together(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with shuzhi.api.held():
        await phone.says(f"丙段{PIECE}密级：")
        await phone.says("机密，丙段完")
    await phone.waits_for(lambda screen: "那1段也没有留" in screen.text)

    await phone.says(f"丁段{PIECE}")
    await shows(phone, "丁段")
    await shuzhi.dies()
    await phone.says(f"绝密★{PIECE}")
    await shuzhi.starts()
    await phone.waits_for(lambda screen: screen.text.count("那1段也没有留") == 2)
    await shuzhi.dies()
    await phone.says("戊段，没有标志的尾巴")
    await shuzhi.starts()
    await phone.waits_for(lambda screen: "这一段是接着上一条的" in screen.text)
    await phone.settles()
    everything = file_text(shuzhi.db)
    for word in ("丙段", "丁段", "很长的材料", "戊段"):
        assert word not in everything, word


async def test_a_piece_that_is_not_handled_yet_is_taken_back_too(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits in the inbox behind something slow when the mark comes."""
    await begins(phone, shelf.outlines["mayor"])
    taken, slow = Assistant.take, asyncio.Event()

    async def takes(self: Assistant, person: str, move: Move, **more: Any) -> Reply:
        if getattr(move, "text", "") == "慢的一句":
            await slow.wait()
        return await taken(self, person, move, **more)

    monkeypatch.setattr(Assistant, "take", takes)
    monkeypatch.setattr(Workers, "free", lambda *_: False)
    await phone.says("慢的一句")
    await phone.says(f"己段{PIECE}")
    while "己段" not in file_text(shuzhi.db):  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    await phone.says("★1年")
    await phone.waits_for(lambda screen: "那1段也没有留" in screen.text)
    slow.set()
    await shows(phone, "慢的一句")
    await phone.settles()
    assert "己段" not in phone.card.text
    assert "很长的材料" not in file_text(shuzhi.db)


async def test_a_piece_whose_card_is_only_just_shown_is_taken_back_too(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, f"己段{PIECE}")
    await phone.says("★1年")
    await phone.waits_for(lambda screen: "那1段也没有留" in screen.text)
    assert "很长的材料" not in file_text(shuzhi.db)


MARK = "绝密★长期"


@pytest.mark.parametrize(
    "fields",
    [
        {"text": MARK},
        {"photo": [], "caption": MARK},
        {"poll": {"question": "怎么看", "options": [{"text": MARK}]}},
        {"contact": {"first_name": "李", "phone_number": "1", "vcard": MARK}},
        {"text": "你看", "quote": {"text": MARK, "position": 0}, "external_reply": {"origin": {}}},
        {"document": {"file_id": "1", "file_name": "机密-名单.docx"}},
        {"venue": {"title": MARK, "address": "1"}},
        {"something_new": [{"inside": {"of": MARK}}]},
    ],
    ids=lambda fields: list(fields)[-1],
)
@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_a_mark_is_found_wherever_a_message_carries_it(kind: str, fields: dict[str, Any]) -> None:
    update = {"update_id": 1, kind: {"message_id": 5, "date": 7, "from": {"id": 1001}, **fields}}
    judged = Guard(Assistant(cast(Store, None), shipped(), writer=cast(Writer, None))).judge([update])
    assert judged.kept == []
    assert [refused.who for refused in judged.refused] == [1001]


def test_a_mark_that_is_only_quoted_or_a_name_is_no_mark_of_the_message() -> None:
    quoted = {"message_id": 4, "date": 6, "chat": {"id": 1001}, "text": MARK, "poll": {"question": MARK}}
    message = {"message_id": 5, "date": 7, "from": {"id": 1001, "first_name": "秘密"}, "text": "平常话"}
    update = {"update_id": 1, "message": {**message, "reply_to_message": quoted}}
    judged = Guard(Assistant(cast(Store, None), shipped(), writer=cast(Writer, None))).judge([update])
    assert judged.refused == []
    assert MARK not in str(judged.kept)


async def test_a_returned_file_with_a_mark_is_kept_nowhere(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await interviewed(shuzhi, phone, shelf)
    await phone.command("finish")
    await receives(phone)
    header = f"<w:hdr {W}>{paragraph('机密★1年')}</w:hdr>"
    for data in (
        word_file(paragraph("某某专项行动部署") + paragraph("密级：机密")),
        word_file(paragraph("某某专项行动部署"), header1=header),
    ):
        await phone.sends_document("改过.docx", data)
        await phone.waits_for(lambda screen: "密级标志" in screen.text)
        await phone.settles()
        assert "专项行动" not in file_text(shuzhi.db)
        assert "改过.docx" not in file_text(shuzhi.db), "nor what names the file, which Telegram keeps"
        await phone.command("help")
        await phone.settles()


ONLY_PUBLIC = "请只写可以公开的内容，不要发涉密信息和工作秘密"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "这里没有接大模型"),
        ("http://127.0.0.1:9/v1", "大模型就在本机，内容不会发给别家"),
        ("https://models.example/v1", "大模型也是外部服务"),
    ],
)
async def test_the_first_contact_says_once_what_belongs_here_and_who_reads_along(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, url: str, told: str
) -> None:
    if url:
        shuzhi.providers = (Provider(name="one", base_url=url, model="m"),)
        await shuzhi.restarts()
    await phone.command("start")
    await shows(phone, ONLY_PUBLIC)
    phone.shows("Telegram 是单位以外的服务")
    phone.shows(told)
    assert ("请管理员把模型地址设成本机的" in phone.card.text) == url.startswith("https")
    await begins(phone, shelf.outlines["mayor"])
    await phone.command("start")
    await shows(phone, shelf.outlines["mayor"].title)
    assert told not in phone.card.text
    assert "Telegram 是单位以外的服务" not in phone.card.text


async def test_a_paste_that_was_refused_is_refused_again_where_that_could_not_be_stored(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """Its last piece is short and has no mark: that it belongs to the others must not be forgotten."""
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    await stored(shuzhi).read(lambda db: db.execute("PRAGMA query_only = ON").fetchone())
    await phone.says(f"机密★1年\n{PIECE}" + "很长的材料" * 200 + "代号甲乙丙")
    async with asyncio.timeout(10):
        while "cannot write" not in caplog.text:  # noqa: ASYNC110 - there is nothing to wait on but the log
            await asyncio.sleep(0.02)
    await stored(shuzhi).read(lambda db: db.execute("PRAGMA query_only = OFF").fetchone())
    await phone.waits_for(lambda screen: "密级标志" in screen.text, 20)
    await phone.settles()
    await shuzhi.restarts()
    await says(phone, "以后的话照常记")
    everything = file_text(shuzhi.db)
    assert "很长的材料" not in everything
    assert "代号甲乙丙" not in everything


async def test_what_does_not_tell_who_sent_it_is_kept_by_its_number(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    """Neither door nor guard can judge it, and nobody could have it deleted."""
    await begins(phone, shelf.outlines["mayor"])
    here = {"chat": {"id": 1001, "type": "private"}, "message_id": 900, "date": 1}
    shuzhi.api.inject({"message": {**here, "text": "不知谁说的机密★1年"}})
    shuzhi.api.inject({"edited_message": {"text": "不知谁改的话"}})
    shuzhi.api.inject({"something_new": {"text": "不知什么里的话"}})
    await says(phone, "后面的话")
    await phone.settles()
    assert "不知" not in file_text(shuzhi.db)
