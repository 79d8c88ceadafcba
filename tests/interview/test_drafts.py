"""Several drafts per person: starting, switching, cancelling, restoring; nobody sees another's."""

from pathlib import Path

import pytest

from bot.interview.move import Press, Say
from tests.office import Interview, shelf_with, shipped, small_outline

TWO = shelf_with(small_outline(), small_outline(id="second", title="第二种"))


async def two_drafts(user: Interview) -> None:
    """Begin two reports and say something to each."""
    user.restarts(TWO)
    await user.begins("小提纲")
    await user.says("贺长青")
    await user.begins("第二种")
    await user.says("林致远")


async def test_the_start_says_what_this_is_and_offers_the_kinds(user: Interview) -> None:
    card = await user.commands("start")
    assert card.shows("我一题一题问您")
    assert card.shows("不要发涉密信息")
    assert card.labels == ["小提纲"]


async def test_starting_again_offers_to_go_on(user: Interview) -> None:
    await user.begins()
    await user.says("贺长青")
    card = await user.commands("start")
    assert card.shows("您有一份没写完的《小提纲》，写到“基本情况 · 姓名”")
    assert (await user.presses("接着写")).said == ["· 贺长青"]


async def test_drafts_lists_them_and_switches_between_them(user: Interview) -> None:
    await two_drafts(user)
    card = await user.commands("drafts")
    assert card.shows("1. 第二种　正在写")
    assert card.shows("2. 小提纲　正在写")
    assert "（现在这份）" in next(line for line in card.text.splitlines() if "第二种" in line)
    older = next(label for label in card.labels if label.startswith("2. 小提纲"))
    card = await user.presses(older)
    assert card.shows("现在写的是《小提纲》")
    assert card.said == ["· 贺长青"]


async def test_what_is_said_goes_into_the_draft_switched_to(user: Interview) -> None:
    await two_drafts(user)
    await user.commands("drafts")
    await user.presses(next(label for label in user.card.labels if label.startswith("2. ")))
    await user.says("改叫贺长林")
    await user.commands("drafts")
    card = await user.presses(next(label for label in user.card.labels if label.startswith("1. ")))
    assert card.said == ["· 林致远"]


async def test_a_reply_to_another_report_that_answers_nothing_clearly_waits_there(user: Interview) -> None:
    user.restarts(TWO)
    await user.begins("小提纲")
    await user.reaches("礼金")
    await user.says("收过一箱苹果，当天交了公")
    apples = user.messages
    await user.begins("第二种")
    await user.reaches("道路")
    card = await user.does(Say("没有", 90, reply_to=apples), 90)
    assert card.notice == "这句话不像报告里的话，没有写进去。"
    assert card.said == [], "it is no answer to the question of this report"
    await user.commands("drafts")
    await user.presses(next(label for label in user.card.labels if label.startswith("2. ")))
    assert user.card.said == ["没有收受礼金", "· 收过一箱苹果，当天交了公"]
    assert (await user.presses("总览")).shows("还有1句话没定放在哪里")


async def test_cancelling_asks_first(user: Interview) -> None:
    await user.begins()
    await user.says("贺长青")
    assert (await user.commands("cancel")).shows("要放弃这份《小提纲》吗？")
    assert (await user.presses("不放弃")).said == ["· 贺长青"]
    assert (await user.commands("drafts")).shows("正在写")


async def test_a_cancelled_draft_can_be_restored(user: Interview) -> None:
    await user.begins()
    await user.says("贺长青")
    await user.commands("cancel")
    card = await user.presses("确认放弃")
    assert card.shows("《小提纲》已经放弃")
    assert card.shows("已放弃")
    card = await user.presses("恢复《1. 小提纲》")
    assert card.shows("《小提纲》已经恢复")
    assert card.said == ["· 贺长青"]


async def test_after_cancelling_there_is_no_draft_to_write_in(user: Interview) -> None:
    await user.begins()
    await user.commands("cancel")
    await user.presses("确认放弃")
    assert (await user.commands("finish")).shows("您还没有在写的报告")
    assert (await user.commands("resume")).shows("已放弃")


async def test_words_before_there_is_a_draft_are_kept_for_it(user: Interview) -> None:
    card = await user.says("今年修路3公里", "还有一座桥")
    assert card.shows("您的话已经存好")
    user.restarts()
    card = await user.begins()
    assert card.shows("您先前发来的2条话，已放进“其他情况”。")
    assert (await user.reaches("其他情况")).said == ["· 今年修路3公里", "· 还有一座桥"]


