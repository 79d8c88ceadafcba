"""A note for another question: the person names it, and the note goes there."""

import pytest

from tests.office import Interview, shipped


async def at_study(user: Interview) -> None:
    """Somebody of a Party committee, at a question on what they studied."""
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches("集中学习")
    await user.says("中心组12次")


@pytest.mark.parametrize(
    "words",
    ["走访侨眷5户 放分管工作二", "走访侨眷5户，这条放到分管二那题", "走访侨眷5户，写到“分管工作二”里"],
)
async def test_a_note_that_names_its_question_goes_there(user: Interview, words: str) -> None:
    await at_study(user)
    card = await user.says(words)
    assert card.said == ["· 中心组12次"]
    assert card.notice == "已经记到您说的那一题，总览里能看到。点“撤销”就回来。"
    card = await user.reaches("分管工作二")
    assert card.said == ["· 走访侨眷5户"]
    report = await user.finishes()
    assert "走访侨眷5户" in report and "分管" not in report.split("走访侨眷5户")[1][:8]


async def test_the_note_before_is_sent_there_and_comes_back_by_undo(user: Interview) -> None:
    await at_study(user)
    await user.says("走访侨眷5户")
    card = await user.says("这条放到分管工作二")
    assert card.said == ["· 中心组12次"]
    await user.commands("undo")
    await user.reaches("集中学习")
    assert user.card.said == ["· 中心组12次", "· 走访侨眷5户"]
    await user.reaches("分管工作二")
    assert user.card.said == []


@pytest.mark.parametrize(
    "words", ["上面那条放错了，是分管工作二的", "发错地方了，应该放分管工作二", "写错题了 那是分管工作二"]
)
async def test_who_says_that_it_was_the_wrong_question_has_it_sent_to_the_right_one(
    user: Interview, words: str
) -> None:
    await at_study(user)
    await user.says("走访侨眷5户")
    assert (await user.says(words)).said == ["· 中心组12次"]
    assert (await user.reaches("分管工作二")).said == ["· 走访侨眷5户"]


async def test_the_wrong_question_may_be_the_one_before(user: Interview) -> None:
    await at_study(user)
    await user.says("走访侨眷5户")
    await user.presses("下一题")
    assert (await user.says("上面那条放错了，是分管工作二的")).notice.startswith("已经记到")
    assert (await user.reaches("分管工作二")).said == ["· 走访侨眷5户"]


async def test_what_stands_there_already_stays_and_the_request_is_no_note(user: Interview) -> None:
    await at_study(user)
    await user.presses("下一题")
    card = await user.says("上面那条放错了，是集中学习的")
    assert card.shows("没找到要挪的是哪一条")
    assert card.said == []


async def test_a_note_that_belongs_beside_a_declaration_is_seen_there(user: Interview) -> None:
    """Whoever has confirmed the sentence is to see what it says now beside it."""
    await at_study(user)
    await user.reaches("礼品礼金")
    await user.presses("是，写入报告")
    await user.reaches("违规吃喝")
    await user.says("收过一盒茶叶，退了")
    card = await user.says("这条放到礼品礼金")
    assert card.said[-1:] == ["· 收过一盒茶叶，退了"]
    assert card.shows("请看看两边一致不一致")
    await user.reaches("违规吃喝")
    assert not user.card.shows("茶叶")


@pytest.mark.parametrize(
    "words",
    ["救灾物资5吨 放在敬老院", "学习资料20份，放到各村", "心得3篇 写在本子上", "有人填错了，是村里的会计"],
)
async def test_what_was_put_somewhere_else_is_a_note(user: Interview, words: str) -> None:
    await at_study(user)
    assert (await user.says(words)).said == ["· 中心组12次", f"· {words}"]
