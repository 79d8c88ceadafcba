"""Follow-up questions on the phone: on the card, in no message of their own, gone with one tap."""

from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says

ASKS = "再问一句，不答也行"


async def reaches_grain(phone: Phone, shelf: Shelf) -> None:
    """Go to a question that asks for figures."""
    outline = shelf.outlines["mayor"]
    await begins(phone, outline)
    await presses(phone, "总览")
    section = next(part for part in outline.sections if part.key == "work")
    await presses(phone, f"{section.name} 0/")
    label = next(label for label in phone.card.labels if label.endswith(". 粮食生产"))
    await presses(phone, label)
    await phone.settles()


async def test_a_follow_up_question_costs_no_message(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await reaches_grain(phone, shelf)
    messages, calls = len(phone.screen.bot), shuzhi.api.counts.total() - shuzhi.api.counts["getUpdates"]
    await phone.says("产量比去年高")
    await phone.settles()
    phone.shows(f"{ASKS}：“产量比去年高”，是从多少到多少？")
    assert len(phone.screen.bot) == messages
    assert shuzhi.api.counts.total() - shuzhi.api.counts["getUpdates"] == calls + 2
    await shuzhi.restarts()
    await presses(phone, "这句不补")
    phone.shows_not(ASKS)
    await says(phone, "狠抓了田间管理")
    phone.shows_not(ASKS)


async def test_one_tap_ends_them_for_this_person_and_nobody_else(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await reaches_grain(phone, shelf)
    await says(phone, "产量比去年高")
    await presses(phone, "以后不追问")
    await phone.settles()
    assert "以后不再追问" in phone.toasts[-1].text
    phone.shows_not(ASKS)
    await shuzhi.restarts()
    await says(phone, "面积比去年大幅增加")
    phone.shows_not(ASKS)
    colleague = shuzhi.api.phone(1002, first_name="李")
    await reaches_grain(colleague, shelf)
    await says(colleague, "产量比去年高")
    colleague.shows(ASKS)


async def test_nobody_is_asked_in_the_middle_of_a_burst(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await reaches_grain(phone, shelf)
    with shuzhi.api.held():
        await phone.says("产量比去年高")
        await phone.says("去年1.1万吨，今年1.2万吨")
    await phone.settles()
    phone.shows_not(ASKS)
    await says(phone, "补贴资金投资300万")
    phone.shows("现在干到哪一步了？")


async def test_a_correction_of_its_own_is_asked_about_on_the_card(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await reaches_grain(phone, shelf)
    await says(phone, "生猪存栏7600头")
    messages = len(phone.screen.bot)
    correction = await phone.says("不对，是7900头")
    await phone.settles()
    assert len(phone.screen.bot) == messages
    phone.shows("这一条是更正前面的“生猪存栏7600头”吗？")
    await shuzhi.restarts()
    await presses(phone, "对，就这样改")
    phone.shows("· 生猪存栏7900头（已更正）")
    phone.shows_not("7600")
    await phone.edits(correction, "不对，是7950头")
    await phone.waits_for(lambda screen: "· 生猪存栏7950头（已更正）" in screen.text)
    await presses(phone, "撤销")
    await presses(phone, "撤销")
    phone.shows("· 生猪存栏7600头")
    phone.shows("· 不对，是7900头")
    phone.shows("这一条是更正")
    await phone.says("不是，两条都留")
    await phone.waits_for(lambda screen: "这一条是更正" not in screen.text)
    phone.shows("· 不对，是7900头")
