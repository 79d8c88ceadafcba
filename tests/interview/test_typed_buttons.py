"""The name of a button, typed: it does what the button does where it stands, and is no answer elsewhere."""

import ast
from pathlib import Path

import pytest

from bot.assistant.button_names import NAMED, NAMES, TYPED_BUTTONS
from tests.office import Interview


async def test_a_button_may_be_typed_with_a_word_behind_it(user: Interview) -> None:
    await user.begins()
    assert (await user.says("下一题吧。")).shows("您在哪里任职？")
    assert (await user.says("跳过吧")).shows("您担任什么职务？")


@pytest.mark.parametrize("words", ["回到上一题", "点“上一题”", "返回上一题吧"])
async def test_that_a_button_is_to_be_pressed_may_be_said_with_it(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("道路")
    assert (await user.says(words)).shows("粮食产量多少？")
    assert (await user.says("打开总览")).shows("小提纲 · 总览")


def test_every_name_of_a_button_is_known_or_may_be_an_answer() -> None:
    asked = {"yes", "no", "skip", "unknown", "date_take", "word_take_again"}
    known = {*NAMES, *NAMED, *TYPED_BUTTONS, *asked, "restore", "forget"}
    assert {key for key in _names_on_cards() if not key.startswith("people_")} <= known


def _names_on_cards() -> set[str]:
    """The key of the name of every button that a card is made of."""
    found = set()
    for file in Path("bot/interview/cards").glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "button":
                named = [one.value for one in call.keywords if one.arg == "key"] or call.args[1:2]
                values = (one.value for one in named if isinstance(one, ast.Constant))
                found |= {value for value in values if isinstance(value, str)}
    return found


@pytest.mark.parametrize(
    "name",
    [
        "采纳",
        "不要了",
        "保留原样",
        "按原样写进“道路”",
        "看校对意见",
        "重新出文件",
        "“确认放弃”",
        "对，就这样改。",
    ],
)
async def test_the_name_of_a_button_that_is_not_there_is_no_answer(user: Interview, name: str) -> None:
    await user.begins()
    await user.reaches("道路")
    card = await user.says("修路3公里", name)
    assert card.shows("个按钮，没有改动，也没有记成回答。")
    assert card.shows("修路多少公里？")
    assert card.said == ["· 修路3公里"]
    assert name.strip("。") not in await user.finishes()


async def test_a_name_that_also_names_a_question_is_pressed_where_it_is(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("我想想")
    assert (await user.says("按原样写进“粮食”")).said == ["· 我想想"]
    assert not user.card.shows("没有写进去")


async def test_the_name_of_a_button_does_what_it_says_where_it_can(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("总产1.3万吨", "不对，是1.4万吨")
    await user.presses("下一题")
    card = await user.says("定一下更正的话")
    assert card.shows("这一条是更正前面的“总产1.3万吨”吗？")
    await user.says("对，就这样改")
    await user.finishes()
    assert (await user.says("逐段看、逐段改")).offers("重新出文件")
    await user.commands("cancel")
    assert not (await user.says("不放弃")).offers("确认放弃")
    assert (await user.says("定一下更正的话")).shows("这一页上没有“定一下更正的话”这个按钮")
