"""The double, checked with a real python-telegram-bot: what may be sent, and what people send."""

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden
from telegram.helpers import escape_markdown

from . import BotApi, Phone, bot_api


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as running:
        yield running


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with Bot(api.token, api.base_url, api.base_file_url) as client:
        yield client


@pytest.fixture
async def phone(api: BotApi) -> Phone:
    person = api.phone()
    await person.says("在吗")
    return person


def keyboard(data: str, label: str = "键") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


async def received(api: BotApi, bot: Bot) -> list[Update]:
    """All updates not yet received, confirmed."""
    updates = list(await bot.get_updates())
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return updates


async def newest(api: BotApi, bot: Bot) -> Message:
    message = (await received(api, bot))[-1].effective_message
    assert isinstance(message, Message)
    return message


async def test_nobody_is_written_to_who_never_wrote(api: BotApi, bot: Bot, phone: Phone) -> None:
    with pytest.raises(BadRequest, match=r"(?i)^chat not found"):
        await bot.send_message(2002, "您好")
    await api.group(chat_id=-5, user_id=2002).says("群里说话")
    with pytest.raises(BadRequest, match=r"(?i)^chat not found"):
        await bot.send_message(2002, "您好")
    await phone.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1001, "您好")
    await phone.unblocks()
    await bot.send_message(1001, "您好")


