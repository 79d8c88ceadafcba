"""A correction sent as a note of its own: the card asks whether it takes the place of the other."""

import pytest

from bot.interview.amending import ways
from bot.interview.move import Say
from tests.office import Interview, Seen

YES, NO = "对，就这样改", "不是，两条都留"
ASKS = "这一条是更正"
PIGS = "生猪存栏7600头"
LEARNED = "中心组12次，支部学习8次"


async def at_grain(user: Interview, *said: str) -> Seen:
    """Say this at a question for figures."""
    await user.begins()
    await user.reaches("粮食")
    return await user.says(*said)


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


async def test_where_several_figures_may_be_meant_each_has_its_button(user: Interview) -> None:
    card = await at_grain(user, "存栏7600头，出栏1.2万头，补贴86户", "不对，是7900头")
    assert card.labels[:3] == ["把7600头改成7900头", "把1.2万头改成7900头", NO]
    card = await user.says("对")
    assert card.shows("可能更正的有好几处，请点一处。")
    assert card.said[-1] == "· 不对，是7900头", "a yes that does not tell which is no note"
    await user.says("把7600头改成7900头")
    assert user.card.said == ["· 存栏7900头，出栏1.2万头，补贴86户（已更正）"]


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
    ("before", "said", "reads"),
    [
        ("何素芹", "更正：何素琴。", "何素琴"),
        ("班长是何素芹，共5人", "不是何素芹，是何素琴", "班长是何素琴，共5人"),
        (PIGS, "是7900头，不是7600头", "生猪存栏7900头"),
        (PIGS, "应该是7900头", "生猪存栏7900头"),
        ("存栏7600头，出栏1.2万头", "不对，出栏是1.3万头", "存栏7600头，出栏1.3万头"),
        ("投资三百万元", "更正一下，是三百二十万元", "投资三百二十万元"),
        ("占比50%", "不对，是55%", "占比55%"),
        (PIGS, "7900头，刚才写错了", "生猪存栏7900头"),
        (PIGS, "刚才那条7600头写错了，是7900头", "生猪存栏7900头"),
        (PIGS, "把7600改成7900", "生猪存栏7900头"),
        ("存栏７６００头", "不对，是７９００头", "存栏7900头"),
        ("修路3公里", "说错了，是修路3公里，另修桥1座。", "修路3公里，另修桥1座"),
        ("5月开工", "哎呀不对，7月才开工", "7月才开工"),
        ("修了3公里路，5月开工，投资300万", "不对，7月才开工", "修了3公里路，7月才开工，投资300万"),
        (LEARNED, "支部那个不对，是10次", "中心组12次，支部学习10次"),
        (LEARNED, "刚才支部我说错了，10次。", "中心组12次，支部学习10次"),
        (LEARNED, "支部应该是10次", "中心组12次，支部学习10次"),
        (LEARNED, "把支部改成10次", "中心组12次，支部学习10次"),
        (LEARNED, "支部不是8次，是10次", "中心组12次，支部学习10次"),
        (LEARNED, "支部学习10次，不是8次", "中心组12次，支部学习10次"),
        (LEARNED, "不对，支部是10次", "中心组12次，支部学习10次"),
        (LEARNED, "8次那个不对，是10次", "中心组12次，支部学习10次"),
        ("12次中心组，8次支部学习", "支部学习不对，是10次", "12次中心组，10次支部学习"),
        (f"{PIGS}，出栏1.2万头", "生猪出栏不对，是1.3万头", f"{PIGS}，出栏1.3万头"),
        (f"{PIGS}，出栏1.2万头", "出栏说错了，1.3", f"{PIGS}，出栏1.3万头"),
        ("支部约8次", "支部说错了，是10次左右", "支部10次左右"),
        ("跑了4个村", "等一下 是3个村", "跑了3个村"),
        ("占耕地图斑9个 整改7个", "9个图斑不对 是10个", "占耕地图斑10个 整改7个"),
        ("走访4个贫困村86户", "说错了 是3个村", "走访3个贫困村86户"),
        ("走访4个贫困村86户", "不是4个是3个", "走访3个贫困村86户"),
        ("查出6个问题，整改4个", "是5项不是6项", "查出5个问题，整改4个"),
        ("排查隐患12处", "不是12个是11个", "排查隐患11处"),
    ],
)
def test_what_the_two_make_together(before: str, said: str, reads: str) -> None:
    assert [way.text for way in ways(before, said)] == [reads]


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


