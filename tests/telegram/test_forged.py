"""Every kind of press and every command, made by somebody else: nothing of another's draft moves or shows."""

import pytest
from sqlite_utils import Database

from bot.library.shelf import Shelf
from storage import drafts
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says

SECRET = "张三的话"
COMMANDS = (
    "resume overview back skip undo redo preview finish drafts help cancel start new people "
    "forget mydata export quiet"
)
TYPED = (
    "next",
    "back",
    "skip",
    "unknown",
    "undo",
    "redo",
    "finish",
    "cancel",
    "choose:0",
    "declare:yes",
    "go:name",
    "gap:0",
)
VIEWS = (
    "question",
    "overview",
    "preview:0",
    "facts:0",
    "gaps:0",
    "section:profile",
    "finished",
    "cancelling",
)


async def collected(phone: Phone) -> set[str]:
    """What the buttons of every card in reach send."""
    found = {button.data for row in phone.card.buttons for button in row if button.data}
    for name in ("overview", "drafts", "cancel", "preview", "start", "help"):
        await phone.command(name)
        await phone.settles()
        found |= {button.data for row in phone.card.buttons for button in row if button.data}
    return found


def events(db: Database, draft: int) -> list[drafts.EventRow]:
    return drafts.events(db, draft)


async def test_no_press_or_command_of_another_reaches_a_draft(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, SECRET + "，讲党课XX次")
    await phone.settles()
    pressed = await collected(phone)
    assert shuzhi.store is not None
    before = await shuzhi.store.read(lambda db: events(db, 1))
    version = before[-1].seq
    forged = pressed | {f"1:{version}:{action}" for action in TYPED}
    forged |= {f"1:{version}:view:{view}" for view in VIEWS}
    forged |= {
        f"{prefix}:{verb}:1" for prefix in ("0:0", "0:1", "0:2") for verb in ("draft", "restore", "gap")
    }
    kinds = {data.split(":")[2] for data in forged}
    assert {"next", "skip", "undo", "finish", "cancel", "view", "go", "draft", "restore", "choose"} <= kinds

    stranger = shuzhi.api.phone(user_id=2002, first_name="李")
    await stranger.command("start")
    await stranger.waits_for(lambda screen: screen.card is not None)
    for own_draft in (False, True):
        if own_draft:
            await begins(stranger, shelf.outlines["mayor"])
        for data in sorted(forged):
            await stranger.presses_data(data, stranger.card.message_id)
        for name in COMMANDS.split():
            await stranger.command(name)
        await stranger.waits_for(lambda _: len(stranger.documents) > 1, timeout=60)
        await stranger.settles(timeout=60)
        stranger.shows_not(SECRET)
        names = {document.name for document in stranger.documents}
        assert names == {"我的全部内容.txt", "我的全部内容-原始记录.json"}
        assert not any(SECRET.encode() in document.data for document in stranger.documents)
        assert await shuzhi.store.read(lambda db: events(db, 1)) == before


async def test_editing_a_message_with_anothers_number_changes_nothing(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    message = await phone.says("张三")
    await phone.settles()
    stranger = shuzhi.api.phone(user_id=2002, first_name="李")
    await begins(stranger, shelf.outlines["mayor"])
    shuzhi.api.inject(
        {
            "edited_message": {
                "message_id": message,
                "date": 1,
                "edit_date": 2,
                "chat": {"id": 2002, "type": "private", "first_name": "李"},
                "from": {"id": 2002, "is_bot": False, "first_name": "李"},
                "text": "被别人改掉",
            }
        }
    )
    await stranger.settles()
    assert shuzhi.store is not None
    assert "被别人改掉" not in [e.text for e in await shuzhi.store.read(lambda db: events(db, 1))]


async def test_numbers_that_no_database_holds_are_presses_on_cards_of_long_ago(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    large = "9" * 19
    for action in ("retain:{}", "held:yes:{}", "draft:{}", "restore:{}", "view:reminder:{}", "go:{}"):
        for front in ("0:0", "0:1", "1:1"):
            await phone.presses_data(f"{front}:{action.format(large)}")
    await phone.settles()
    assert "failed" not in caplog.text
    phone.shows_not("没能处理")
    await says(phone, "还能接着答")
