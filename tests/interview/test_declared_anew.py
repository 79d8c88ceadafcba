"""Declarations turned in words: what was pressed by mistake is taken back, and shown plainly."""

import pytest

from bot.interview.move import Say
from tests.office import Interview

GIFTS, MATTERS = "没有收受礼金", "如实报告个人有关事项"
STANDS, OUT = "您已确认，这句话会写入报告", "您没有确认，这句话不会写入报告"


async def at_gifts(user: Interview) -> None:
    """Somebody whom both declarations concern, in front of the first."""
    await user.begins()
    await user.reaches("职务层次")
    await user.presses("县处级副职")
    await user.reaches("道路")
    await user.says("修路3公里")
    await user.reaches("礼金")


@pytest.mark.parametrize(
    "words",
    [
        "刚才那个点错了，不能这样写",
        "点错了，收过",
        "哎呀，手滑了，应该点“不能这样写”",
        "上一条不能写",
        "礼金那条撤回",
        "把刚才那个改成不能这样写",
    ],
)
async def test_a_yes_is_taken_back_in_words(user: Interview, words: str) -> None:
    await at_gifts(user)
    assert (await user.presses("是，写入报告")).shows("如实报告了吗？")
    card = await user.says(words)
    assert card.notice == "这一条已经改过来，请看一下。点“撤销”就回来。"
    assert card.shows(GIFTS)
    assert card.shows(OUT)
    assert not card.shows("这一条是更正")
    report = await user.finishes()
    assert GIFTS not in report
    assert words not in report
    await user.commands("undo")
    assert user.card.shows(STANDS)


@pytest.mark.parametrize("words", ["点错了，报告了的", "点错了，能写", "刚才点错了应该点是", "按错了，属实"])
async def test_a_no_is_turned_into_a_yes_in_words(user: Interview, words: str) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告", "不能这样写")
    card = await user.says(words)
    assert card.shows(MATTERS)
    assert card.shows(STANDS)
    report = await user.finishes()
    assert MATTERS in report
    assert words not in report


async def test_a_mistake_without_what_is_right_takes_the_yes_back_and_asks(user: Interview) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告")
    card = await user.says("点错了")
    assert card.notice.startswith("好，先前点的“是”已经收回。")
    assert card.shows(GIFTS)
    assert card.shows(OUT)
    assert (await user.says("刚才点错了")).notice.startswith("请看这一条：能确认，请点“是”")
    assert (await user.presses("是，写入报告")).shows("如实报告了吗？")
    card = await user.says("点错了，收过一箱苹果，当天交了公")
    assert card.said == [GIFTS, "· 收过一箱苹果，当天交了公"]
    report = await user.finishes()
    assert GIFTS not in report
    assert "收过一箱苹果，当天交了公" in report
    assert "点错" not in report


async def test_later_only_words_that_speak_of_a_declaration_turn_one(user: Interview) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告", "是，写入报告")
    await user.reaches("粮食")
    await user.says("生猪存栏7600头")
    card = await user.says("刚才那个不对，是7900头")
    assert card.shows("这一条是更正")
    await user.presses("对，就这样改")
    assert (await user.says("点错了")).shows("“点错了”太简单，看不出要写什么")
    await user.presses("不要了")
    assert (await user.says("礼金点错了，不能这样写")).shows(OUT)
    await user.reaches("粮食")
    await user.says("玉米1.9万亩")
    assert (await user.says("礼金点错了，是该写的")).said == [GIFTS, "· 是该写的"]
    assert (await user.says("刚才那个承诺点错了，能写")).shows(STANDS)
    report = await user.finishes()
    assert MATTERS in report
    assert "生猪存栏7900头" in report
    assert "点错" not in report


async def test_a_reply_to_what_was_said_of_a_declaration_turns_that_one(user: Interview) -> None:
    await at_gifts(user)
    await user.says("收过一箱苹果，当天交了公")
    first = user.messages
    await user.presses("是，写入报告", "下一题", "是，写入报告")
    card = await user.does(Say("点错了，不能这样写", 90, reply_to=first), 90)
    assert card.shows("还有什么？"), "the person stays where they are"
    await user.reaches("礼金")
    assert user.card.said == [GIFTS, "· 收过一箱苹果，当天交了公"]
    assert user.card.shows(OUT)
    assert (await user.finishes()).count(MATTERS) == 1


async def test_a_reply_that_names_another_declaration_turns_the_one_it_names(user: Interview) -> None:
    await at_gifts(user)
    await user.says("收过一箱苹果，当天交了公")
    first = user.messages
    await user.presses("是，写入报告", "下一题", "是，写入报告")
    words = "个人有关事项点错了，不能这样写"
    card = await user.does(Say(words, 90, reply_to=first), 90)
    assert card.shows(MATTERS)
    assert card.shows(OUT)
    assert card.notice == "这一条已经改过来，请看一下。点“撤销”就回来。"
    report = await user.finishes()
    assert GIFTS in report
    assert MATTERS not in report
    assert words not in report


async def test_so_does_a_reply_to_a_note_of_work(user: Interview) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告", "是，写入报告")
    await user.reaches("道路")
    await user.says("硬化巷道2条")
    roads = user.messages
    await user.reaches("其他情况")
    await user.does(Say("礼金点错了，不能这样写", 90, reply_to=roads), 90)
    assert user.card.shows(GIFTS)
    assert user.card.shows(OUT)
    report = await user.finishes()
    assert GIFTS not in report
    assert "点错" not in report


async def test_with_nothing_pressed_it_is_asked_about(user: Interview) -> None:
    await at_gifts(user)
    card = await user.says("刚才那个点错了，不能这样写")
    assert card.shows("这句话放在哪里？")
    assert "点错" not in await user.finishes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("不对 去年有人送过一箱酒 先别写是", "去年有人送过一箱酒"),
        ("等等，8月有人送过两条烟，我退了", "8月有人送过两条烟"),
        ("不对，我侄子收过人家的茶叶", "我侄子收过人家的茶叶"),
    ],
)
async def test_who_tells_what_happened_right_behind_a_yes_has_not_confirmed(
    user: Interview, words: str, told: str
) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告")
    card = await user.says(words)
    assert card.shows(GIFTS) and card.shows(told)
    assert not card.shows(STANDS) and not card.shows("这一条是更正")
    report = await user.finishes()
    assert GIFTS not in report


@pytest.mark.parametrize("words", ["等一下 我接个电话再来", "不对，修路是4公里"])
async def test_what_is_said_of_something_else_behind_a_yes_leaves_it(user: Interview, words: str) -> None:
    await at_gifts(user)
    await user.presses("是，写入报告")
    await user.says(words)
    report = await user.finishes()
    assert GIFTS in report


async def test_the_verb_of_a_declaration_alone_confirms_nothing_and_is_not_printed(user: Interview) -> None:
    await at_gifts(user)
    card = await user.says("没收过的")
    assert card.shows("看不出是不是确认")
    assert "没收过的" not in await user.finishes()