@pytest.mark.parametrize(
    ("named", "reads"),
    [
        ("存栏那个", "存栏7900头，出栏1.2万头"),
        ("改出栏的吧", "存栏7600头，出栏7900头"),
        ("我说的是存栏那个数。", "存栏7900头，出栏1.2万头"),
        ("第二个", "存栏7600头，出栏7900头"),
        ("7600头", "存栏7900头，出栏1.2万头"),
        ("出栏", "存栏7600头，出栏7900头"),
    ],
)
async def test_of_several_figures_one_may_be_named_in_words(user: Interview, named: str, reads: str) -> None:
    await at_grain(user, "存栏7600头，出栏1.2万头", "不对，是7900头")
    assert (await user.says(named)).said == [f"· {reads}（已更正）"]


async def test_what_names_none_of_them_or_several_chooses_nothing(user: Interview) -> None:
    await at_grain(user, "生猪存栏7600头，肉牛存栏300头", "不对，是900头")
    card = await user.says("存栏那个")
    assert card.shows("可能更正的有好几处，请点一处。")
    assert (await user.says("都改")).shows("请点一处。")
    card = await user.says("存栏比去年稳定")
    assert card.said[-1] == "· 存栏比去年稳定"
    assert "· 生猪存栏7600头，肉牛存栏300头" in card.said
    await user.says("肉牛那个")
    assert user.card.said == ["· 生猪存栏7600头，肉牛存栏900头（已更正）", "· 存栏比去年稳定"]


CROPS = "小麦一万八千亩，亩产480公斤，去年是四百六；玉米1.9万亩，亩产五百二"


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("玉米亩产记错了，是505公斤", "五百二 → 505公斤"),
        ("玉米单产记错了，应该是505公斤", "五百二 → 505公斤"),
        ("玉米那个五百二不对，是五百零五", "五百二 → 五百零五"),
        ("玉米那个520不对，是505", "五百二 → 505"),
        ("不对，玉米亩产是505公斤", "五百二 → 505公斤"),
        ("玉米亩产不对，五百零五", "五百二 → 五百零五"),
        ("小麦亩产记错了，是485公斤", "480公斤 → 485公斤"),
        ("小麦去年亩产记错了，是450公斤", "四百六 → 450公斤"),
        ("去年小麦亩产不对，是450公斤", "四百六 → 450公斤"),
        ("小麦今年亩产不对，是485公斤", "480公斤 → 485公斤"),
        ("玉米面积说错了，是2万亩", "1.9万亩 → 2万亩"),
    ],
)
async def test_of_two_crops_the_figure_of_the_one_named_is_meant(
    user: Interview, words: str, change: str
) -> None:
    card = await at_grain(user, CROPS, words)
    assert change in card.said
    old, new = change.split(" → ")
    await user.presses(YES)
    assert user.card.said == [f"· {CROPS.replace(old, new)}（已更正）"]


@pytest.mark.parametrize(
    "words",
    [
        "大豆亩产记错了，是205公斤",
        "玉米那个480不对，是505",
        "不对，大豆亩产是205公斤",
        "玉米去年亩产不对，是450公斤",
    ],
)
async def test_the_figure_of_another_crop_is_never_offered(user: Interview, words: str) -> None:
    card = await at_grain(user, CROPS, words)
    assert card.shows("没找到要更正的是哪一处")
    assert not card.shows("→")


@pytest.mark.parametrize("yes", ["是的", "对，改吧", "好的", "不对"])
async def test_a_yes_to_what_was_not_found_changes_nothing_and_is_told_so(user: Interview, yes: str) -> None:
    await at_grain(user, CROPS, "大豆亩产记错了，是205公斤")
    card = await user.says(yes)
    assert card.shows("原来的话没有改动，这句话也没有写进报告。")
    assert card.shows("没找到要更正的是哪一处")
    report = await user.finishes()
    assert "大豆" not in report
    assert yes not in report


