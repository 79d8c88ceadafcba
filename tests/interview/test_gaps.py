"""Gaps: what is not known yet stands as 【待补：…】 in the report, is listed, and can be filled later."""

import pytest

from tests.interview.profiled import at_grain
from tests.office import Interview, shipped

UNKNOWN = ["XX", "xx", "不知道", "待补", "记不清了", "还不清楚", "×××", "**", "？", "我忘了", "暂时不清楚。"]


@pytest.mark.parametrize("words", UNKNOWN)
async def test_saying_that_one_does_not_know_makes_a_gap(user: Interview, words: str) -> None:
    await at_grain(user)
    assert (await user.says(words)).shows("您说过：还不清楚")
    assert "【待补：粮食】" in await user.finishes()
    assert user.card.shows("还有1处待补")
    assert user.card.shows("· 粮食")


async def test_the_button_makes_a_gap_and_moves_on(user: Interview) -> None:
    await at_grain(user)
    assert (await user.presses("还不清楚")).shows("修路多少公里？")
    assert "【待补：粮食】" in await user.finishes()


async def test_answering_later_fills_it(user: Interview) -> None:
    await at_grain(user)
    await user.presses("还不清楚")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    assert (await user.presses("补：1. 粮食")).shows("粮食产量多少？")
    await user.says("总产1.3万吨")
    report = await user.finishes()
    assert "总产1.3万吨" in report
    assert "待补" not in report
    assert user.card.shows("没有待补的内容")


async def test_filling_one_place_leads_to_the_rest_and_the_overview_counts_as_the_list_does(
    user: Interview,
) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，去年1.2万吨，补贴XX户")
    await user.presses("总览")
    assert user.card.shows("报告里待补2处。")
    card = await user.presses("补上待补的内容")
    assert card.shows("还有2处待补")
    await user.presses("补：1. 粮食")
    card = await user.says("1.3")
    assert card.shows("已经补上：总产1.3万吨，去年1.2万吨，补贴XX户")
    assert card.shows("还有1处待补")
    await user.presses("补：1. 粮食")
    card = await user.says("120")
    assert card.shows("· 总产1.3万吨，去年1.2万吨，补贴120户")
    assert card.shows("粮食产量多少？")


