"""Which of several figures, names and notes a correction means."""

import pytest

from bot.interview.move import Say
from tests.interview.correcting import ASKS, CROPS, NO, YES, at_grain
from tests.office import Interview


async def test_where_several_figures_may_be_meant_each_has_its_button(user: Interview) -> None:
    card = await at_grain(user, "存栏7600头，出栏1.2万头，补贴86户", "不对，是7900头")
    assert card.labels[:3] == ["把7600头改成7900头", "把1.2万头改成7900头", NO]
    card = await user.says("对")
    assert card.shows("可能更正的有好几处，请点一处。")
    assert card.said[-1] == "· 不对，是7900头", "a yes that does not tell which is no note"
    await user.says("把7600头改成7900头")
    assert user.card.said == ["· 存栏7900头，出栏1.2万头，补贴86户（已更正）"]


@pytest.mark.parametrize(
    ("named", "reads"),
    [
        ("存栏那个", "存栏7900头，出栏1.2万头"),
        ("改出栏的吧", "存栏7600头，出栏7900头"),
        ("我说的是存栏那个数。", "存栏7900头，出栏1.2万头"),
        ("第二个", "存栏7600头，出栏7900头"),
        ("7600头", "存栏7900头，出栏1.2万头"),
        ("出栏", "存栏7600头，出栏7900头"),
    ],
)
async def test_of_several_figures_one_may_be_named_in_words(user: Interview, named: str, reads: str) -> None:
    await at_grain(user, "存栏7600头，出栏1.2万头", "不对，是7900头")
    assert (await user.says(named)).said == [f"· {reads}（已更正）"]


async def test_what_names_none_of_them_or_several_chooses_nothing(user: Interview) -> None:
    await at_grain(user, "生猪存栏7600头，肉牛存栏300头", "不对，是900头")
    card = await user.says("存栏那个")
    assert card.shows("可能更正的有好几处，请点一处。")
    assert (await user.says("都改")).shows("请点一处。")
    card = await user.says("存栏比去年稳定")
    assert card.said[-1] == "· 存栏比去年稳定"
    assert "· 生猪存栏7600头，肉牛存栏300头" in card.said
    await user.says("肉牛那个")
    assert user.card.said == ["· 生猪存栏7600头，肉牛存栏900头（已更正）", "· 存栏比去年稳定"]


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("玉米亩产记错了，是505公斤", "五百二 → 505公斤"),
        ("玉米单产记错了，应该是505公斤", "五百二 → 505公斤"),
        ("玉米那个五百二不对，是五百零五", "五百二 → 五百零五"),
        ("玉米那个520不对，是505", "五百二 → 505"),
        ("不对，玉米亩产是505公斤", "五百二 → 505公斤"),
        ("玉米亩产不对，五百零五", "五百二 → 五百零五"),
        ("小麦亩产记错了，是485公斤", "480公斤 → 485公斤"),
        ("小麦去年亩产记错了，是450公斤", "四百六 → 450公斤"),
        ("去年小麦亩产不对，是450公斤", "四百六 → 450公斤"),
        ("小麦今年亩产不对，是485公斤", "480公斤 → 485公斤"),
        ("玉米面积说错了，是2万亩", "1.9万亩 → 2万亩"),
    ],
)
async def test_of_two_crops_the_figure_of_the_one_named_is_meant(
    user: Interview, words: str, change: str
) -> None:
    card = await at_grain(user, CROPS, words)
    assert change in card.said
    old, new = change.split(" → ")
    await user.presses(YES)
    assert user.card.said == [f"· {CROPS.replace(old, new)}（已更正）"]


@pytest.mark.parametrize(
    ("before", "words", "change"),
    [
        ("在双河村修了路", "地点说错了，是双沟村", "双河村 → 双沟村"),
        ("双河村种了300亩", "双河村写错了，是双沟村", "双河村 → 双沟村"),
        ("班长王志强，带了12个人", "名字写错了，王志刚", "王志强 → 王志刚"),
        ("3月8日开工", "日期不对，是3月18日", "3月8日 → 3月18日"),
        ("跟红旗农机合作社签了约", "单位说错了，是红星农机合作社", "红旗农机合作社 → 红星农机合作社"),
        ("走访320户", "户数不对，是330", "320户 → 330户"),
        ("走访三百二十户", "户数不对，是330左右", "三百二十户 → 330户左右"),
    ],
)
async def test_a_name_or_a_place_told_wrong_is_corrected_like_a_figure(
    user: Interview, before: str, words: str, change: str
) -> None:
    card = await at_grain(user, before, words)
    assert change in card.said
    await user.presses(YES)
    old, new = change.split(" → ")
    assert user.card.said == [f"· {before.replace(old, new)}（已更正）"]
    assert words not in await user.finishes()


