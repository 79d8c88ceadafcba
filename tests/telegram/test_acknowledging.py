"""Reactions, replies, joined pastes, and what stays in the chat."""

import asyncio
import time

from bot.assistant.export import exported
from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import asked, begins, goes_through, presses, said_in, says

NOTED, CORRECTED = ["👍"], ["✍"]


async def standing(shuzhi: Shuzhi) -> list[tuple[str, str]]:
    """Question and text of every note and correction, in order, those undone left out."""
    assert shuzhi.store is not None
    drafts = await shuzhi.store.read(exported)
    return [(n["question"], n["text"]) for d in drafts for n in d["notes"] if not n["undone"]]


async def test_a_note_costs_a_reaction_and_an_edit(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    before = shuzhi.api.counts.total() - shuzhi.api.counts["getUpdates"]
    message = await phone.says("张三")
    await phone.settles()
    assert phone.message(message).reactions == NOTED
    assert shuzhi.api.counts.total() - shuzhi.api.counts["getUpdates"] == before + 2
    await phone.edits(message, "李四")
    await phone.settles()
    assert phone.message(message).reactions == CORRECTED
    phone.shows("李四（已更正）")


async def test_a_note_by_itself_is_stored_and_handled_in_one_commit(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    statements: list[str] = []
    assert shuzhi.store is not None
    await shuzhi.store.read(lambda db: db.conn.set_trace_callback(statements.append))
    await says(phone, "张三")
    await phone.settles()
    until_shown = statements[: next(n for n, sql in enumerate(statements) if "UPDATE screens" in sql)]
    assert until_shown.count("COMMIT") == 1
    assert sum("INSERT OR IGNORE INTO inbox" in sql for sql in until_shown) == 1
    assert sum("INSERT INTO events" in sql for sql in until_shown) == 1


async def test_the_reaction_comes_behind_the_card_but_does_not_wait_for_a_slow_one(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await phone.settles()
    before = len(shuzhi.api.calls)
    await says(phone, "张三")
    await phone.settles()
    made = [call.method for call in shuzhi.api.calls[before:] if call.method != "getUpdates"]
    assert made == ["editMessageText", "setMessageReaction"]
    shuzhi.api.fail("editMessageText", "delay", delay=1.5)
    message = await phone.says("李四")
    await phone.waits_for(lambda _: phone.message(message).reactions == NOTED, timeout=1.2)
    assert "李四" not in phone.card.text
    await phone.waits_for(lambda _: "李四" in phone.card.text)
    await phone.settles()
    assert shuzhi.api.counts["setMessageReaction"] == 2


async def test_whoever_writes_as_soon_as_a_new_card_stands_is_answered_in_one_commit(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    """That the card stands is still being noted then: nobody is held up by that."""
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "张三")
    await phone.settles()
    assert shuzhi.store is not None
    statements: list[str] = []
    sent = asyncio.Event()
    shuzhi.api.watch(lambda call: sent.set() if call.method == "sendMessage" else None)
    await shuzhi.store.read(lambda db: db.conn.set_trace_callback(statements.append))
    card = phone.card
    await phone.says("下一题")
    await sent.wait()
    slow = asyncio.create_task(shuzhi.store.read(lambda _: time.sleep(0.3)))
    await asyncio.sleep(0.1)
    await phone.says("女")
    await slow
    await phone.settles()
    assert phone.card.message_id != card.message_id
    assert sum("INSERT OR IGNORE INTO inbox" in sql for sql in statements) == 2
    assert not [sql for sql in statements if "UPDATE inbox SET state" in sql]


async def test_a_burst_gets_one_reaction_for_each_message(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    with shuzhi.api.held():
        messages = [await phone.says(f"第{number}句") for number in range(8)]
    await phone.settles()
    shuzhi.api.redeliver(*[update["update_id"] for update in shuzhi.api.updates])
    await phone.settles()
    assert [phone.message(message).reactions for message in messages] == [NOTED] * 8
    assert shuzhi.api.counts["setMessageReaction"] == 8


async def test_a_reaction_that_fails_changes_nothing(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    shuzhi.api.fail("setMessageReaction", 400, description="Bad Request: message to react not found")
    await says(phone, "张三")
    shuzhi.api.fail("setMessageReaction", 429, retry_after=1)
    message = await phone.says("李四")
    await phone.waits_for(lambda screen: "写入报告的是：李四" in screen.bot[-1].text, timeout=0.9)
    await phone.waits_for(lambda screen: phone.message(message).reactions == NOTED)


async def test_what_is_no_note_gets_no_reaction(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    sent = [await phone.sends_sticker(), await phone.says("总览"), await phone.command("help")]
    await phone.settles()
    assert [phone.message(message).reactions for message in sent] == [[], [], []]


async def test_a_reply_adds_to_the_question_of_the_card_or_note(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    for _ in range(10):
        await presses(phone, "跳过")
    first = asked(phone, outline)
    assert first is not None
    note = await phone.says("中心组学习12次")
    await phone.settles()
    while (here := asked(phone, outline)) is not None and here.key != "virtue_work":
        await presses(phone, "下一题")
        if here.key == "study_campaign":
            await says(phone, "自学了经济")
    await phone.settles()
    card = phone.shows("○ 理论学习").message_id
    await says(phone, "分宅基地按顺序办")
    await phone.settles()
    assert (await phone.replies(note, "其中讲党课2次")) > 0
    await phone.waits_for(lambda screen: f"已经补到“{first.label}”里" in screen.text)
    assert asked(phone, outline) == here
    await shuzhi.restarts()
    await phone.replies(card, "还有读书班1期")
    await phone.settles()
    kept = await standing(shuzhi)
    assert [text for key, text in kept if key == first.key] == ["中心组学习12次", "其中讲党课2次"]
    assert ("study_self", "还有读书班1期") in kept, kept
    await phone.replies(10_000, "不知回复哪条")
    await phone.settles()
    assert ("virtue_work", "不知回复哪条") in await standing(shuzhi)


async def test_a_reply_to_the_line_of_a_section_changes_no_single_line(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["deputy-agriculture"]
    await begins(phone, outline)
    await goes_through(phone, outline, said_in("deputy-agriculture", shelf), most=len(outline.profile))
    await says(phone, "中心组学习8次")
    line = phone.shows("✓ 基本情况").message_id
    await phone.replies(line, "还包联东洼村")
    await phone.waits_for(lambda screen: "已经补到“工作分工”里" in screen.text)
    kept = await standing(shuzhi)
    assert ("duties", "还包联东洼村") in kept
    assert [text for key, text in kept if key == "sign_date"] == ["2026年12月16日"]


async def test_a_reply_to_a_line_adds_to_its_section_though_the_card_had_gone_on(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["deputy-agriculture"]
    await begins(phone, outline)
    await goes_through(phone, outline, said_in("deputy-agriculture", shelf), most=len(outline.profile) - 1)
    await presses(phone, "跳过")
    first = asked(phone, outline)
    assert first is not None and first not in outline.profile
    await says(phone, "中心组学习8次")
    await presses(phone, "下一题")
    await phone.settles()
    await phone.replies(phone.shows("✓ 基本情况").message_id, "还包联东洼村")
    await phone.waits_for(lambda screen: "已经补到“工作分工”里" in screen.text)
    kept = await standing(shuzhi)
    assert ("duties", "还包联东洼村") in kept
    assert [text for key, text in kept if key == first.key] == ["中心组学习8次"]


async def test_forwards_and_quotes_are_notes(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    forwarded = await phone.forwards("新建公路3.2公里")
    origin = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "李主任"}
    await phone.sends(
        text="这个要写进去",
        external_reply={"origin": origin},
        quote={"text": "验收合格", "position": 0},
    )
    await phone.settles()
    assert phone.message(forwarded).reactions == NOTED
    assert [text for _, text in await standing(shuzhi)] == ["新建公路3.2公里", "验收合格\n这个要写进去"]


async def test_a_split_paste_is_one_note(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    paste = "".join(f"第{number}件事办好了。" for number in range(700))
    first = await phone.says(paste)
    await phone.settles()
    phone.shows(f"共{len(paste)}字，全文已存好")
    second = first + 1
    await phone.edits(second, "后半段改短了。")
    await phone.settles()
    whole = (await standing(shuzhi))[-1][1]
    assert whole == phone.message(first).text + "后半段改短了。"
    await presses(phone, "撤销")
    phone.shows(f"共{len(paste)}字，全文已存好")
    await presses(phone, "撤销")
    phone.shows_not("全文已存好")
    await phone.command("redo")
    await phone.waits_for(lambda screen: f"共{len(paste)}字" in screen.text)


async def test_a_line_break_that_the_app_cut_at_comes_back(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    paste = "\n".join("一句话" * 30 for _ in range(60))
    await phone.says(paste)
    await phone.settles()
    assert "".join(text for _, text in await standing(shuzhi)) == paste
    phone.shows(f"共{len(paste)}字")


async def test_a_finished_interview_reads_like_a_table_of_contents(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["deputy-agriculture"]
    await begins(phone, outline)
    await goes_through(phone, outline, said_in("deputy-agriculture", shelf))
    await phone.settles()
    *left, _ = phone.screen.bot
    lines = "\n".join(message.text for message in left).split("\n")
    profile = shelf.texts("profile_name")
    assert [line.partition("：")[0] for line in lines] == [
        f"✓ {name}" for name in (profile, *(section.name for section in outline.sections[:-1]))
    ]


async def test_a_section_that_is_gone_back_to_keeps_its_one_line(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["deputy-agriculture"]
    said = {key: told for key, told in said_in("deputy-agriculture", shelf).items() if key != "study_self"}
    await begins(phone, outline)
    await goes_through(phone, outline, said, most=len(outline.profile) + 5)
    older = phone.shows("✓ 学习：答了3题，共4题").message_id
    for label in ("总览", "学习", "个人自学"):
        await presses(phone, label)
    await says(phone, "笔记1万来字")
    await presses(phone, "下一题")
    await says(phone, "下地20多次")
    await presses(phone, "下一题")
    await phone.waits_for(lambda screen: "✓ 学习：答了4题，共4题" in screen.text)
    assert phone.message(older).text == "✓ 学习：答了4题，共4题"
    assert sum(seen.text.count("✓ 学习") for seen in phone.screen.bot) == 1


async def test_cards_looked_at_in_between_leave_no_line_and_none_twice(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["deputy-agriculture"]
    said = said_in("deputy-agriculture", shelf)
    profile = shelf.texts("profile_name")
    await begins(phone, outline)
    await goes_through(phone, outline, said, most=len(outline.profile) + 1)
    await says(phone, "另外参加了读书班")
    looked_at = ("help", "overview", "preview", "remind", "drafts", "resume")
    for number, command in enumerate(looked_at):
        if number % 2:
            shuzhi.api.fail("sendMessage", "drop", times=-1)
            await phone.command(command)
            await phone.settles()
            await shuzhi.dies()
            shuzhi.api.heal()
            await shuzhi.starts()
        else:
            await phone.command(command)
        await phone.settles()
        if asked(phone, outline) is None:
            back = next(
                label
                for label in ("回到当前题", "接着写", outline.title)
                if label in " ".join(phone.card.labels)
            )
            await presses(phone, back)
        await says(phone, f"看完第{number + 1}样接着说")
    lines = [line for message in phone.screen.bot[:-1] for line in message.text.split("\n")]
    assert [line.partition("：")[0] for line in lines] == [f"✓ {profile}"]
    await goes_through(phone, outline, said)
    await phone.settles()
    *left, _ = phone.screen.bot
    lines = [line for message in left for line in message.text.split("\n")]
    assert [line.partition("：")[0] for line in lines] == [
        f"✓ {name}" for name in (profile, *(section.name for section in outline.sections[:-1]))
    ]