async def test_a_placeholder_inside_a_note_is_a_gap_of_its_own(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，去年1.2万吨，补贴XX户")
    report = await user.finishes()
    assert "总产【待补：总产】万吨，去年1.2万吨，补贴【待补：补贴户数】户。" in report
    assert user.card.shows("还有2处待补")
    assert user.card.shows("· 粮食：总产▢万吨")
    assert user.card.shows("· 粮食：补贴▢户")


@pytest.mark.parametrize("figure", ["1.3", "1.3万吨", "1.3万"])
async def test_filling_a_placeholder_writes_its_unit_once(user: Interview, figure: str) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，补贴XX户")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.presses("补：1. 粮食")
    assert card.shows("现在补这一处：总产【待补】万吨")
    assert (await user.says(figure)).shows("已经补上")
    report = await user.finishes()
    assert "总产1.3万吨，补贴【待补：补贴户数】户。" in report
    assert user.card.shows("还有1处待补")


async def test_words_typed_on_the_list_fill_the_only_gap(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.says("1.3万吨")
    assert card.shows("已经补到“粮食”里。")
    assert not card.offers("补上待补的内容")
    report = await user.finishes()
    assert "总产1.3万吨" in report
    assert user.card.shows("没有待补的内容")


async def test_of_several_gaps_the_list_asks_which_one_the_words_fill(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，补贴XX户")
    await user.reaches("职务层次")
    await user.presses("还不清楚")
    await user.reaches("集中学习")
    await user.presses("还不清楚")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.says("86")
    assert card.shows("这是补哪一处的？")
    assert card.said == ["86"]
    assert card.labels == ["补：1. 集中学习", "补：2. 粮食", "补：3. 粮食", "都不是，就放“其他情况”"]
    user.restarts()
    await user.does((await user.looks()).press("补：3. 粮食"))
    assert user.card.shows("已经补到“粮食”里。")
    assert user.card.shows("还有2处待补")
    await user.edits(user.messages, "96")
    await user.says("集中学习12次")
    await user.presses("补：1. 集中学习")
    report = await user.finishes()
    assert "总产【待补：总产】万吨，补贴96户" in report
    assert "集中学习12次" in report
    await user.reaches("其他情况")
    assert user.card.said == []


async def test_words_for_no_gap_stay_with_everything_else_and_a_choice_can_be_undone(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，补贴XX户")
    await user.commands("finish")
    card = await user.says("1.3")
    assert card.shows("这是补哪一处的？"), "the finished card lists the gaps too"
    await user.presses("补：1. 粮食")
    await user.commands("undo")
    await user.reaches("其他情况")
    assert user.card.said == ["· 1.3"]
    await user.commands("redo")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.says("还参加了县里的抗旱会议")
    card = await user.presses("都不是，就放“其他情况”")
    assert card.shows("还有1处待补")
    report = await user.finishes()
    assert "抗旱会议" in report
    assert "总产1.3万吨" in report


async def test_a_fill_can_be_undone(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.commands("finish")
    await user.presses("补上待补的内容", "补：1. 粮食")
    await user.says("1.3")
    assert (await user.commands("undo")).said == ["· 总产XX万吨"]


async def test_a_long_answer_to_a_gap_is_a_note_of_its_own(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.commands("finish")
    await user.presses("补上待补的内容", "补：1. 粮食")
    story = "统计站还没有出数，要等到一月中旬县里核定以后才能报上来，先放着"
    await user.says(story)
    report = await user.finishes()
    assert story in report
    assert "总产【待补：总产】万吨" in report


async def test_an_edited_note_counts_its_placeholders_anew(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.edits(user.messages, "总产1.3万吨")
    assert "待补" not in await user.finishes()


async def test_a_line_said_anew_has_only_the_gaps_of_its_newest_words(user: Interview) -> None:
    await at_grain(user)
    await user.reaches("落款日期")
    await user.says("2026年12月XX日", "2026年12月16日")
    assert "待补" not in await user.finishes()
    assert user.card.shows("没有待补的内容")


async def test_a_thumbs_up_is_no_answer(user: Interview) -> None:
    await user.begins()
    await user.says("👍")
    await user.reaches("道路")
    await user.says("……")
    assert (await user.commands("finish")).shows("还没有可以写进报告的情况")
    await user.says("修路3公里")
    assert "述职人：【待补：姓名】" in await user.finishes()
    assert user.card.shows("· 姓名")


async def test_the_profile_left_open_is_a_gap_too(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    report = await user.finishes()
    for label in ("姓名", "县和乡镇", "职务", "落款日期"):
        assert user.card.shows(f"· {label}")
    assert "述职人：【待补：姓名】" in report
    assert "【待补：落款日期】" in report


async def test_many_gaps_are_all_listed_page_by_page(user: Interview) -> None:
    await at_grain(user)
    await user.says("，".join(f"第{number}村产XX吨" for number in range(1, 21)))
    await user.commands("finish")
    assert user.card.shows("还有20处待补")
    listed = (await user.presses("补上待补的内容")).text
    while user.card.offers("下一页"):
        listed += (await user.presses("下一页")).text
    assert all(f"第{number}村产▢吨" in listed for number in range(1, 21))


@pytest.mark.parametrize(
    "words",
    ["不清楚，大概前年", "记不清了 好像2021年", "2021年吧，具体记不清", "前年（不确定）", "好像是前年"],
)
async def test_a_guess_at_one_value_is_asked_about(user: Interview, words: str) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.reaches("任职时间")
    assert (await user.says(words)).shows(f"“任职时间”您好像还不太确定：“{words}”。")
    assert (await user.presses("还不清楚")).shows("分管哪些工作")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert words[:4] not in report
    assert "【待补：任职时间】" in report
    assert not user.card.shows("没定放在哪里")
    await user.reaches("任职时间")
    await user.says(words)
    assert (await user.says("2021年6月")).said[-1] == "· 2021年6月"
    assert "2021年6月" in await user.finishes()
    assert not user.card.shows("没定放在哪里")


@pytest.mark.parametrize(
    "words", ["12月20日吧，等开会再定", "12月20日，还没定", "12月20号（暂定）", "20号，先这么写着"]
)
async def test_a_day_that_is_not_settled_is_asked_about(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("落款日期")
    assert (await user.says(words)).shows(f"“落款日期”您好像还不太确定：“{words}”。")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    assert words[:4] not in await user.finishes()
