"""Words typed on the phone under a menu, or of another kind than asked for: nothing is printed unasked."""

import pytest

from bot.library.shelf import Shelf
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import receives
from tests.telegram.test_corrections import at, hears
from tests.telegram.walking import begins, presses, says

WHERE = "这句话放在哪里？"


async def test_words_under_a_menu_are_asked_about(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "学习", "集中学习")
    await presses(phone, "总览")
    first = await phone.says("中心组12次")
    await phone.settles()
    phone.shows(WHERE)
    phone.shows("您写到这一题：这一年您参加了多少次集中学习？")
    await hears(phone, "支部学习8次", "· 支部学习8次")
    await shuzhi.restarts()
    await phone.edits(first, "中心组11次")
    await phone.settles()
    await presses(phone, "答“集中学习”")
    phone.shows("· 中心组11次\n· 支部学习8次")

    await presses(phone, "总览")
    await presses(phone, next(one for one in phone.card.labels if one.startswith("学习 ")))
    await hears(phone, "读了党章和条例", WHERE)
    await presses(phone, "答“个人自学”")
    phone.shows("· 读了党章和条例")
    phone.shows("平时您自己读了哪些书")
    await phone.command("overview")
    await hears(phone, "今年还去了一趟省城", WHERE)
    await phone.command("finish")
    report = await receives(phone)
    assert "省城" not in report
    phone.shows("还有1句话没定放在哪里，报告里没有写：“今年还去了一趟省城”。")
    await presses(phone, "定一下放在哪里")
    await hears(phone, "不要了", "好，这句话不写进报告。")
    phone.shows_not(
        "省城",
    )
    await presses(phone, "撤销")
    phone.shows(WHERE)
    phone.shows("· 今年还去了一趟省城")


async def test_a_yes_under_a_menu_confirms_nothing(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "廉洁自律", "礼品礼金")
    await presses(phone, "总览")
    await hears(phone, "是", WHERE)
    await phone.command("finish")
    await phone.settles()
    assert not phone.documents
    await presses(phone, "答“礼品礼金”")
    await phone.command("finish")
    assert "没有收受可能影响公正执行公务的礼品" in await receives(phone)


async def test_a_correction_under_a_menu_is_asked_about_as_one(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "学习", "集中学习")
    await says(phone, "中心组12次，支部学习8次")
    await presses(phone, "总览")
    await hears(phone, "支部那个不对，是10次", "8次 → 10次")
    await hears(phone, "对", "· 中心组12次，支部学习10次（已更正）")


@pytest.mark.parametrize(
    ("label", "wrong", "sentence", "right"),
    [
        ("落款日期", "两千字", "“落款日期”要的是日期，“两千字”看不出是哪一天。", "2026年12月18日"),
        ("述职年度", "全年都写", "“述职年度”要的是年份，“全年都写”看不出是哪一年。", "2026年"),
        ("任职时间", "镇里的工作", "“任职时间”要的是年月，“镇里的工作”看不出是什么时候。", "2021年6月"),
        ("姓名", "13812345678", "“姓名”只写姓名，“13812345678”不像姓名。", "石远山"),
        ("职务", "12次", "“职务”要的是名称，“12次”不像名称。", "副镇长"),
    ],
)
async def test_a_value_of_another_kind_is_asked_about(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, label: str, wrong: str, sentence: str, right: str
) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "基本情况", label)
    await hears(phone, wrong, sentence)
    await hears(phone, right, "")
    if label == "任职时间":
        phone.shows(WHERE)
        await presses(phone, "不要了")
        await phone.settles()
    phone.shows_not(f"· {wrong}")
    await at(phone, "基本情况", label)
    await hears(phone, wrong, sentence)
    await hears(phone, "按原样", f"· {wrong}")
    phone.shows_not(sentence)


async def test_a_bare_assent_files_one_sentence_and_never_several(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "学习", "集中学习")
    await presses(phone, "总览")
    await hears(phone, "中心组12次", "· 中心组12次")
    await hears(phone, "支部学习8次", "· 支部学习8次")
    await hears(phone, "嗯", "请点下面的一项。")
    phone.shows("这2句话放在哪里？")
    await hears(phone, "答这一题", "· 中心组12次\n· 支部学习8次")
    phone.shows_not("放在哪里")


async def test_a_telephone_number_is_no_count(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "学习", "集中学习")
    await hears(phone, "13812345678", "“13812345678”像是电话号码或者证件号码，不像“集中学习”要的数。")
    await hears(phone, "中心组12次", "· 中心组12次")
    phone.shows_not("· 13812345678")
    await presses(phone, "总览")
    await presses(phone, "定一下放在哪里")
    await presses(phone, "按原样写进“集中学习”")
    phone.shows("· 13812345678")


async def test_other_words_at_a_choice_are_printed_only_where_the_person_wants(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await begins(phone, shelf.outlines["deputy-agriculture"])
    await at(phone, "基本情况", "职务层次")
    await hears(phone, "今年新修泵站12座", "“职务层次”要从选项里选一个")
    await presses(phone, "乡科级副职")
    phone.shows(WHERE)
    await hears(phone, "包东沟村", "· 包东沟村")
    phone.shows("您写到这一题：您从哪年哪月起担任现职？")
    await presses(phone, "不要了")
    phone.shows("您从哪年哪月起担任现职？")
    await presses(phone, "总览")
    await presses(phone, "定一下放在哪里")
    phone.shows("· 今年新修泵站12座")
    await presses(phone, "放进“其他情况”")
    await phone.command("finish")
    assert "今年新修泵站12座" in await receives(phone)
    await at(phone, "基本情况", "篇幅")
    await hears(phone, "1800字左右", "· 1800字左右")
    phone.shows("，要求1800字")
