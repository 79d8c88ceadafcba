"""Gaps: what is not known yet stands as 【待补：…】 in the report, is listed, and can be filled later."""

import pytest

from bot.interview import gap
from bot.interview.gap import fill, is_unknown, is_unsure, placeholders
from tests.office import Interview, shipped

UNKNOWN = ["XX", "xx", "不知道", "待补", "记不清了", "还不清楚", "×××", "**", "？", "我忘了", "暂时不清楚。"]


async def at_grain(user: Interview) -> None:
    """Give the profile what a report needs, and stand in front of a question for a figure."""
    await user.begins()
    for label, words in (("姓名", "贺长青"), ("县和乡镇", "云岭县石桥镇"), ("职务", "镇长")):
        await user.reaches(label)
        await user.says(words)
    await user.reaches("落款日期")
    await user.says("2026年12月15日")
    await user.reaches("道路")
    await user.says("修路3公里")
    await user.reaches("粮食")


@pytest.mark.parametrize("words", UNKNOWN)
async def test_saying_that_one_does_not_know_makes_a_gap(user: Interview, words: str) -> None:
    await at_grain(user)
    assert (await user.says(words)).shows("您说过：还不清楚")
    assert "【待补：粮食】" in await user.finishes()
    assert user.card.shows("还有1处待补")
    assert user.card.shows("· 粮食")


async def test_the_button_makes_a_gap_and_moves_on(user: Interview) -> None:
    await at_grain(user)
    assert (await user.presses("还不清楚")).shows("修路多少公里？")
    assert "【待补：粮食】" in await user.finishes()


async def test_answering_later_fills_it(user: Interview) -> None:
    await at_grain(user)
    await user.presses("还不清楚")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    assert (await user.presses("补：1. 粮食")).shows("粮食产量多少？")
    await user.says("总产1.3万吨")
    report = await user.finishes()
    assert "总产1.3万吨" in report
    assert "待补" not in report
    assert user.card.shows("没有待补的内容")


async def test_filling_one_place_leads_to_the_rest_and_the_overview_counts_as_the_list_does(
    user: Interview,
) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，去年1.2万吨，补贴XX户")
    await user.presses("总览")
    assert user.card.shows("报告里待补2处。")
    card = await user.presses("补上待补的内容")
    assert card.shows("还有2处待补")
    await user.presses("补：1. 粮食")
    card = await user.says("1.3")
    assert card.shows("已经补上：总产1.3万吨，去年1.2万吨，补贴XX户")
    assert card.shows("还有1处待补")
    await user.presses("补：1. 粮食")
    card = await user.says("120")
    assert card.shows("· 总产1.3万吨，去年1.2万吨，补贴120户")
    assert card.shows("粮食产量多少？")


