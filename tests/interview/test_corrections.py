"""A correction sent as a note of its own: the card asks whether it takes the place of the other."""

import pytest

from bot.interview.move import Say
from tests.interview.correcting import ASKS, NO, PIGS, YES, at_grain
from tests.office import Interview


@pytest.mark.parametrize("words", ["不对，是7900头", "上一条说错了，应该是7900头", "更正：7900头"])
async def test_a_correction_takes_the_place_of_what_it_corrects_on_a_yes(user: Interview, words: str) -> None:
    card = await at_grain(user, PIGS, words)
    assert card.shows(f"{ASKS}前面的“{PIGS}”吗？")
    assert card.shows("换掉以后，那一条记成：生猪存栏7900头")
    card = await user.presses(YES)
    assert card.said == ["· 生猪存栏7900头（已更正）"]
    assert not card.shows(ASKS)
    report = await user.finishes()
    assert "生猪存栏7900头" in report
    assert "7600" not in report
    assert "不对" not in report
    user.restarts()
    await user.commands("undo")
    assert user.card.said[:2] == [f"· {PIGS}", f"· {words}"]


async def test_both_stand_if_the_person_wants_it(user: Interview) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    card = await user.presses(NO)
    assert card.said == [f"· {PIGS}", "· 不对，是7900头"]
    await user.presses("下一题", "上一题")
    assert not user.card.shows(ASKS)


async def test_a_yes_or_no_may_be_typed(user: Interview) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    assert (await user.says("对")).said == ["· 生猪存栏7900头（已更正）"]
    await user.says("说错了，8000头")
    assert (await user.says(NO)).said == ["· 生猪存栏7900头（已更正）", "· 说错了，8000头"]
    assert (await user.says("对")).said[-1] == "· 对"


@pytest.mark.parametrize(
    "words",
    [
        "照这个改",
        "对的，改吧",
        "是的，改",
        "可以，改吧",
        "改吧，没错",
        "好的改过来",
        "嗯，按新的来",
        "麻烦改一下。",
        "以后面的为准",
        "没错",
        "对，改成7900头",
    ],
)
async def test_who_agrees_in_words_of_their_own_has_it_replaced(user: Interview, words: str) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    assert (await user.says(words)).said == ["· 生猪存栏7900头（已更正）"]
    assert words.strip("。") not in await user.finishes()


@pytest.mark.parametrize(
    "words", ["好的，不用改", "都留着吧", "不是，两条都要", "不是更正，是两回事", "可以，两条都留"]
)
async def test_who_wants_both_may_say_so_in_words_of_their_own(user: Interview, words: str) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    card = await user.says(words)
    assert card.said == [f"· {PIGS}", "· 不对，是7900头"]
    assert not card.shows(ASKS)


@pytest.mark.parametrize("words", ["不对，改", "还是按原来的", "不对", "对，不是"])
async def test_a_yes_and_no_at_once_is_asked_for_by_a_button(user: Interview, words: str) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    card = await user.says(words)
    assert card.shows("请先点上面的按钮答这一句")
    assert f"· {words}" not in card.said


@pytest.mark.parametrize("words", ["对的，改吧", "照这个改", "都留着吧"])
async def test_such_words_where_nothing_is_asked_are_no_answer(user: Interview, words: str) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    await user.presses(YES)
    assert (await user.says(words)).shows(f"“{words}”太简单，看不出要写什么")
    assert words not in await user.finishes()


@pytest.mark.parametrize("words", ["改水改厕30户", "换届选举平稳", "都是党员", "留守儿童8人", "要求很高"])
async def test_work_told_in_such_words_is_a_note(user: Interview, words: str) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    assert f"· {words}" in (await user.says(words)).said