@pytest.mark.parametrize("words", ["不要了", "不要", "算了", "作废"])
async def test_what_was_not_found_can_be_dropped_in_words(user: Interview, words: str) -> None:
    await at_grain(user, CROPS, "大豆亩产记错了，是205公斤")
    card = await user.says(words)
    assert card.shows("好，这句话不写进报告。")
    assert not card.shows("没找到要更正的是哪一处")
    assert "大豆" not in await user.finishes()


async def test_what_was_not_found_is_kept_by_its_button_or_its_words_and_told_so(user: Interview) -> None:
    await at_grain(user, CROPS, "大豆亩产记错了，是205公斤")
    card = await user.says("按原样")
    assert card.shows("原话已记进“粮食”，前面的话没有改动。")
    await user.says("花生亩产记错了，是305公斤")
    card = await user.presses("按原样写进“粮食”")
    assert card.shows("原话已记进“粮食”，前面的话没有改动。")
    assert card.said[-2:] == ["· 大豆亩产记错了，是205公斤", "· 花生亩产记错了，是305公斤"]
    await user.commands("undo")
    assert "花生" not in await user.finishes()


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


async def test_the_right_name_told_again_is_found(user: Interview) -> None:
    await at_grain(user, CROPS, "大豆亩产记错了，是505公斤")
    await user.says("玉米亩产记错了，是505公斤")
    assert user.card.shows("五百二 → 505公斤")


@pytest.mark.parametrize(
    ("before", "said", "reads"),
    [
        ("小麦2万亩，亩产480公斤，玉米3万亩，亩产520公斤", "小麦亩产不对，是485公斤", ["480公斤"]),
        ("小麦2万亩，亩产480公斤，玉米3万亩，亩产520公斤", "玉米亩产不对，是525公斤", ["520公斤"]),
        ("小麦2万亩，玉米3万亩，亩产520公斤", "小麦亩产不对，是485公斤", []),
        ("小麦2万亩。亩产480公斤", "小麦亩产不对，是485公斤", ["480公斤"]),
        ("生猪存栏7600头，羊出栏300头", "生猪出栏不对，是400头", []),
        ("生猪存栏7600头，羊存栏300头，出栏900头", "生猪出栏不对，是950头", []),
        ("亩产480公斤，去年四百六", "亩产不对，是485公斤", ["480公斤"]),
        ("开展活动12次，走访50户", "走访户数说错了，是55户", ["50户"]),
        (CROPS, "亩产不对，是505公斤", ["480公斤", "五百二"]),
        ("小麦亩产从去年400公斤提高到今年420公斤", "小麦去年亩产记错了，应该是410公斤", ["400公斤"]),
        ("小麦亩产480公斤，比去年增加20公斤", "小麦去年亩产不对，是450公斤", []),
        ("去年走访120户，今年走访150户", "今年走访户数说错了，是160户", ["150户"]),
        ("去年走访120户，走访对象不限", "今年走访户数说错了，是160户", []),
    ],
)
def test_a_figure_goes_with_what_its_clauses_tell_of(before: str, said: str, reads: list[str]) -> None:
    assert [way.old for way in ways(before, said)] == reads


@pytest.mark.parametrize(
    ("before", "words", "change"),
    [
        ("在双河村修了路", "地点说错了，是双沟村", "双河村 → 双沟村"),
        ("双河村种了300亩", "双河村写错了，是双沟村", "双河村 → 双沟村"),
        ("班长王志强，带了12个人", "名字写错了，王志刚", "王志强 → 王志刚"),
        ("3月8日开工", "日期不对，是3月18日", "3月8日 → 3月18日"),
        ("跟红旗农机合作社签了约", "单位说错了，是红星农机合作社", "红旗农机合作社 → 红星农机合作社"),
        ("走访320户", "户数不对，是330", "320户 → 330户"),
        ("走访三百二十户", "户数不对，是330左右", "三百二十户 → 330户左右"),
    ],
)
async def test_a_name_or_a_place_told_wrong_is_corrected_like_a_figure(
    user: Interview, before: str, words: str, change: str
) -> None:
    card = await at_grain(user, before, words)
    assert change in card.said
    await user.presses(YES)
    old, new = change.split(" → ")
    assert user.card.said == [f"· {before.replace(old, new)}（已更正）"]
    assert words not in await user.finishes()


