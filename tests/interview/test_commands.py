"""The commands, and what cannot be taken in."""

import pytest

from tests.office import Interview

NEEDS_A_DRAFT = ["overview", "back", "skip", "undo", "redo", "preview", "finish", "cancel"]


@pytest.mark.parametrize("name", NEEDS_A_DRAFT)
async def test_without_a_draft_a_command_says_so_and_offers_the_start(user: Interview, name: str) -> None:
    card = await user.commands(name)
    assert card.shows("您还没有在写的报告")
    assert card.offers("小提纲")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("start", "请选一种报告"),
        ("resume", "您上次写到"),
        ("drafts", "我的报告"),
        ("overview", "小提纲 · 总览"),
        ("back", "您在哪里任职？"),
        ("skip", "述哪一年的职？"),
        ("undo", "已撤销"),
        ("redo", "没有可以恢复的内容"),
        ("preview", "预览"),
        ("finish", "还没有可以写进报告的情况"),
        ("new", "请选一种报告"),
        ("help", "就是回答"),
        ("cancel", "要放弃这份"),
    ],
)
async def test_every_command_does_what_the_menu_says(user: Interview, name: str, shown: str) -> None:
    await user.begins()
    await user.says("贺长青")
    await user.reaches("职务")
    await user.presses("下一题")
    if name == "back":
        await user.presses("上一题")
    assert (await user.commands(name)).shows(shown)


async def test_an_unknown_command_changes_nothing(user: Interview) -> None:
    before = await user.begins()
    card = await user.commands("fly")
    assert card.shows("没有“fly”这个命令")
    assert card.shows("请问您的姓名？")
    assert card.card.version == before.card.version


@pytest.mark.parametrize(
    "what",
    ["sticker", "location", "voice", "photo", "document", "video", "contact", "poll", "unusable"],
)
async def test_what_cannot_be_read_is_answered_and_changes_nothing(user: Interview, what: str) -> None:
    before = await user.begins()
    card = await user.sends(what)
    assert card.notice == user.shelf.texts(what)
    assert card.shows("请问您的姓名？")
    assert card.card.version == before.card.version


async def test_help_leads_back_to_the_question(user: Interview) -> None:
    await user.begins()
    await user.commands("help")
    assert (await user.presses("回到当前题")).shows("请问您的姓名？")


async def test_an_edited_message_corrects_its_note(user: Interview) -> None:
    await user.begins()
    await user.says("贺长请")
    wrong = user.messages
    await user.presses("下一题")
    card = await user.edits(wrong, "贺长青")
    assert card.shows("已经按您的修改更正")
    assert card.shows("您在哪里任职？")
    assert (await user.presses("上一题")).said == ["· 贺长青（已更正）"]


async def test_an_edited_message_finds_its_note_in_an_older_draft(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    wrong = user.messages
    await user.begins()
    await user.edits(wrong, "修路5公里")
    await user.commands("drafts")
    await user.presses(next(label for label in user.card.labels if label.startswith("2. ")))
    assert "修路5公里" in await user.finishes()


async def test_editing_what_was_no_note_changes_nothing(user: Interview) -> None:
    before = await user.begins()
    card = await user.edits(999, "随便")
    assert card.shows("不是答题内容")
    assert card.card.version == before.card.version


async def test_editing_a_message_to_nothing_keeps_the_note(user: Interview) -> None:
    await user.begins()
    await user.says("贺长青")
    assert (await user.edits(user.messages, " ")).said == ["· 贺长青"]
