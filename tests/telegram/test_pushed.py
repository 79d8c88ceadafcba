"""Where Telegram pushes, the answer to the push carries what needs no answer of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.library.shelf import Shelf
from bot.telegram.ports import Listening
from storage import acknowledgements
from tests.doubles import BotApi, Phone
from tests.telegram.running import Running, free_port
from tests.telegram.walking import begins, presses, says


@pytest.fixture
async def running(api: BotApi, tmp_path: Path, shelf: Shelf) -> AsyncIterator[Running]:
    at = f"127.0.0.1:{free_port()}"
    listening = Listening(webhook_url=f"http://{at}/updates", webhook_at=at)
    async with api.pushing(), Running(api, tmp_path / "shuzhi.db", shelf, listening) as program:
        yield program


async def test_a_note_costs_one_call_and_has_its_reaction(
    running: Running, api: BotApi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    before = api.counts.total()
    message = await phone.says("张三")
    await phone.settles()
    assert phone.message(message).reactions == ["👍"]
    phone.shows("张三")
    assert api.counts.total() == before + 1
    await phone.edits(message, "李四")
    await phone.settles()
    assert phone.message(message).reactions == ["✍"]
    phone.shows("李四（已更正）")
    assert api.in_replies["setMessageReaction"] == 2
    assert api.counts["setMessageReaction"] == 0
    assert await running.store.read(lambda db: acknowledgements.owed(db, "telegram")) == []


async def test_a_press_is_answered_with_its_notice(
    running: Running, api: BotApi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三")
    await phone.settles()
    stale = phone.card.button("下一题")
    assert stale is not None
    assert stale.data is not None
    await presses(phone, "下一题")
    await phone.settles()
    query = await phone.presses_data(stale.data, phone.card.message_id)
    await phone.settles()
    told = {toast.query_id: toast.text for toast in phone.toasts}
    assert told[query]
    assert api.in_replies["answerCallbackQuery"] == len(told) == 3
    assert api.counts["answerCallbackQuery"] == 0


async def test_of_a_burst_every_message_has_its_reaction_whichever_way(
    running: Running, api: BotApi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with api.held():
        messages = [await phone.says(f"第{number}句") for number in range(8)]
    await phone.settles()
    await phone.waits_for(lambda _: all(phone.message(one).reactions for one in messages))
    assert [phone.message(message).reactions for message in messages] == [["👍"]] * 8
    assert api.counts["setMessageReaction"] + api.in_replies["setMessageReaction"] == 8
