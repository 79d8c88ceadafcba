"""Whole interviews on the phone, for every outline, stopped and restarted in the middle."""

import codecs

import pytest

from bot.assistant.files import FORMATS
from bot.assistant.from_answers import write_answers
from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import EXAMPLES, asked, begins, goes_through, presses, said_in, says


@pytest.mark.parametrize(
    "outline_id",
    ["deputy-agriculture", "deputy-enterprise", "five-duties", "mayor", "party-secretary", "township-member"],
)
async def test_a_whole_interview_ends_with_the_report(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, outline_id: str
) -> None:
    outline = shelf.outlines[outline_id]
    said = said_in(outline_id, shelf)
    await begins(phone, outline)
    await goes_through(phone, outline, said, most=15)

    here = asked(phone, outline)
    await shuzhi.restarts()
    await phone.command("resume")
    await phone.waits_for(lambda screen: screen.card is not None and "您上次写到" in screen.card.text)
    assert asked(phone, outline) == here

    await goes_through(phone, outline, said)
    phone.shows("问题都走完了")
    await phone.command("finish")
    await phone.waits_for(lambda screen: any(seen.document for seen in screen))

    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == len(FORMATS))
    document = phone.documents[0]
    name, content = write_answers(EXAMPLES / f"{outline_id}.yaml", shelf).files[0]
    assert document.name == name
    assert document.data == content
    assert document.data.startswith(codecs.BOM_UTF8)
    assert "请本人核对" in (document.caption or "")
    assert [seen.name.rpartition(".")[2] for seen in phone.documents] == list(FORMATS)
    assert shuzhi.api.counts["editMessageMedia"] == len(FORMATS)


async def test_an_answer_edited_on_the_phone_is_corrected_in_the_report(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    message = await phone.says("中心组学习12次")
    await phone.waits_for(lambda screen: "中心组学习12次" in screen.bot[-1].text)
    await phone.edits(message, "中心组学习21次")
    await phone.waits_for(lambda screen: "中心组学习21次（已更正）" in screen.bot[-1].text)
    await phone.command("finish")
    await phone.waits_for(lambda screen: any(seen.document for seen in screen))
    text = phone.documents[0].data.decode("utf-8-sig")
    assert "21次" in text
    assert "12次" not in text


async def test_a_corrected_report_is_sent_again_after_the_next_finish(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    await phone.command("finish")
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == len(FORMATS))
    await presses(phone, "上一题")
    await presses(phone, "下一题")
    await says(phone, "讲党课2次")
    await phone.command("finish")
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == 2 * len(FORMATS))
    first, second = (
        document.data.decode("utf-8-sig") for document in phone.documents if document.name.endswith(".txt")
    )
    assert "讲党课2次" not in first
    assert "讲党课2次" in second


async def test_gaps_are_listed_at_the_end_and_can_be_filled(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习XX次，讲党课2次")
    await phone.command("finish")
    await phone.waits_for(lambda screen: any(seen.document for seen in screen))
    phone.shows("中心组学习▢次")
    assert "中心组学习【待补：" in phone.documents[0].data.decode("utf-8-sig")

    await presses(phone, "补上待补的内容")
    label = next(label for label in phone.card.labels if "集中学习" in label)
    await presses(phone, label)
    phone.shows("现在补这一处")
    await phone.says("12次")
    await phone.waits_for(lambda screen: "已经补上：中心组学习12次，讲党课2次" in screen.bot[-1].text)
    await phone.command("finish")
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == 2 * len(FORMATS))
    assert "中心组学习12次" in phone.documents[len(FORMATS)].data.decode("utf-8-sig")


async def test_a_filled_gap_is_corrected_by_editing_its_message(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "讲党课XX次")
    await phone.command("overview")
    await phone.waits_for(lambda screen: "总览" in screen.bot[-1].text)
    await presses(phone, "补上待补的内容")
    await presses(phone, next(label for label in phone.card.labels if "集中学习" in label))
    message = await phone.says("12次")
    await phone.waits_for(lambda screen: "讲党课12次" in screen.bot[-1].text)
    await phone.edits(message, "21次")
    await phone.waits_for(lambda screen: "已经按您的修改更正" in screen.bot[-1].text)
    await presses(phone, "回到当前题")
    await phone.waits_for(lambda screen: "讲党课21次" in screen.bot[-1].text)