async def test_undecided_the_overview_says_so_and_leads_there(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("总产1.3万吨", "不对，是1.4万吨")
    card = await user.commands("overview")
    assert card.shows("换不换还没定，暂时没有写进报告：粮食。")
    assert (await user.presses("定一下更正的话")).shows("这一条是更正前面的“总产1.3万吨”吗？")
    await user.presses("对，就这样改")
    assert not (await user.commands("overview")).shows("换不换还没定")


async def test_who_goes_on_without_deciding_is_told_once_what_is_open(user: Interview) -> None:
    left = "“不对，是7900头”换不换还没定，先不写进报告；到总览里随时可以定。"
    await at_grain(user, PIGS, "不对，是7900头")
    assert (await user.presses("下一题")).shows(left)
    assert not (await user.presses("下一题")).shows("换不换还没定")
    await user.reaches("粮食")
    assert not user.card.shows(left)
    assert (await user.commands("back")).shows(left)
    await user.reaches("粮食")
    await user.presses(YES)
    assert not (await user.presses("下一题")).shows("换不换还没定")


async def test_undecided_it_is_asked_again_and_named_before_the_report(user: Interview) -> None:
    await at_grain(user, PIGS, "不对，是7900头", "出栏1.2万头")
    assert user.card.shows(f"“不对，是7900头”这一句是更正前面的“{PIGS}”吗？")
    await user.presses("下一题")
    assert not user.card.shows(ASKS)
    await user.finishes()
    assert user.card.shows("换不换还没定，暂时没有写进报告：粮食。")
    await user.presses("定一下更正的话")
    assert (await user.presses(YES)).said == ["· 生猪存栏7900头（已更正）", "· 出栏1.2万头"]


async def test_where_the_first_message_was_edited_too_the_figure_is_told_once(user: Interview) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    card = await user.edits(user.messages - 1, "生猪存栏7900头")
    assert card.shows("换掉以后，那一条记成：生猪存栏7900头")
    assert (await user.presses(YES)).said == ["· 生猪存栏7900头（已更正）"]
    await user.commands("undo")
    await user.commands("redo")
    await user.reaches("粮食")
    assert user.card.said == ["· 生猪存栏7900头（已更正）"]


async def test_a_name_of_one_line_is_corrected_too(user: Interview) -> None:
    await user.begins()
    card = await user.says("何素芹", "不对，是何素琴")
    assert card.shows("写入报告的是：何素芹")
    assert not card.shows("写入报告的是：不对")
    await user.presses(YES)
    assert user.card.said == ["· 何素琴（已更正）"]


async def test_it_may_come_when_the_person_has_gone_on(user: Interview) -> None:
    await at_grain(user, PIGS)
    await user.presses("下一题")
    card = await user.says("上一条说错了，应该是7900头")
    assert card.shows(f"{ASKS}“粮食”里的“{PIGS}”吗？")
    card = await user.presses(YES)
    assert card.shows("修路多少公里？")
    assert not card.said
    report = await user.finishes()
    assert "生猪存栏7900头" in report
    assert "说错" not in report


async def test_a_reply_and_a_word_behind_the_last_question_are_asked_about(user: Interview) -> None:
    await at_grain(user, PIGS)
    first = user.messages
    await user.presses("下一题")
    user.messages += 1
    card = await user.does(Say("不对，是7900头", user.messages, reply_to=first), user.messages)
    assert card.shows("修路多少公里？")
    assert card.shows(f"{ASKS}“粮食”里的“{PIGS}”吗？")
    await user.presses(NO)
    await user.reaches("其他情况")
    await user.presses("下一题")
    await user.says("班子成员5人")
    assert (await user.says("更正：6人")).shows("“班子成员5人”")
    await user.presses(YES)
    assert "班子成员6人" in await user.finishes()


async def test_edited_messages_correct_the_note_that_came_of_both(user: Interview) -> None:
    await at_grain(user, PIGS, "不对，是7900头")
    first, second = user.messages - 1, user.messages
    await user.presses(YES)
    await user.edits(second, "不对，是7950头")
    assert user.card.said == ["· 生猪存栏7950头（已更正）"]
    await user.edits(first, "生猪存栏8000头")
    assert user.card.said == ["· 生猪存栏8000头（已更正）"]


@pytest.mark.parametrize(
    "words",
    [
        "账目不对，当场退回3笔",
        "不对外公开的材料不带回家",
        "不对的地方当场指出",
        "不对群众耍态度",
        "方向不对，努力白费",
        "对不对，大家说了算",
        "不对，就当场指出来",
        "错了就改，改了就好",
        "更正了档案12份",
        "更正户口信息7条",
        "纠正不正之风3起",
        "上一条路修通了，是3公里",
        "报错了的账退回12笔",
        "应该是全镇第一个通网的村",
        "是党员，不是群众",
        "不是7000头",
        "把坏路改成水泥路",
        "账目3笔，上面写错了名字",
        "中心组不对，是9次",
        "账目不对，是3笔",
        "存栏不对，是6200亩",
        "存栏应该是7600头",
    ],
)
async def test_words_of_another_sense_are_not_asked_about(user: Interview, words: str) -> None:
    assert not (await at_grain(user, PIGS, words)).shows(ASKS)


async def test_the_first_thing_said_corrects_nothing(user: Interview) -> None:
    await user.begins()
    assert not (await user.says("不对，是何素琴")).shows(ASKS)


async def test_undecided_it_stands_in_no_report_and_is_said_so(user: Interview) -> None:
    await user.begins()
    await user.says("何素芹", "不对，是何素琴")
    await user.reaches("集中学习")
    await user.says("中心组12次，支部8次，讲课9次", "说错了，是10次")
    assert user.card.labels[:2] == ["把12次改成10次", "把8次改成10次"]
    await user.presses("下一题")
    await user.says("总产1.3万吨")
    report = await user.finishes()
    assert user.card.shows("有的话像是更正前面的，换不换还没定，暂时没有写进报告：姓名、集中学习。")
    assert "述职人：何素芹" in report
    assert "中心组12次，支部8次" in report
    assert "不对" not in report
    assert "10次" not in report
    await user.presses("定一下更正的话", YES, "总览")
    await user.reaches("集中学习")
    await user.presses(NO)
    report = await user.finishes()
    assert "述职人：何素琴" in report
    assert "说错了，是10次" in report, "who wants both to stand gets both"


async def test_a_no_and_what_is_right_may_be_two_messages(user: Interview) -> None:
    await at_grain(user, "中心组12次，支部8次吧")
    assert (await user.says("不对")).shows("“不对”太简单")
    card = await user.says("支部10次")
    assert card.shows("换掉以后，那一条记成：中心组12次，支部10次")
    card = await user.presses(YES)
    assert card.said == ["· 中心组12次，支部10次（已更正）"]
    card = await user.edits(user.messages, "支部11次")
    assert card.said == ["· 中心组12次，支部11次（已更正）"]
    assert "不对" not in await user.finishes()


async def test_what_follows_a_no_and_corrects_nothing_is_a_note(user: Interview) -> None:
    await at_grain(user, "中心组12次", "不对")
    card = await user.says("还去了两个村")
    assert card.said == ["· 中心组12次", "· 还去了两个村"]
    assert "不对" not in await user.finishes()


async def test_who_guessed_and_gives_the_right_figure_guesses_no_more(user: Interview) -> None:
    await at_grain(user, "中心组12次，支部8次吧", "支部那个不对，是10次")
    said = user.messages
    assert user.card.shows("换掉以后，那一条记成：中心组12次，支部10次")
    card = await user.presses(YES)
    assert card.said == ["· 中心组12次，支部10次（已更正）"]
    card = await user.edits(said, "支部那个不对，是11次")
    assert card.said == ["· 中心组12次，支部11次（已更正）"]


async def test_what_was_done_wrong_in_the_year_is_a_note(user: Interview) -> None:
    card = await at_grain(user, "走访320户", "政策讲错了，是我没吃透文件")
    assert card.said[-1] == "· 政策讲错了，是我没吃透文件"
    assert not card.shows(ASKS)


async def test_a_figure_that_is_pointed_at_is_asked_about_and_not_printed_twice(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    card = await user.says("1、通读党章\n2、学习强国 1.2万分", "学习强国那个是1.3万分")
    assert card.shows("学习强国 1.3万分") and card.offers("对，就这样改")
    await user.presses("对，就这样改")
    report = await user.finishes()
    assert "1.3万分" in report and "1.2万分" not in report