async def test_limits_of_texts(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(1001, "字" * 4096)
    assert len(phone.screen[-1].text) == 4096
    with pytest.raises(BadRequest, match=r"(?i)^message is too long"):
        await bot.send_message(1001, "字" * 4097)
    with pytest.raises(BadRequest, match=r"(?i)^message_too_long"):
        await sent.edit_text("字" * 4097)
    with pytest.raises(BadRequest, match=r"(?i)^message text is empty"):
        await bot.send_message(1001, "")
    with pytest.raises(BadRequest, match=r"(?i)^text must be non-empty"):
        await bot.send_message(1001, " \n ")
    await bot.send_message(1001, f"<b>{'字' * 4096}</b>", ParseMode.HTML)
    with pytest.raises(BadRequest, match=r"(?i)^message caption is too long"):
        await bot.send_document(1001, b"x", filename="a.txt", caption="字" * 1025)
    with pytest.raises(BadRequest, match=r"(?i)^text is too long"):
        await bot.send_message(1001, "字" * 11000)


async def test_limits_of_buttons(bot: Bot, phone: Phone) -> None:
    await bot.send_message(1001, "好", reply_markup=keyboard("x" * 64))
    with pytest.raises(BadRequest, match=r"(?i)^button_data_invalid"):
        await bot.send_message(1001, "好", reply_markup=keyboard("字" * 22))


async def test_html_becomes_entities(bot: Bot, phone: Phone) -> None:
    link = '<a href="https://x.org/?a&amp;b">链接</a>'
    source = f"<b>一、<i>履职</i></b> 👍 &lt;5%&gt; {link}<blockquote expandable>长</blockquote>"
    sent = await bot.send_message(1001, source, ParseMode.HTML)
    assert sent.text == "一、履职 👍 <5%> 链接长"
    found = {entity.type: sent.parse_entity(entity) for entity in sent.entities}
    assert found == {"bold": "一、履职", "italic": "履职", "text_link": "链接", "expandable_blockquote": "长"}
    assert phone.screen[-1].html == source
    assert [entity.url for entity in sent.entities if entity.url] == ["https://x.org/?a&b"]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("同比 < 5%", 'Unsupported start tag "" at byte offset 7'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("张三 & 李四", 'Unescaped "&" at byte offset 7'),
        ("<b>一", 'Can\'t find end tag corresponding to start tag "b"'),
        ("一</b>", "Unexpected end tag at byte offset 3"),
        ("<b><i>一</b></i>", 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'),
        ("<h1>一</h1>", 'Unsupported start tag "h1" at byte offset 0'),
    ],
)
async def test_html_that_does_not_parse(bot: Bot, phone: Phone, source: str, problem: str) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(1001, source, ParseMode.HTML)
    assert str(refused.value).lower() == f"can't parse entities: {problem}".lower()


async def test_entities_over_the_limit_are_lost_and_noted(api: BotApi, bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(1001, "<b>字</b> " * 103, ParseMode.HTML)
    assert len(sent.entities) == 100
    assert api.complaints[0].startswith("3 entities over the limit are lost")
    with pytest.raises(BadRequest, match=r"(?i)^unsupported parse_mode"):
        await bot.send_message(1001, escape_markdown("*"), "Wiki")


async def test_edits(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(1001, "一", reply_markup=keyboard("a"))
    with pytest.raises(BadRequest, match=r"(?i)^message is not modified: specified new"):
        await sent.edit_text("<b></b>一", parse_mode=ParseMode.HTML, reply_markup=keyboard("a"))
    await sent.edit_text("一", reply_markup=keyboard("b"))
    with pytest.raises(BadRequest, match=r"(?i)^message is not modified"):
        await sent.edit_reply_markup(keyboard("b"))
    await sent.edit_reply_markup(None)
    assert phone.message(sent.message_id).buttons == []
    edited = await sent.edit_text("二")
    assert isinstance(edited, Message)
    assert edited.edit_date
    assert phone.message(sent.message_id).versions == ["一", "一"]
    assert await sent.delete()
    with pytest.raises(BadRequest, match=r"(?i)^message to edit not found"):
        await sent.edit_text("三")
    with pytest.raises(BadRequest, match=r"(?i)^message to delete not found"):
        await sent.delete()
    with pytest.raises(BadRequest, match=r"(?i)^message can't be edited"):
        await bot.edit_message_text("改别人的", 1001, phone.screen[0].message_id)


async def test_a_press_is_answered_once(api: BotApi, bot: Bot, phone: Phone) -> None:
    await bot.send_message(1001, "一", reply_markup=keyboard("a", "下一题 ▶"))
    await received(api, bot)
    await phone.presses("下一题")
    query = (await received(api, bot))[0].callback_query
    assert query
    assert (query.data, query.message and query.message.is_accessible) == ("a", True)
    await query.answer("记下了", show_alert=True)
    with pytest.raises(
        BadRequest, match=r"(?i)^query is too old and response timeout expired or query id is in"
    ):
        await query.answer()
    assert [(toast.text, toast.alert) for toast in phone.toasts] == [("记下了", True)]
    late = await phone.presses("下一题")
    api.forget_queries()
    with pytest.raises(BadRequest, match=r"(?i)^query is too old"):
        await bot.answer_callback_query(late)
    with pytest.raises(AssertionError, match="no button"):
        await phone.presses("没有")


async def test_a_press_on_a_message_that_is_gone(api: BotApi, bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(1001, "一", reply_markup=keyboard("a"))
    await sent.delete()
    await received(api, bot)
    await phone.presses_data("forged", sent.message_id)
    query = (await received(api, bot))[0].callback_query
    assert query
    assert query.message
    assert (query.data, query.message.is_accessible) == ("forged", False)


async def test_documents_keep_name_bytes_and_caption(api: BotApi, bot: Bot, phone: Phone) -> None:
    data = bytes(range(256)) * 1000
    sent = await bot.send_document(
        1001, BytesIO(data), "<b>初稿</b>", parse_mode=ParseMode.HTML, filename="述职 报告.docx"
    )
    assert sent.document
    assert (sent.document.file_name, sent.document.file_size, sent.caption) == (
        "述职 报告.docx",
        256000,
        "初稿",
    )
    (document,) = phone.documents
    assert (document.name, document.data, document.caption) == ("述职 报告.docx", data, "初稿")
    assert bytes(await (await sent.document.get_file()).download_as_bytearray()) == data
    assert api.complaints == []
    await bot.send_document(1001, b"x", filename="报告（定稿）.txt")
    assert phone.documents[-1].name == "报告 定稿.txt"
    assert api.complaints == ["file name '报告（定稿）.txt' arrives as '报告 定稿.txt'"]
    await bot.send_document(1001, sent.document.file_id)
    assert phone.documents[-1].data == data
    with pytest.raises(BadRequest, match=r"(?i)^there is no text in the message to edit"):
        await sent.edit_text("一")


async def test_pins_reactions_and_actions(bot: Bot, phone: Phone) -> None:
    mine = phone.screen[0].message_id
    await bot.set_message_reaction(1001, mine, "👍")
    await bot.pin_chat_message(1001, mine)
    await bot.send_chat_action(1001, "typing")
    assert (phone.screen[0].reactions, phone.screen[0].pinned, phone.actions) == (["👍"], True, ["typing"])
    await bot.unpin_chat_message(1001, mine)
    assert not phone.screen[0].pinned
    with pytest.raises(BadRequest, match=r"(?i)^reaction_invalid"):
        await bot.set_message_reaction(1001, mine, "🧮")


async def test_replies_both_ways(api: BotApi, bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(1001, "哪一年？", reply_to_message_id=phone.screen[0].message_id)
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "在吗"
    await phone.replies(sent.message_id, "去年")
    message = await newest(api, bot)
    assert message.reply_to_message
    assert (message.text, message.reply_to_message.text) == ("去年", "哪一年？")
    assert phone.screen[-1].reply_to == sent.message_id
    with pytest.raises(BadRequest, match=r"(?i)^message to be replied not found"):
        await bot.send_message(1001, "好", reply_to_message_id=999)


async def test_a_keyboard_under_the_input_field_says_its_label(api: BotApi, bot: Bot, phone: Phone) -> None:
    await bot.send_message(1001, "选", reply_markup=ReplyKeyboardMarkup([["继续", "停"]]))
    assert await phone.presses("继续") == ""
    assert (await newest(api, bot)).text == "继续"


async def test_a_long_text_is_split_as_the_apps_do(api: BotApi, bot: Bot, phone: Phone) -> None:
    await received(api, bot)
    first = await phone.says("字" * 4000 + "\n" + "👍" * 2100)
    texts = [update.message.text or "" for update in await received(api, bot) if update.message]
    assert texts == ["字" * 4000, "👍" * 2048, "👍" * 52]
    assert phone.screen[-3].message_id == first


async def test_everything_a_person_can_send_parses(api: BotApi, bot: Bot, phone: Phone) -> None:
    await phone.command("start", "abc")
    message = await newest(api, bot)
    assert list(message.parse_entities()) == list(message.entities)
    assert message.parse_entity(message.entities[0]) == "/start"
    await phone.sends_document("名单.xlsx", b"PK", "名单", album="7")
    message = await newest(api, bot)
    assert message.document
    assert (message.document.file_name, message.caption, message.media_group_id) == ("名单.xlsx", "名单", "7")
    await phone.sends_voice(b"OggS...", duration=4)
    message = await newest(api, bot)
    assert message.voice
    assert bytes(await (await message.voice.get_file()).download_as_bytearray()) == b"OggS..."
    await phone.sends_voice(duration=4000, fake_size=30 << 20)
    message = await newest(api, bot)
    assert message.voice
    with pytest.raises(BadRequest, match=r"(?i)^file is too big"):
        await message.voice.get_file()
    await phone.sends_photo(caption="合影")
    assert (await newest(api, bot)).photo[0].width == 1280
    await phone.sends_sticker()
    assert (await newest(api, bot)).sticker
    await phone.sends_location()
    assert (await newest(api, bot)).location
    await phone.sends_contact()
    assert (await newest(api, bot)).contact
    await phone.sends_poll()
    assert (await newest(api, bot)).poll
    await phone.sends_audio("会.mp3", b"ID3")
    assert (await newest(api, bot)).audio
    await phone.sends_video_note()
    assert (await newest(api, bot)).video_note
    await phone.forwards("转来的话")
    message = await newest(api, bot)
    assert (message.text, bool(message.forward_origin)) == ("转来的话", True)
    await phone.sends(dice={"emoji": "🎲", "value": 3})
    assert (await newest(api, bot)).dice
    await phone.blocks()
    assert (await received(api, bot))[0].my_chat_member


async def test_groups_and_channels(api: BotApi, bot: Bot) -> None:
    group, channel = api.group(), api.channel()
    await group.says("群里的话")
    message = await newest(api, bot)
    assert (message.chat.type, message.from_user and message.from_user.id) == ("supergroup", 1001)
    await bot.send_message(message.chat.id, "请私聊")
    group.shows("请私聊")
    post = await channel.says("公告")
    update = (await received(api, bot))[0]
    assert update.channel_post
    assert (update.channel_post.text, update.effective_user) == ("公告", None)
    await channel.edits(post, "公告（更正）")
    assert (await received(api, bot))[0].edited_channel_post


async def test_message_ids_count_in_each_chat(api: BotApi, bot: Bot) -> None:
    assert await api.phone(1).says("一") == await api.phone(2).says("二") == 1
    assert (await bot.send_message(1, "三")).message_id == 2
    assert api.phone(1) is api.phone(1)
