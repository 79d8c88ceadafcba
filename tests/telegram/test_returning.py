"""Back on the phone after a pause, with one report or with several."""

from datetime import timedelta

from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says


async def test_the_card_comes_down_with_one_line_on_where_one_was(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "贺长青")
    await presses(phone, "下一题")
    await shuzhi.dies()
    shuzhi.later = timedelta(days=3)
    await shuzhi.starts()
    await phone.says("云岭县石桥镇")
    await phone.settles()
    line = "您3天前写到“基本情况 · 县和乡镇”，下一题是“职务”。"
    assert line in phone.card.text
    assert "· 云岭县石桥镇" in phone.card.text
    assert [seen.text for seen in phone.screen if seen.from_bot] == [phone.card.text]
    assert phone.screen[-1].from_bot
    await shuzhi.restarts()
    await presses(phone, "下一题")
    await phone.settles()
    assert "您3天前写到" in phone.card.text
    shuzhi.later = timedelta()
    await presses(phone, "上一题")
    phone.shows_not("您3天前写到")


async def test_several_reports_are_offered_to_go_on_with(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "贺长青")
    await begins(phone, shelf.outlines["party-secretary"])
    await phone.settles()
    await phone.command("resume")
    await phone.waits_for(lambda screen: "接着写哪一份？" in screen.text)
    await presses(phone, next(label for label in phone.card.labels if label.startswith("2. 镇长")))
    phone.shows("· 贺长青")
    phone.shows("0/9部分，已说3字")