async def test_of_two_places_one_is_chosen_by_its_button(user: Interview) -> None:
    card = await at_grain(user, "双河村3公里，柳沟村2公里", "村名写错了，是双沟村")
    assert card.labels[:2] == ["把双河村改成双沟村", "把柳沟村改成双沟村"]
    await user.presses("把柳沟村改成双沟村")
    assert user.card.said == ["· 双河村3公里，双沟村2公里（已更正）"]


@pytest.mark.parametrize(
    "words",
    [
        "走访是330户，培训是8次，刚才写错了",
        "不对，是330户和8次",
        "户数不对，是330，次数也不对，是8次",
        "更正一下：走访330户、培训8次",
        "两个数都错了，走访330户，培训8次",
    ],
)
async def test_several_figures_are_corrected_at_once(user: Interview, words: str) -> None:
    card = await at_grain(user, "走访320户，培训6次，修路3公里", words)
    assert card.shows("换掉以后，那一条记成：走访330户，培训8次，修路3公里")
    card = await user.presses(YES)
    assert card.said == ["· 走访330户，培训8次，修路3公里（已更正）"]
    await user.commands("undo")
    assert user.card.said[:2] == ["· 走访320户，培训6次，修路3公里", f"· {words}"]


@pytest.mark.parametrize("words", ["账目不对，退回3笔，罚款2万", "方向不对，绕了3公里，多花2万"])
async def test_figures_behind_something_that_was_wrong_are_a_note(user: Interview, words: str) -> None:
    assert (await at_grain(user, "走访320户，培训6次", words)).said[-1] == f"· {words}"


TASKS = "今年重点任务14项我分管5项 完成4项"


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("刚才那个不对 是6项不是5项", "今年重点任务14项我分管6项 完成4项"),
        ("不是5项是6项", "今年重点任务14项我分管6项 完成4项"),
        ("不对 完成的是3项 不是4项", "今年重点任务14项我分管5项 完成3项"),
        ("对了 不是4项 是3项", "今年重点任务14项我分管5项 完成3项"),
    ],
)
async def test_what_it_read_tells_which_note_is_meant(user: Interview, words: str, reads: str) -> None:
    card = await at_grain(user, TASKS, "每周一开碰头会", words)
    assert card.shows(f"换掉以后，那一条记成：{reads}")
    card = await user.presses(YES)
    assert card.said == [f"· {reads}（已更正）", "· 每周一开碰头会"]


async def test_what_it_read_is_looked_for_at_other_questions_too(user: Interview) -> None:
    await at_grain(user, "中心组学习14次")
    await user.presses("下一题")
    card = await user.says("到陈庄村讲党课2次 听课138人", "不对 中心组是15次 不是14次")
    assert card.shows(f"{ASKS}“粮食”里的“中心组学习14次”吗？")
    await user.presses(YES)
    assert user.card.said == ["· 到陈庄村讲党课2次 听课138人"]
    assert "中心组学习15次" in await user.finishes()


async def test_a_reply_corrects_the_note_that_it_replies_to(user: Interview) -> None:
    await at_grain(user, "中心组学习14次", "支部学习9次", "讲党课3次")
    first = user.messages - 2
    user.messages += 1
    card = await user.does(Say("不对 是15次", user.messages, reply_to=first), user.messages)
    assert card.shows(f"{ASKS}前面的“中心组学习14次”吗？")
    await user.presses(YES, "下一题")
    user.messages += 1
    card = await user.does(Say("不对 是10次", user.messages, reply_to=first + 1), user.messages)
    assert card.shows(f"{ASKS}“粮食”里的“支部学习9次”吗？")
    await user.presses(YES)
    report = await user.finishes()
    assert "中心组学习15次；支部学习10次；讲党课3次" in report
