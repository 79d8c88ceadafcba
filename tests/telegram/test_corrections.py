"""Corrections on the phone that name what they correct, and their answers in words."""

from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import receives
from tests.telegram.walking import begins, presses, says

ASKS = "这一条是更正"


async def at(phone: Phone, section: str, label: str) -> None:
    """Go to a question by way of the overview."""
    await presses(phone, "总览")
    await presses(phone, next(one for one in phone.card.labels if one.startswith(f"{section} ")))
    await presses(phone, next(one for one in phone.card.labels if one.endswith(f". {label}")))


async def hears(phone: Phone, text: str, shown: str) -> None:
    """Say this; wait until the card shows what comes of it."""
    await phone.says(text)
    await phone.settles()
    await phone.waits_for(lambda screen: screen.card is not None and shown in screen.card.text)


async def test_a_correction_that_names_its_subject_replaces_that_figure_only(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "学习", "集中学习")
    await says(phone, "中心组12次，支部学习8次；发言2次")
    await hears(phone, "支部那个不对，是10次", "8次 → 10次")
    phone.shows("换掉以后，那一条记成：中心组12次，支部学习10次；发言2次")
    await shuzhi.restarts()
    await hears(phone, "改吧", "· 中心组12次，支部学习10次；发言2次（已更正）")
    phone.shows_not(ASKS)

    await presses(phone, "下一题")
    await hears(phone, "中心组说错了，是9次", f"{ASKS}“集中学习”里的“中心组12次，支部学习10次；发言2次”吗？")
    phone.shows("12次 → 9次")
    await hears(phone, "留着", "· 中心组说错了，是9次")
    phone.shows_not(ASKS)
    await presses(phone, "撤销")

    await at(phone, "履行职责", "畜牧防疫")
    await says(phone, "生猪存栏7600头，肉牛存栏300头")
    await says(phone, "生猪出栏8000头")
    await hears(phone, "生猪存栏不对，是6200头", "7600头 → 6200头")
    await hears(phone, "对", "· 生猪存栏6200头，肉牛存栏300头（已更正）")
    await hears(phone, "生猪不对，是6300头", "是更正前面的哪一处？")
    await presses(phone, "把生猪出栏8000头改成6300头")
    phone.shows("· 生猪出栏6300头（已更正）")
    await hears(phone, "羊存栏说错了，是90只", "没找到要更正的是哪一处")
    await presses(phone, "按原样写进“畜牧防疫”")

    await phone.command("finish")
    report = await receives(phone)
    assert "中心组12次" in report
    assert "支部学习10次" in report
    assert "生猪存栏6200头，肉牛存栏300头" in report
    assert report.count("说错了") == 1, "the one that nobody could place stands where the person wants it"
    await presses(phone, "看校对意见")
    while "说错了" not in phone.card.text or "边说边改" not in phone.card.text:
        await presses(phone, "以后再说")
