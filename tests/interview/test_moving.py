"""Moving about: next, back, skip, the overview; nothing that was said is ever blanked."""

import pytest

from tests.office import Interview, Seen


async def answered(user: Interview) -> None:
    """Say something to the three questions on work."""
    await user.begins()
    await user.reaches("集中学习")
    await user.says("中心组12次")
    await user.presses("下一题")
    await user.says("总产1.3万吨")
    await user.presses("下一题")
    await user.says("修路4.6公里")


async def test_next_asks_the_next_question(user: Interview) -> None:
    await user.begins()
    await user.says("贺长青")
    assert (await user.presses("下一题")).shows("您在哪里任职？")


async def test_going_back_shows_the_old_notes(user: Interview) -> None:
    await answered(user)
    assert (await user.presses("上一题")).said == ["· 总产1.3万吨"]
    assert (await user.presses("上一题")).said == ["· 中心组12次"]


async def test_going_back_and_saying_more_blanks_nothing_that_came_later(user: Interview) -> None:
    await answered(user)
    await user.presses("上一题", "上一题")
    await user.says("支部10次")
    assert (await user.presses("下一题")).said == ["· 总产1.3万吨"]
    assert (await user.presses("下一题")).said == ["· 修路4.6公里"]
    report = await user.finishes()
    assert all(words in report for words in ("中心组12次；支部10次", "总产1.3万吨", "修路4.6公里"))


async def test_back_at_the_first_question_stays_there(user: Interview) -> None:
    await user.begins()
    assert (await user.commands("back")).shows("请问您的姓名？")


async def test_back_from_the_end_is_the_last_question(user: Interview) -> None:
    await user.begins()
    await user.reaches("其他情况")
    assert (await user.presses("下一题")).shows("问题都走完了")
    assert (await user.presses("上一题")).shows("还有什么？")


async def test_a_skipped_question_can_be_answered_later(user: Interview) -> None:
    await user.begins()
    await user.presses("跳过")
    assert (await user.presses("上一题")).shows("这一题您跳过了")
    card = await user.says("贺长青")
    assert not card.shows("这一题您跳过了")
    assert "述职人：贺长青" in await _after_something(user)


async def _after_something(user: Interview) -> str:
    await user.reaches("道路")
    await user.says("修路3公里")
    return await user.finishes()


async def test_skipping_by_command_never_throws_an_answer_away(user: Interview) -> None:
    await answered(user)
    await user.commands("skip")
    assert "修路4.6公里" in await user.finishes()


async def test_the_overview_counts_answered_skipped_and_open(user: Interview) -> None:
    await answered(user)
    await user.reaches("姓名")
    await user.presses("跳过")
    overview = await user.commands("overview")
    assert overview.shows("○ 基本情况　1/7")
    assert overview.shows("✓ 履职　3/3")
    assert overview.shows("已答3题，跳过1题，还没看8题；照现在写，报告里待补4处。")
    assert overview.shows("完成1/4部分")


async def test_a_section_that_was_skipped_counts_as_done_in_the_overview_too(user: Interview) -> None:
    await answered(user)
    await user.reaches("礼金")
    await user.presses("跳过")
    overview = await user.commands("overview")
    signs = [line[0] for line in overview.text.splitlines() if "　" in line]
    assert signs == ["○", "✓", "－", "○"]
    assert overview.shows("完成2/4部分")


async def test_a_section_shows_each_question_and_what_was_said(user: Interview) -> None:
    await answered(user)
    await user.reaches("道路")
    await user.commands("overview")
    section = await user.presses("履职 3/3")
    assert section.shows("✓ 2. 粮食　总产1.3万吨")
    assert section.labels == ["1. 集中学习", "2. 粮食", "3. 道路", "总览", "回到当前题"]


async def test_the_overview_jumps_to_any_question(user: Interview) -> None:
    await user.begins()
    asked = {question.label: question.ask for question in user.shelf.outlines["small"].questions()}
    for label, ask in asked.items():
        if label != "个人有关事项":
            assert (await user.reaches(label)).shows(ask)


async def test_looking_about_moves_nothing(user: Interview) -> None:
    await answered(user)
    for view in ("总览", "履职 3/3", "总览", "预览"):
        await user.presses(view)
    assert (await user.presses("回到当前题")).shows("修路多少公里？")


async def test_pausing_says_where_i_was_and_resuming_goes_there(user: Interview) -> None:
    await answered(user)
    paused = await user.presses("暂停")
    assert paused.shows("您写到“履职 · 道路”")
    assert _at_roads(await user.presses("接着写"))
    await user.presses("暂停")
    resumed = await user.commands("resume")
    assert resumed.shows("您上次写到“履职 · 道路”")
    assert _at_roads(resumed)


def _at_roads(card: Seen) -> bool:
    return card.shows("修路多少公里？") and card.said == ["· 修路4.6公里"]


async def test_the_preview_is_the_report_as_it_stands(user: Interview) -> None:
    await answered(user)
    preview = await user.commands("preview")
    assert preview.shows("预览 · 第1页，共1页")
    assert preview.shows("修路4.6公里")


async def test_a_long_preview_is_turned_page_by_page_and_loses_nothing(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says(*(f"第{number}条路修通了，" * 100 for number in range(1, 8)))
    seen = await user.commands("preview")
    pages = [seen.text]
    while seen.offers("下一页"):
        seen = await user.presses("下一页")
        pages.append(seen.text)
    assert len(pages) >= 2
    assert all(len(page) < 4096 for page in pages)
    assert all("".join(pages).count(f"第{number}条路修通了") == 100 for number in range(1, 8))
    assert (await user.presses("上一页")).text == pages[-2]


async def test_the_name_of_a_section_typed_on_the_overview_opens_it(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.presses("总览")
    card = await user.says("履职")
    assert card.labels[:3] == ["1. 集中学习", "2. 粮食", "3. 道路"]
    await user.presses("回到当前题")
    assert not user.card.said, "it was no answer"


async def test_a_section_has_one_sign_wherever_it_is_shown(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("总产1.3万吨")
    assert user.card.card.place.startswith("○ 履职：答了1题")
    assert (await user.presses("总览")).shows("○ 履职　1/3")
    await user.reaches("集中学习")
    await user.presses("跳过")
    await user.reaches("道路")
    await user.says("修路3公里")
    assert user.card.card.place.startswith("✓ 履职：答了2题")
    assert (await user.presses("总览")).shows("✓ 履职　3/3")


@pytest.mark.parametrize("typed", ["/下一题", "／下一题", "下一题。"])
async def test_a_button_typed_like_a_command_is_pressed(user: Interview, typed: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    assert (await user.says(typed)).shows("修路多少公里")
