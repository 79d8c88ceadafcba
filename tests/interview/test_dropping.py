"""Taking a note back in words: 把上一条删了, 第1条不要了."""

import pytest

from bot.interview.move import Say
from tests.office import Interview, Seen

THREE = ["中心组9次", "支部学习8次", "讲党课2次"]


async def at_study(user: Interview, *said: str) -> Seen:
    """Say this at the first question for notes."""
    await user.begins()
    await user.reaches("集中学习")
    return await user.says(*said)


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("删除", 2),
        ("把上一条删了", 2),
        ("这条不要了", 2),
        ("最后一条作废吧", 2),
        ("麻烦把刚才那句去掉", 2),
        ("第1条不要了", 0),
        ("请帮我删掉第二条", 1),
        ("“中心组9次”那句删掉", 0),
        ("支部那条不要了", 1),
        ("算了 上面这句别写了", 2),
        ("哎，刚才那句不要了", 2),
        ("还是别写了 上面那句", 2),
    ],
)
async def test_a_note_is_taken_back_in_words_and_comes_back_by_undo(
    user: Interview, words: str, gone: int
) -> None:
    await at_study(user, *THREE)
    card = await user.says(words)
    left = [one for at, one in enumerate(THREE) if at != gone]
    assert card.said == [f"· {one}" for one in left]
    assert card.shows("这一条已经去掉，不写进报告。点“撤销”就回来。")
    report = await user.finishes()
    assert THREE[gone] not in report
    assert words not in report
    await user.commands("undo")
    assert THREE[gone] in await user.finishes()


async def test_a_reply_takes_back_what_it_replies_to(user: Interview) -> None:
    await at_study(user, *THREE)
    first = user.messages - 2
    user.messages += 1
    card = await user.does(Say("这条删了吧", user.messages, reply_to=first), user.messages)
    assert card.said == ["· 支部学习8次", "· 讲党课2次"]
    await user.presses("下一题")
    user.messages += 1
    await user.does(Say("删掉", user.messages, reply_to=first + 1), user.messages)
    report = await user.finishes()
    assert "支部" not in report
    assert "讲党课2次" in report


async def test_a_message_edited_to_that_is_taken_back(user: Interview) -> None:
    await at_study(user, *THREE)
    card = await user.edits(user.messages - 1, "删掉")
    assert card.said == ["· 中心组9次", "· 讲党课2次"]
    assert "删掉" not in await user.finishes()


@pytest.mark.parametrize("words", ["第7条不要了", "“民主生活会”那句删掉"])
async def test_what_nobody_can_find_changes_nothing(user: Interview, words: str) -> None:
    card = await at_study(user, *THREE, words)
    assert card.said == [f"· {one}" for one in THREE]
    assert card.shows("没找到要去掉的是哪一条")


async def test_with_nothing_said_there_is_nothing_to_take_back(user: Interview) -> None:
    card = await at_study(user, "删除")
    assert card.shows("没找到要去掉的是哪一条")
    await user.says("中心组9次")
    assert "删除" not in await user.finishes()


@pytest.mark.parametrize(
    "words", ["清单外项目删除12项", "违建作废3处", "礼品一概不要", "删除僵尸户8个", "不要求留痕"]
)
async def test_work_told_in_such_words_is_a_note(user: Interview, words: str) -> None:
    assert (await at_study(user, *THREE, words)).said[-1] == f"· {words}"


async def test_words_that_wait_for_a_place_are_what_is_meant(user: Interview) -> None:
    await at_study(user, *THREE)
    card = await user.says("大豆亩产记错了，是205公斤")
    assert card.shows("没找到要更正的是哪一处")
    card = await user.says("删掉")
    assert card.said == [f"· {one}" for one in THREE]


async def test_behind_the_last_question_the_words_kept_there_are_counted(user: Interview) -> None:
    await user.begins()
    await user.reaches("其他情况")
    await user.says("修了桥3座")
    await user.presses("下一题")
    await user.says("办了集市")
    card = await user.says("第1条不要了")
    assert card.shows("“修了桥3座”这一条已经去掉，不写进报告。点“撤销”就回来。")
    report = await user.finishes()
    assert "修了桥" not in report
    assert "办了集市" in report


async def test_on_a_list_of_questions_the_note_of_the_question_one_is_at_is_meant(user: Interview) -> None:
    await at_study(user, *THREE)
    await user.commands("overview")
    card = await user.says("第1条不要了")
    assert card.shows("“中心组9次”这一条已经去掉")
    assert card.said == ["· 支部学习8次", "· 讲党课2次"]
    await user.presses("总览", "履职 1/3")
    assert (await user.says("第二条删了")).shows("“讲党课2次”这一条已经去掉")


async def test_a_note_of_another_question_is_found_by_its_words_or_as_the_last(user: Interview) -> None:
    await at_study(user, *THREE)
    await user.presses("下一题")
    assert (await user.says("第1条不要了")).shows("没找到要去掉的是哪一条")
    assert (await user.says("支部那条不要了")).shows("“支部学习8次”这一条已经去掉")
    assert (await user.says("这条不要了")).shows("没找到要去掉的是哪一条")
    assert (await user.says("把上一条删了")).shows("“讲党课2次”这一条已经去掉")
    await user.commands("undo")
    assert user.card.said == ["· 中心组9次", "· 讲党课2次"]


async def test_of_words_that_wait_for_a_place_one_is_counted(user: Interview) -> None:
    await at_study(user, *THREE)
    await user.commands("overview")
    await user.says("修了桥3座", "架了灯20盏")
    card = await user.says("第2条不要了")
    assert card.shows("好，这句话不写进报告。")
    assert card.said == ["· 修了桥3座"]