async def test_a_placeholder_inside_a_note_is_a_gap_of_its_own(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，去年1.2万吨，补贴XX户")
    report = await user.finishes()
    assert "总产【待补：粮食】万吨，去年1.2万吨，补贴【待补：粮食】户。" in report
    assert user.card.shows("还有2处待补")
    assert user.card.shows("· 粮食：总产▢万吨")
    assert user.card.shows("· 粮食：补贴▢户")


@pytest.mark.parametrize("figure", ["1.3", "1.3万吨", "1.3万"])
async def test_filling_a_placeholder_writes_its_unit_once(user: Interview, figure: str) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，补贴XX户")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.presses("补：1. 粮食")
    assert card.shows("现在补这一处：总产【待补】万吨")
    assert (await user.says(figure)).shows("已经补上")
    report = await user.finishes()
    assert "总产1.3万吨，补贴【待补：粮食】户。" in report
    assert user.card.shows("还有1处待补")


async def test_words_typed_on_the_list_fill_the_only_gap(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.says("1.3万吨")
    assert card.shows("已经补到“粮食”里。")
    assert not card.offers("补上待补的内容")
    report = await user.finishes()
    assert "总产1.3万吨" in report
    assert user.card.shows("没有待补的内容")


async def test_of_several_gaps_the_list_asks_which_one_the_words_fill(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，补贴XX户")
    await user.reaches("职务层次")
    await user.presses("还不清楚")
    await user.reaches("集中学习")
    await user.presses("还不清楚")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.says("86")
    assert card.shows("这是补哪一处的？")
    assert card.said == ["86"]
    assert card.labels == ["补：1. 集中学习", "补：2. 粮食", "补：3. 粮食", "都不是，就放“其他情况”"]
    user.restarts()
    await user.does((await user.looks()).press("补：3. 粮食"))
    assert user.card.shows("已经补到“粮食”里。")
    assert user.card.shows("还有2处待补")
    await user.edits(user.messages, "96")
    await user.says("集中学习12次")
    await user.presses("补：1. 集中学习")
    report = await user.finishes()
    assert "总产【待补：粮食】万吨，补贴96户" in report
    assert "集中学习12次" in report
    await user.reaches("其他情况")
    assert user.card.said == []


async def test_words_for_no_gap_stay_with_everything_else_and_a_choice_can_be_undone(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨，补贴XX户")
    await user.commands("finish")
    card = await user.says("1.3")
    assert card.shows("这是补哪一处的？"), "the finished card lists the gaps too"
    await user.presses("补：1. 粮食")
    await user.commands("undo")
    await user.reaches("其他情况")
    assert user.card.said == ["· 1.3"]
    await user.commands("redo")
    await user.commands("finish")
    await user.presses("补上待补的内容")
    card = await user.says("还参加了县里的抗旱会议")
    card = await user.presses("都不是，就放“其他情况”")
    assert card.shows("还有1处待补")
    report = await user.finishes()
    assert "抗旱会议" in report
    assert "总产1.3万吨" in report


async def test_a_fill_can_be_undone(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.commands("finish")
    await user.presses("补上待补的内容", "补：1. 粮食")
    await user.says("1.3")
    assert (await user.commands("undo")).said == ["· 总产XX万吨"]


async def test_a_long_answer_to_a_gap_is_a_note_of_its_own(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.commands("finish")
    await user.presses("补上待补的内容", "补：1. 粮食")
    story = "统计站还没有出数，要等到一月中旬县里核定以后才能报上来，先放着"
    await user.says(story)
    report = await user.finishes()
    assert story in report
    assert "总产【待补：粮食】万吨" in report


async def test_an_edited_note_counts_its_placeholders_anew(user: Interview) -> None:
    await at_grain(user)
    await user.says("总产XX万吨")
    await user.edits(user.messages, "总产1.3万吨")
    assert "待补" not in await user.finishes()


async def test_a_line_said_anew_has_only_the_gaps_of_its_newest_words(user: Interview) -> None:
    await at_grain(user)
    await user.reaches("落款日期")
    await user.says("2026年12月XX日", "2026年12月16日")
    assert "待补" not in await user.finishes()
    assert user.card.shows("没有待补的内容")


async def test_a_thumbs_up_is_no_answer(user: Interview) -> None:
    await user.begins()
    await user.says("👍")
    await user.reaches("道路")
    await user.says("……")
    assert (await user.commands("finish")).shows("还没有可以写进报告的情况")
    await user.says("修路3公里")
    assert "述职人：【待补：姓名】" in await user.finishes()
    assert user.card.shows("· 姓名")


async def test_the_profile_left_open_is_a_gap_too(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里")
    report = await user.finishes()
    for label in ("姓名", "县和乡镇", "职务", "落款日期"):
        assert user.card.shows(f"· {label}")
    assert "述职人：【待补：姓名】" in report
    assert "【待补：落款日期】" in report


async def test_many_gaps_are_all_listed_page_by_page(user: Interview) -> None:
    await at_grain(user)
    await user.says("，".join(f"第{number}村产XX吨" for number in range(1, 21)))
    await user.commands("finish")
    assert user.card.shows("还有20处待补")
    listed = (await user.presses("补上待补的内容")).text
    while user.card.offers("下一页"):
        listed += (await user.presses("下一页")).text
    assert all(f"第{number}村产▢吨" in listed for number in range(1, 21))


@pytest.mark.parametrize(
    "words",
    [
        "不知道的事不写",
        "群众不知道政策",
        "群众不知道多少钱",
        "不知道跑了多少趟才办成",
        "X光机1台",
        "5xx班",
        "EXX牌",
        "去年的不清楚情况已查明",
    ],
)
def test_ordinary_words_are_no_gap(words: str) -> None:
    assert not is_unknown(words)
    assert placeholders(words) == []


@pytest.mark.parametrize("words", ["林地产权不清楚，纠纷多", "合同账目不清楚", "有3户边界没统计清楚"])
def test_what_is_unclear_as_a_matter_of_fact_is_told(words: str) -> None:
    assert placeholders(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "产量不知道",
        "露地菜1500亩，产量还不清楚",
        "积分没统计，书读了两本",
        "满意率XX",
        "投资×××万",
        "增长X.X%",
        "**户",
        "收入记不清了，别的有",
        "封停机井，不知道多少，水利站有数",
        "大棚370亩，不知道产了多少",
        "党课讲了，忘了几次",
        "抗旱拉水，不知道拉了多少",
    ],
)
def test_an_unknown_inside_a_note_is_found(words: str) -> None:
    assert len(placeholders(words)) == 1


def test_unfilled_places_stay_as_they_were_said() -> None:
    assert fill("甲XX户，乙XX户", {1: "30户"}) == "甲XX户，乙30户"


@pytest.mark.parametrize(
    ("note", "value", "reading"),
    [
        ("夏粮XX万亩", "18000亩", "夏粮18000亩"),
        ("夏粮XX万亩", "一万八千亩", "夏粮一万八千亩"),
        ("夏粮XX万亩", "1.8万亩左右", "夏粮1.8万亩左右"),
        ("夏粮XX万亩，亩产400公斤", "1.8", "夏粮1.8万亩，亩产400公斤"),
        ("讲党课XX次", "12次", "讲党课12次"),
        ("增长XX%", "12%", "增长12%"),
    ],
)
def test_a_value_that_brings_its_unit_replaces_the_one_that_stands_there(
    note: str, value: str, reading: str
) -> None:
    assert gap.fill(note, {0: value}) == reading


@pytest.mark.parametrize(
    "words",
    ["不清楚，大概前年", "记不清了 好像2021年", "2021年吧，具体记不清", "前年（不确定）", "好像是前年"],
)
async def test_a_guess_at_one_value_is_asked_about(user: Interview, words: str) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.reaches("任职时间")
    assert (await user.says(words)).shows(f"“任职时间”您好像还不太确定：“{words}”。")
    assert (await user.presses("还不清楚")).shows("分管哪些工作")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert words[:4] not in report
    assert "【待补：任职时间】" in report
    assert not user.card.shows("没定放在哪里")
    await user.reaches("任职时间")
    await user.says(words)
    assert (await user.says("2021年6月")).said[-1] == "· 2021年6月"
    assert "2021年6月" in await user.finishes()
    assert not user.card.shows("没定放在哪里")


@pytest.mark.parametrize(
    "words", ["12月20日吧，等开会再定", "12月20日，还没定", "12月20号（暂定）", "20号，先这么写着"]
)
async def test_a_day_that_is_not_settled_is_asked_about(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("落款日期")
    assert (await user.says(words)).shows(f"“落款日期”您好像还不太确定：“{words}”。")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    assert words[:4] not in await user.finishes()


@pytest.mark.parametrize("words", ["2021年6月", "大概2021年", "前年", "包东沟村，忘记不了", "从县局调来的"])
def test_a_value_told_plainly_is_no_guess(words: str) -> None:
    assert not is_unsure(words)


@pytest.mark.parametrize(
    ("note", "value", "reading"),
    [
        ("投资XX万，修路3公里", "30万", "投资30万，修路3公里"),
        ("讲党课XX次", "12次", "讲党课12次"),
        ("走访XX户，解决问题XX个", "约120户", "走访约120户，解决问题XX个"),
        ("硬化道路XX公里", "3.2公里", "硬化道路3.2公里"),
    ],
)
async def test_a_bare_value_with_its_unit_fills_the_place_of_the_last_note(
    user: Interview, note: str, value: str, reading: str
) -> None:
    await user.begins()
    await user.reaches("集中学习")
    card = await user.says(note, value)
    assert card.said[-1] == f"· {reading}"
    assert card.shows("已经补上。")
    await user.commands("undo")
    assert user.card.said[-1] == f"· {note}"


@pytest.mark.parametrize(
    ("note", "value"), [("走访XX户", "30个"), ("东村XX户，西村XX户", "30户"), ("投资XX万", "修路3公里")]
)
async def test_what_fits_no_place_or_several_is_a_note_of_its_own(
    user: Interview, note: str, value: str
) -> None:
    await user.begins()
    await user.reaches("集中学习")
    assert (await user.says(note, value)).said[-2:] == [f"· {note}", f"· {value}"]


@pytest.mark.parametrize(
    ("note", "value", "reading"),
    [
        ("笔记XX字 记不清了", "笔记8000多字", "笔记8000多字"),
        ("笔记XX字记不清了，读书2本", "8000", "笔记8000字，读书2本"),
        ("总产XX吨", "总产是3100吨", "总产是3100吨"),
        ("总产XX吨", "粮食总产3100吨", "粮食总产3100吨"),
        ("蔬菜XX亩", "蔬菜有2400亩", "蔬菜有2400亩"),
        ("今年蔬菜种了XX亩", "蔬菜2400亩", "今年蔬菜种了2400亩"),
        ("秋粮多少记不清了 XX吨", "3100吨", "秋粮3100吨"),
        ("秋粮多少记不清了", "秋粮3100吨", "秋粮3100吨"),
        ("修路XX公里", "300米", "修路300米"),
        ("投资XX万来源不清楚", "30", "投资30万来源不清楚"),
        ("流转XX亩", "45亩，去年的数", "流转45亩，去年的数"),
        ("流转XX亩", "45，去年的数", "流转45亩，去年的数"),
    ],
)
def test_a_value_repeats_neither_the_words_in_front_nor_the_unit(note: str, value: str, reading: str) -> None:
    assert len(placeholders(note)) == 1
    assert fill(note, {0: value}) == reading


@pytest.mark.parametrize("answer", ["大棚45亩，投资400万", "大棚45亩 投资400万", "45亩，400万元"])
async def test_one_answer_fills_the_places_it_names_in_order(user: Interview, answer: str) -> None:
    await at_grain(user)
    await user.says("建了大棚XX亩 投资XX万")
    await user.commands("finish")
    await user.presses("补上待补的内容", "补：1. 粮食")
    await user.says(answer)
    sent = user.messages
    report = await user.finishes()
    assert "建了大棚45亩，投资400万" in report
    assert "待补" not in report
    await user.edits(sent, "大棚46亩，投资410万")
    report = await user.finishes()
    assert "建了大棚46亩，投资410万" in report
    assert "45亩" not in report
    await user.reaches("粮食")
    await user.commands("undo")
    await user.commands("undo")
    assert user.card.said[-1] == "· 建了大棚XX亩 投资XX万"


async def test_what_names_the_place_of_the_last_note_fills_it(user: Interview) -> None:
    await at_grain(user)
    assert (await user.says("总产XX吨，去年1.2万吨", "总产是3100吨")).said == ["· 总产是3100吨，去年1.2万吨"]
    assert (await user.says("补贴XX户，表彰XX人", "补贴30户，表彰5人")).said[-1] == "· 补贴30户，表彰5人"
    assert (await user.says("流转XX亩", "补贴30户，表彰5人")).said[-2:] == [
        "· 流转XX亩",
        "· 补贴30户，表彰5人",
    ]


async def test_an_answer_of_other_things_is_a_note_and_the_place_stays_open(user: Interview) -> None:
    await at_grain(user)
    await user.says("建了大棚XX亩")
    await user.commands("finish")
    await user.presses("补上待补的内容", "补：1. 粮食")
    await user.says("小麦3000亩，玉米2000亩")
    report = await user.finishes()
    assert "建了大棚【待补：粮食】亩" in report
    assert "小麦3000亩，玉米2000亩" in report


async def test_what_is_not_known_is_one_place_and_told_once(user: Interview) -> None:
    await at_grain(user)
    await user.says("笔记XX字 记不清了")
    report = await user.finishes()
    assert "笔记【待补：粮食】字" in report
    assert "记不清" not in report
    assert user.card.shows("还有1处待补")


@pytest.mark.parametrize(
    ("note", "value", "reads"),
    [
        ("查出隐患XX处", "查出来是58处", "查出隐患58处"),
        ("调处矛盾XX件", "一共调了46件", "调处矛盾46件"),
        ("调处矛盾XX件", "办成了46件", "调处矛盾办成了46件"),
    ],
)
def test_a_value_tells_its_verb_once(note: str, value: str, reads: str) -> None:
    assert gap.fill(note, {0: value}) == reads


def test_what_tells_one_figure_from_another_is_never_left_out() -> None:
    assert gap.fill("东村走访西村XX户", {0: "西村30户"}) == "东村走访西村30户"
    assert gap.fill("比去年多修XX公里", {0: "去年3公里"}) == "比去年多修去年3公里"


async def test_a_figure_of_something_else_fills_no_chosen_place(user: Interview) -> None:
    await user.begins()
    await user.reaches("集中学习")
    await user.says("调处矛盾XX件，其中重大的5件")
    await user.presses("总览", "补上待补的内容")
    await user.presses(next(label for label in user.card.labels if "集中学习" in label))
    card = await user.says("总产是3100吨")
    assert "· 调处矛盾XX件，其中重大的5件" in card.said
    assert "【待补" in await user.finishes()
    await user.presses("补上待补的内容")
    await user.presses(next(label for label in user.card.labels if "集中学习" in label))
    await user.says("46件")
    assert "调处矛盾46件" in await user.finishes()
