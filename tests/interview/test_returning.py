"""Coming back after a pause, and several reports at once."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.interview.test_drafts import two_drafts
from tests.office import Interview

HOURS, DAYS = timedelta(hours=7), timedelta(days=1)


async def left_at_grain(user: Interview) -> None:
    """Stop in the middle."""
    await user.begins()
    await user.reaches("粮食")


@pytest.mark.parametrize(
    ("pause", "when"),
    [(DAYS, "昨天"), (4 * DAYS, "4天前"), (30 * DAYS, "30天前"), (31 * DAYS, "月")],
)
async def test_after_a_pause_the_card_says_where_one_was_and_what_is_next(
    user: Interview, pause: timedelta, when: str
) -> None:
    await left_at_grain(user)
    user.later = pause
    card = await user.commands("resume")
    assert card.shows("写到“履职 · 粮食”，下一题是“道路”。")
    assert f"您{when}" in card.text or when == "月"
    assert "粮食产量多少？" in card.text
    assert "接着来" not in card.text


async def test_a_note_or_a_press_after_a_pause_does_what_it_says_and_tells_as_well(user: Interview) -> None:
    await left_at_grain(user)
    user.later = DAYS
    card = await user.says("总产1.2万吨")
    assert card.shows("您昨天写到“履职 · 粮食”，下一题是“道路”。")
    assert card.said == ["· 总产1.2万吨"]
    user.restarts()
    assert (await user.looks()).shows("您昨天写到")
    user.later = 2 * DAYS
    card = await user.presses("下一题")
    assert card.shows("修路多少公里？")
    assert card.shows("写到“履职 · 粮食”，下一题是“道路”。")


async def test_a_short_pause_needs_no_words(user: Interview) -> None:
    await left_at_grain(user)
    user.later = timedelta(hours=5)
    assert not (await user.says("总产1.2万吨")).shows("写到")
    user.later = timedelta(hours=-9)
    assert not (await user.says("去年1.1万吨")).shows("写到")


async def test_the_last_question_and_the_end_are_told_as_such(user: Interview) -> None:
    await user.begins()
    await user.reaches("其他情况")
    user.later = DAYS
    assert (await user.commands("resume")).shows("写到“其他 · 其他情况”，这是最后一题。")
    await user.presses("下一题")
    user.later = 2 * DAYS
    card = await user.commands("resume")
    assert card.shows("已经走完全部问题，可以生成报告了。")


async def test_a_finished_report_is_met_without_such_words(user: Interview) -> None:
    await left_at_grain(user)
    await user.says("总产1.2万吨")
    await user.finishes()
    user.later = DAYS
    assert not (await user.commands("resume")).shows("下一题是")


async def test_of_several_reports_each_is_offered_with_its_place_and_day(user: Interview) -> None:
    await two_drafts(user)
    await user.reaches("粮食")
    card = await user.commands("resume")
    today = datetime.now(UTC) + timedelta(hours=8)
    day = f"{today.month}月{today.day}日"
    assert card.shows("接着写哪一份？")
    assert card.shows(f"1. 第二种　{day}写到“履职 · 粮食”")
    assert card.shows(f"2. 小提纲　{day}写到“基本情况 · 姓名”")
    card = await user.presses(f"2. 小提纲 {day}")
    assert card.shows("现在写的是《小提纲》")
    assert card.said == ["· 贺长青"]
    assert (await user.commands("resume")).labels[0].startswith("1. 第二种")


async def test_what_is_finished_or_given_up_is_not_offered(user: Interview) -> None:
    await two_drafts(user)
    await user.commands("cancel")
    await user.presses("确认放弃")
    await user.commands("drafts")
    await user.presses(next(label for label in user.card.labels if label.startswith("2. ")))
    assert (await user.commands("resume")).shows("您上次写到“基本情况 · 姓名”，接着来。")
