"""What people send by accident, and buttons that were left behind."""

import pytest

from bot.assistant.export import exported
from bot.assistant.files import FORMATS
from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import asked, begins, presses, says


async def said(shuzhi: Shuzhi) -> list[str]:
    """The texts of all notes stored so far, in order."""
    assert shuzhi.store is not None
    return [note["text"] for draft in await shuzhi.store.read(exported) for note in draft["notes"]]


async def test_a_sticker_and_a_location_get_a_sentence(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.sends_sticker()
    await phone.waits_for(lambda screen: "收到贴纸了" in screen.text)
    await phone.sends_location()
    await phone.waits_for(lambda screen: "收到位置了" in screen.text)
    await phone.sends_voice(b"OggS", 3)
    await phone.waits_for(lambda screen: "听不了语音" in screen.text)
    await phone.sends_document("去年.docx", b"PK")
    await phone.waits_for(lambda screen: "已损坏，打不开" in screen.text)
    await phone.sends_contact()
    await phone.waits_for(lambda screen: "收到名片了" in screen.text)
    await phone.sends_poll()
    await phone.waits_for(lambda screen: "收到投票了" in screen.text)
    assert await said(shuzhi) == []


async def test_words_under_a_picture_are_a_note(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.sends_photo(b"\xff\xd8", caption="何素琴")
    await phone.waits_for(lambda screen: "· 何素琴" in screen.text)
    phone.shows("图片看不了，只记下了和它一起发来的文字。")
    await says(phone, "何素芹")
    phone.shows_not("图片")
    await phone.sends_document("合影.png", b"PNG", "何素勤", mime="image/png")
    await phone.waits_for(lambda screen: "· 何素勤" in screen.text)
    phone.shows("图片看不了")
    assert await said(shuzhi) == ["何素琴", "何素芹", "何素勤"]


async def test_words_beside_what_cannot_be_read_are_a_note(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.sends_document("总结.docx", b"PK", "去年的总结，今年12次")
    await phone.waits_for(lambda screen: "已损坏，打不开" in screen.text)
    phone.shows("· 去年的总结，今年12次")
    await phone.sends_document("录音.mp3", b"ID3", "说的是修路", mime="audio/mpeg")
    await phone.waits_for(lambda screen: "录音听不了" in screen.text)
    assert await said(shuzhi) == ["去年的总结，今年12次", "说的是修路"]


async def test_markup_and_emoji_are_only_text(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    odd = "完成**亿元 *_[]<>&` <b>粗</b> 👍 ２０条 20条 {{ name }} {name}"
    await says(phone, odd)
    assert odd in phone.card.text
    assert await said(shuzhi) == [odd]


async def test_a_paste_that_the_app_split_is_kept_whole(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    paste = "".join(f"第{number}件事办好了。" for number in range(1200))
    await phone.says(paste)
    await phone.settles()
    kept = await said(shuzhi)
    assert len(kept) == 3
    assert "".join(kept) == paste
    assert "全文已存好" in phone.card.text


async def test_blanks_say_nothing(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.says("\u3000\u200b\u3000")
    await phone.waits_for(lambda screen: "没有文字" in screen.text)
    assert await said(shuzhi) == []


async def test_a_press_on_a_stale_card_changes_nothing(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    old = phone.card.button("跳过")
    assert old is not None
    await says(phone, "张三")
    await presses(phone, "下一题")
    here = asked(phone, outline)
    await phone.presses_data(old.data, phone.card.message_id)
    await phone.settles()
    assert asked(phone, outline) == here
    assert phone.toasts[-1].text == "页面已经更新，请看最新的一张。"
    assert await said(shuzhi) == ["张三"]


async def test_a_button_pressed_twice_counts_once(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    second = list(outline.questions())[1]
    with shuzhi.api.held():
        await phone.presses("下一题")
        await phone.presses("下一题")
    await phone.settles()
    assert asked(phone, outline) == second


async def test_a_button_of_a_cancelled_draft_says_so(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三")
    old = phone.card.button("下一题")
    assert old is not None
    await phone.command("cancel")
    await phone.waits_for(lambda screen: "要放弃这份" in screen.text)
    await presses(phone, "确认放弃")
    await phone.presses_data(old.data, phone.card.message_id)
    await phone.settles()
    assert "已经放弃" in phone.toasts[-1].text
    await presses(phone, "恢复《")
    phone.shows("张三")


@pytest.mark.parametrize(
    "data", ["", "x", "1:1", "-1:0:next", "1:1:", "99999:1:next", "0:0:new:nothing", "0:0:draft:7"]
)
async def test_forged_presses_change_nothing(shuzhi: Shuzhi, phone: Phone, shelf: Shelf, data: str) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    await phone.presses_data(data, phone.card.message_id)
    await phone.settles()
    assert asked(phone, outline) == next(iter(outline.questions()))
    assert phone.toasts[-1].text


async def test_nobody_reaches_into_anothers_draft(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    await says(phone, "张三")
    theirs = phone.card.button("下一题")
    assert theirs is not None
    stranger = shuzhi.api.phone(user_id=2002, first_name="李")
    await begins(stranger, outline)
    for data in (theirs.data, f"0:{2}:draft:1", f"0:{2}:restore:1"):
        await stranger.presses_data(data, stranger.card.message_id)
    await stranger.settles()
    stranger.shows_not("张三")
    phone.shows("· 张三")


async def test_an_unknown_command_is_answered(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.command("geschwind")
    await phone.waits_for(lambda screen: "没有“geschwind”这个命令" in screen.text)


async def test_words_before_any_draft_are_kept_for_it(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await phone.says("今年修了3条路")
    await phone.waits_for(lambda screen: "您的话已经存好" in screen.text)
    await presses(phone, shelf.outlines["mayor"].title)
    await shuzhi.restarts()
    assert await said(shuzhi) == ["今年修了3条路"]
    await phone.command("finish")
    await phone.waits_for(lambda screen: any(seen.document for seen in screen))
    assert "今年修了3条路" in phone.documents[0].data.decode("utf-8-sig")


async def test_groups_are_left_alone(shuzhi: Shuzhi, phone: Phone) -> None:
    group = shuzhi.api.group("镇机关群", -500, 1001, "王")
    await group.says("大家好")
    await group.command("start")
    await group.settles()
    assert group.screen.bot == []


async def test_the_command_menu_is_in_chinese(shuzhi: Shuzhi, phone: Phone) -> None:
    await phone.command("start")
    await phone.settles()
    menu = {command["command"]: command["description"] for command in shuzhi.api.commands["default"]}
    assert list(menu)[:3] == ["start", "resume", "overview"]
    assert {"back", "skip", "undo", "redo", "preview", "finish", "drafts", "new", "help", "cancel"} < set(
        menu
    )
    assert menu["resume"] == "接着上次写"
    assert shuzhi.api.commands["default zh"] == shuzhi.api.commands["default"]
    for kind in ("description", "short_description"):
        assert "述职述廉报告" in shuzhi.api.texts[kind] == shuzhi.api.texts[f"{kind} zh"]


async def test_the_preview_turns_its_pages_in_place(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    for _ in range(10):
        await presses(phone, "跳过")
    for number in range(3):
        await phone.says("".join(f"第{number}回第{line}件事，办了{line}次。" for line in range(150)))
    await phone.settles()
    await phone.command("preview")
    await phone.waits_for(lambda screen: "预览 · 第1页" in screen.text)
    pages = int(phone.card.text.split("共")[1].split("页")[0])
    assert pages >= 2
    read = [phone.card.text]
    for _ in range(pages - 1):
        await presses(phone, "下一页")
        read.append(phone.card.text)
    assert any("第0回第0件事" in page for page in read)
    assert "第2回第149件事" in read[-1]
    assert "下一页" not in phone.card.labels


async def test_a_video_note_an_album_and_a_channel(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.sends_video_note()
    await phone.waits_for(lambda screen: "看不了视频" in screen.text)
    with shuzhi.api.held():
        await phone.sends_photo(album="7", caption="三张都是新修的路")
        await phone.sends_photo(album="7")
        await phone.sends_photo(album="7")
    await phone.settles()
    phone.shows("看不了图片")
    channel = shuzhi.api.channel()
    await channel.says("通知")
    await channel.settles()
    assert channel.screen.bot == []
    assert await said(shuzhi) == ["三张都是新修的路"]


async def test_an_edited_message_of_a_finished_draft_opens_it_again(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    note = await phone.says("中心组学习12次")
    await phone.settles()
    await phone.command("finish")
    await phone.waits_for(lambda screen: len([m for m in screen if m.document]) == len(FORMATS), 30)
    await phone.edits(note, "中心组学习13次")
    await phone.waits_for(lambda screen: "已经按您的修改更正" in screen.text)
    assert (await said(shuzhi))[-1] == "中心组学习13次"
    phone.shows("文件还是改之前的")
    await phone.command("finish")
    await phone.waits_for(lambda screen: len([m for m in screen if m.document]) == 2 * len(FORMATS), 30)
    assert "13次" in phone.documents[len(FORMATS)].data.decode("utf-8-sig")


async def test_two_phones_at_once_lose_nothing(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    tablet = shuzhi.api.phone(user_id=phone.person["id"], first_name="王")
    card = phone.card
    onwards, skips = card.button("下一题"), card.button("跳过")
    assert onwards is not None
    assert skips is not None
    with shuzhi.api.held():
        await phone.says("张三")
        await tablet.says("也叫张叁")
        await phone.presses_data(onwards.data, card.message_id)
        await tablet.presses_data(skips.data, card.message_id)
    await phone.waits_for(lambda _: len(phone.toasts) >= 3 and "· 也叫张叁" in phone.card.text)
    assert await said(shuzhi) == ["张三", "也叫张叁"]
    assert asked(phone, outline) == next(iter(outline.questions()))
    assert [toast.text for toast in phone.toasts[-2:]] == ["页面已经更新，请看最新的一张。"] * 2
    old = phone.card
    with shuzhi.api.held():
        await phone.presses("下一题")
        await tablet.presses("下一题")
        await tablet.says("县城关镇")
    await tablet.waits_for(lambda _: "· 县城关镇" in tablet.card.text)
    assert str(tablet.screen) == str(phone.screen)
    assert asked(tablet, outline) == list(outline.questions())[1]
    assert old.text != tablet.card.text
    assert await said(shuzhi) == ["张三", "也叫张叁", "县城关镇"]