@pytest.mark.parametrize("words", ["7", "我想写述职报告", "哪种好", "我是副镇长", "选第九个", "年终总结"])
async def test_words_about_the_choice_are_in_no_report(user: Interview, words: str) -> None:
    user.restarts(shipped())
    await user.commands("start")
    assert (await user.says(words)).shows("请")
    await user.presses("副镇长（农业）· 述职述廉")
    assert not user.card.shows("还没有写进报告")
    await user.reaches("其他情况")
    assert user.card.said == []
    await user.says("上年问题2个，都改了")
    assert words not in await user.finishes()
    assert not user.card.shows("没定放在哪里")
    await user.commands("new")
    card = await user.says(words)
    assert card.offers("镇长 · 述职述德述廉")
    assert not card.shows("这句话放在哪里？")


@pytest.mark.parametrize("words", ["我是副镇长管农业", "农业副镇长述职", "想写副镇长（农业）的"])
async def test_a_kind_may_be_told_in_a_sentence(user: Interview, words: str) -> None:
    user.restarts(shipped())
    await user.commands("start")
    assert (await user.says(words)).shows("开始写《副镇长（农业）· 述职述廉》。")


@pytest.mark.parametrize("words", ["改厕120户", "修了一条路", "报告没按时交，检讨过一次"])
async def test_words_that_tell_something_are_in_the_report(user: Interview, words: str) -> None:
    await user.says(words)
    assert (await user.begins()).shows("您先前发来的1条话，已放进“其他情况”。")
    assert words in await user.finishes()


async def test_a_name_sent_too_early_waits_for_its_place(user: Interview) -> None:
    await user.says("林致远")
    card = await user.begins()
    assert card.shows("您先前发来的1条话还没有写进报告，点“总览”里的“定一下放在哪里”就能放好。")
    assert (await user.presses("总览", "定一下放在哪里")).said == ["· 林致远"]


async def test_a_bare_date_after_the_last_question_is_asked_about(user: Interview) -> None:
    await user.begins()
    await user.reaches("其他情况")
    await user.presses("下一题")
    card = await user.says("12月20号")
    assert card.shows("只有“12月20号”看不出要写什么")
    await user.presses("不要了")
    assert not (await user.commands("overview")).shows("12月20号")


async def test_words_after_the_last_question_are_kept_as_other(user: Interview) -> None:
    await user.begins()
    await user.reaches("其他情况")
    await user.presses("下一题")
    assert (await user.says("忘了说，还修了一座桥")).shows("已经记在“其他情况”里")
    assert "忘了说，还修了一座桥" in await user.finishes()


async def test_nobody_reaches_another_persons_draft(user: Interview, tmp_path: Path) -> None:
    await user.begins()
    await user.says("贺长青")
    other = Interview(tmp_path / "office.db", user.shelf, "terminal:other")
    await other.commands("start")
    for action in ("draft:1", "restore:1"):
        assert not (await other.does(Press(0, 0, action))).shows("贺长青")
    for action in ("next", "cancel", "finish", "view:preview:0"):
        assert not (await other.does(Press(1, user.card.card.version, action))).shows("贺长青")
    assert (await other.commands("drafts")).shows("您还没有写过报告")
    assert (await user.looks()).said == ["· 贺长青"]
    other.leaves()


async def test_a_finished_report_can_be_changed_and_finished_again(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    first = await user.finishes()
    assert user.card.shows("报告已经写好")
    assert (await user.commands("drafts")).shows("已生成")
    await user.commands("resume")
    await user.reaches("道路")
    await user.says("修桥1座")
    assert (await user.commands("drafts")).shows("正在写")
    second = await user.finishes()
    assert "修桥1座" not in first
    assert "修桥1座" in second


async def test_a_file_still_on_its_way_is_the_report_as_it_was_finished(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    await user.commands("finish")
    await user.commands("resume")
    await user.reaches("道路")
    await user.says("修桥1座")
    user.restarts()
    assert "修桥1座" not in await user.receives()


async def test_nothing_is_written_before_anything_was_answered(user: Interview) -> None:
    await user.begins()
    await user.says("贺长青")
    assert (await user.commands("finish")).shows("还没有可以写进报告的情况")
    assert await user.assistant.files.waiting(user.person) == []