async def test_of_two_places_one_is_chosen_by_its_button(user: Interview) -> None:
    card = await at_grain(user, "双河村3公里，柳沟村2公里", "村名写错了，是双沟村")
    assert card.labels[:2] == ["把双河村改成双沟村", "把柳沟村改成双沟村"]
    await user.presses("把柳沟村改成双沟村")
    assert user.card.said == ["· 双河村3公里，双沟村2公里（已更正）"]


async def test_a_name_that_was_never_told_is_put_aside(user: Interview) -> None:
    card = await at_grain(user, "修路3公里", "地点说错了，是双沟村")
    assert card.shows("没找到要更正的是哪一处")
    assert "双沟" not in await user.finishes()


async def test_what_was_done_wrong_in_the_year_is_a_note(user: Interview) -> None:
    card = await at_grain(user, "走访320户", "政策讲错了，是我没吃透文件")
    assert card.said[-1] == "· 政策讲错了，是我没吃透文件"
    assert not card.shows(ASKS)


@pytest.mark.parametrize(
    "words",
    [
        "走访是330户，培训是8次，刚才写错了",
        "不对，是330户和8次",
        "户数不对，是330，次数也不对，是8次",
        "更正一下：走访330户、培训8次",
        "两个数都错了，走访330户，培训8次",
    ],
)
async def test_several_figures_are_corrected_at_once(user: Interview, words: str) -> None:
    card = await at_grain(user, "走访320户，培训6次，修路3公里", words)
    assert card.shows("换掉以后，那一条记成：走访330户，培训8次，修路3公里")
    card = await user.presses(YES)
    assert card.said == ["· 走访330户，培训8次，修路3公里（已更正）"]
    await user.commands("undo")
    assert user.card.said[:2] == ["· 走访320户，培训6次，修路3公里", f"· {words}"]


@pytest.mark.parametrize("words", ["说错了，桥3座，涵洞4个", "走访330户，桥3座，刚才写错了"])
async def test_of_several_figures_all_must_be_found(user: Interview, words: str) -> None:
    card = await at_grain(user, "走访320户，培训6次", words)
    assert card.shows("没找到要更正的是哪一处")
    assert card.said == [f"· {words}"]


@pytest.mark.parametrize("words", ["账目不对，退回3笔，罚款2万", "方向不对，绕了3公里，多花2万"])
async def test_figures_behind_something_that_was_wrong_are_a_note(user: Interview, words: str) -> None:
    assert (await at_grain(user, "走访320户，培训6次", words)).said[-1] == f"· {words}"


TASKS = "今年重点任务14项我分管5项 完成4项"


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("刚才那个不对 是6项不是5项", "今年重点任务14项我分管6项 完成4项"),
        ("不是5项是6项", "今年重点任务14项我分管6项 完成4项"),
        ("不对 完成的是3项 不是4项", "今年重点任务14项我分管5项 完成3项"),
        ("对了 不是4项 是3项", "今年重点任务14项我分管5项 完成3项"),
    ],
)
async def test_what_it_read_tells_which_note_is_meant(user: Interview, words: str, reads: str) -> None:
    card = await at_grain(user, TASKS, "每周一开碰头会", words)
    assert card.shows(f"换掉以后，那一条记成：{reads}")
    card = await user.presses(YES)
    assert card.said == [f"· {reads}（已更正）", "· 每周一开碰头会"]


