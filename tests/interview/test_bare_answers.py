"""Answers that by themselves tell nothing: asked about, never printed."""

import pytest

from bot.interview.bare_answers import is_only_yes_or_no
from bot.interview.talk import is_talk
from tests.office import Interview, shipped

OUT = "不像报告里的话，没有写进去。"


@pytest.mark.parametrize(
    "words",
    [
        *("是", "是的。", "有的", "不对", "上一条说错了", "好像是", "应该有吧", "大概吧"),
        *(
            "完成了",
            "办完了",
            "同上",
            "跟去年一样",
            "说过了 跟前面一样",
            "前面都说过了，同上",
            "和上一题差不多",
            "老样子",
        ),
    ],
)
async def test_a_yes_or_no_alone_is_no_answer_to_a_question_for_words(user: Interview, words: str) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.reaches("问题一")
    card = await user.says(words)
    assert card.shows(f"“{words}”太简单，看不出要写什么，请再说具体一点。")
    assert (await user.says("泵站计划8座完成5座")).said == ["· 泵站计划8座完成5座"]
    report = await user.finishes()
    assert "泵站计划8座完成5座" in report
    assert not user.card.shows("没定放在哪里")


@pytest.mark.parametrize("words", ["没有", "没有。", "无", "暂时没有"])
async def test_a_no_to_what_was_asked_back_is_no_note(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    assert (await user.says(words)).said == [f"· {words}"], "first it answers the question"
    await user.commands("undo")
    await user.says("和农户经常见面")
    assert user.card.shows("再问一句")
    assert (await user.says(words)).shows(OUT)
    assert (await user.presses("回到当前题")).said == ["· 和农户经常见面"]
    assert not user.card.shows("再问一句")
    await user.presses("下一题")
    await user.says("修路3公里")
    report = await user.finishes()
    assert not any(line.endswith(f"{words.strip('。')}。") for line in report.splitlines())
    assert not user.card.shows("没定放在哪里")


@pytest.mark.parametrize("words", ["刚才那条不对", "上面说得不对", "前一条写错了", "那条有误"])
async def test_that_something_was_wrong_is_asked_about_and_stands_in_no_report(
    user: Interview, words: str
) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    assert (await user.says(words)).shows(f"“{words}”太简单，看不出要写什么")
    assert words not in await user.finishes()


async def test_a_no_to_a_question_of_work_stands_on_its_card_and_in_no_report(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    assert (await user.says("没有")).said == ["· 没有"]
    assert (await user.commands("finish")).shows("还没有可以写进报告的情况")
    await user.reaches("道路")
    await user.says("修路3公里")
    report = await user.finishes()
    assert "修路3公里" in report
    assert "没有" not in report
    assert "集中学习" not in report


async def test_yes_over_and_over_at_a_question_for_words_is_never_printed(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("是", "是", "对", "是的")
    assert user.card.shows("看不出要写什么")
    await user.says("修路3公里")
    report = await user.finishes()
    assert "修路3公里" in report
    assert "是；" not in report
    assert not user.card.shows("没定放在哪里")


@pytest.mark.parametrize("words", ["见附件", "详见附件", "具体看台账", "附后", "在台账里", "数据在附件里"])
async def test_what_only_points_to_something_else_is_asked_about(user: Interview, words: str) -> None:
    assert is_only_yes_or_no(words)
    await user.begins()
    await user.reaches("粮食")
    assert (await user.says(words)).shows("太简单")


@pytest.mark.parametrize(
    "words", ["看文件、看材料", "看书", "去看了3个村", "建了台账", "见了12个人", "没有报告"]
)
def test_what_tells_of_looking_and_of_papers_points_nowhere(words: str) -> None:
    assert not is_only_yes_or_no(words)
    assert not is_talk(words)


@pytest.mark.parametrize("words", ["党课刚才说过了，就那一次", "培训前面已经写了"])
def test_what_was_told_before_is_not_told_again(words: str) -> None:
    assert is_talk(words)