async def test_what_it_read_is_looked_for_at_other_questions_too(user: Interview) -> None:
    await at_grain(user, "中心组学习14次")
    await user.presses("下一题")
    card = await user.says("到陈庄村讲党课2次 听课138人", "不对 中心组是15次 不是14次")
    assert card.shows(f"{ASKS}“粮食”里的“中心组学习14次”吗？")
    await user.presses(YES)
    assert user.card.said == ["· 到陈庄村讲党课2次 听课138人"]
    assert "中心组学习15次" in await user.finishes()


@pytest.mark.parametrize(
    "words", ["写错了，走访了30户", "不对，是四次", "不对，是水泥路", "是60次，不是50次"]
)
async def test_no_note_is_replaced_that_tells_of_something_else(user: Interview, words: str) -> None:
    card = await at_grain(user, "每周一开碰头会", words)
    assert card.shows("没找到要更正的是哪一处")
    report = await user.finishes()
    assert "每周一开碰头会" in report
    assert words not in report
    assert user.card.shows(f"报告里没有写：“{words}”。")


async def test_a_reply_corrects_the_note_that_it_replies_to(user: Interview) -> None:
    await at_grain(user, "中心组学习14次", "支部学习9次", "讲党课3次")
    first = user.messages - 2
    user.messages += 1
    card = await user.does(Say("不对 是15次", user.messages, reply_to=first), user.messages)
    assert card.shows(f"{ASKS}前面的“中心组学习14次”吗？")
    await user.presses(YES, "下一题")
    user.messages += 1
    card = await user.does(Say("不对 是10次", user.messages, reply_to=first + 1), user.messages)
    assert card.shows(f"{ASKS}“粮食”里的“支部学习9次”吗？")
    await user.presses(YES)
    report = await user.finishes()
    assert "中心组学习15次；支部学习10次；讲党课3次" in report


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("支部学习11次，哦不，12次", "支部学习12次"),
        ("走访320户。刚才写错了，是330户", "走访330户"),
        ("走访320户 不对 是330户", "走访330户"),
        ("还写了心得2篇 对了 不是14次 是15次", "还写了心得2篇"),
    ],
)
async def test_a_message_may_end_in_a_correction(user: Interview, words: str, reads: str) -> None:
    card = await at_grain(user, "中心组14次", words)
    assert card.shows(ASKS)
    card = await user.presses(YES)
    assert f"· {reads}" in [one.removesuffix("（已更正）") for one in card.said]
    report = await user.finishes()
    assert "不对" not in report
    assert "哦不" not in report
    assert "不是14次" not in report


async def test_who_edits_such_a_message_has_its_end_forgotten(user: Interview) -> None:
    await at_grain(user, "支部学习11次，哦不，12次")
    card = await user.edits(user.messages, "支部学习13次")
    assert card.said == ["· 支部学习13次（已更正）"]
    assert not card.shows(ASKS)


@pytest.mark.parametrize(
    ("words", "parts", "reads"),
    [
        (
            "中心组14次，哦不，15次 个人自学写了笔记",
            ["中心组14次", "哦不，15次", "个人自学写了笔记"],
            ["中心组15次", "个人自学写了笔记"],
        ),
        (
            "存栏5200头，不对，是5300头，出栏2000头",
            ["存栏5200头", "不对，是5300头", "出栏2000头"],
            ["存栏5300头", "出栏2000头"],
        ),
        (
            "改造危房十八户 哦不是 十九户 到年底完工十六户",
            ["改造危房十八户", "哦不是 十九户", "到年底完工十六户"],
            ["改造危房十九户", "到年底完工十六户"],
        ),
        (
            "中心组12次 我发言4次，哎不对，发言是5次，写体会3篇",
            ["中心组12次 我发言4次", "哎不对，发言是5次", "写体会3篇"],
            ["中心组12次 我发言5次", "写体会3篇"],
        ),
        (
            "跑了4个村，开会2次，等一下，是3个村，入户20户。",
            ["跑了4个村，开会2次", "等一下，是3个村", "入户20户"],
            ["跑了3个村，开会2次", "入户20户"],
        ),
    ],
)
async def test_a_message_may_correct_itself_and_go_on(
    user: Interview, words: str, parts: list[str], reads: list[str]
) -> None:
    card = await at_grain(user, words)
    assert card.said[: len(parts)] == [f"· {part}" for part in parts], "nothing of it is lost"
    assert card.shows(f"“{parts[1]}”这一句是更正前面的“{parts[0]}”吗？")
    assert card.shows(f"换掉以后，那一条记成：{reads[0]}")
    card = await user.presses(YES)
    assert card.said == [f"· {reads[0]}（已更正）", *(f"· {one}" for one in reads[1:])]


async def test_of_many_figures_the_one_said_right_before_is_corrected(user: Interview) -> None:
    card = await at_grain(
        user, "低保原来412户，入户了400来户，一户一户跑的，清退37户，哦不对，是39户，新纳入21户，现在394户"
    )
    assert card.shows("37户 → 39户")
    card = await user.presses(YES)
    assert card.said[0] == "· 低保原来412户，入户了400来户，一户一户跑的，清退39户（已更正）"
    assert card.said[1] == "· 新纳入21户，现在394户"


async def test_a_message_may_correct_itself_twice(user: Interview) -> None:
    card = await at_grain(user, "中心组14次，哦不，15次，支部8次，不对，9次，讲党课2次")
    assert card.shows("换掉以后，那一条记成：中心组15次")
    assert (await user.presses(YES)).shows("换掉以后，那一条记成：支部9次")
    card = await user.presses(YES)
    assert card.said == ["· 中心组15次（已更正）", "· 支部9次（已更正）", "· 讲党课2次"]


@pytest.mark.parametrize(
    "words",
    [
        "抽查14户，不对的3户当场纠正，剩余11户",
        "查账14笔，不是我分管的3笔转办，办结11笔",
        "抽查台账14本，错了3本，当场改好",
    ],
)
async def test_a_note_that_tells_of_what_was_wrong_stays_one(user: Interview, words: str) -> None:
    assert (await at_grain(user, words)).said == [f"· {words}"]


async def test_who_edits_a_message_that_corrected_itself_has_all_of_it_told_anew(user: Interview) -> None:
    await at_grain(user, "存栏5200头，不对，是5300头，出栏2000头")
    card = await user.edits(user.messages, "存栏5300头，出栏2000头")
    assert card.said == ["· 存栏5300头，出栏2000头（已更正）"]


@pytest.mark.parametrize(
    ("before", "said", "reads"),
    [
        ("学习强国 1.2万分", "学习强国那个是1.3万分", "学习强国 1.3万分"),
        ("2、学习强国1.2万分", "那个学习强国是1.3万分", "2、学习强国1.3万分"),
        ("羊 1.1万只 猪7800头", "羊那个是1.2万只", "羊 1.2万只 猪7800头"),
        ("撂荒地180亩复耕了150", "复耕改成155 数刚报上来的", "撂荒地180亩复耕了155"),
        ("修路3公里 投资 90 万", "不对，投资是95万", "修路3公里 投资 95万"),
        ("玉米1100斤", "说反了，是500斤", "玉米500斤"),
        ("中心组13次吧 支部11次", "不对中心组是12次 13是去年", "中心组是12次 13是去年 支部11次"),
    ],
)
def test_a_correction_as_it_is_dictated_finds_its_figure(before: str, said: str, reads: str) -> None:
    assert [way.text for way in ways(before, said)] == [reads]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("猪7800头", "羊那个是300头"),
        ("走访12户", "东沟村那个是3户"),
        ("中心组13次支部12次我讲了2次党课题目是四中全会", "不对中心组是12次 13是去年"),
        ("花了3.2万翻新的", "不对劲的地方是3处"),
    ],
)
def test_what_tells_of_something_else_or_of_less_replaces_nothing(before: str, said: str) -> None:
    assert ways(before, said) == ()


async def test_a_figure_that_is_pointed_at_is_asked_about_and_not_printed_twice(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    card = await user.says("1、通读党章\n2、学习强国 1.2万分", "学习强国那个是1.3万分")
    assert card.shows("学习强国 1.3万分") and card.offers("对，就这样改")
    await user.presses("对，就这样改")
    report = await user.finishes()
    assert "1.3万分" in report and "1.2万分" not in report
