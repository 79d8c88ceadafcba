"""What is asked back after a note: by the rules' own sentences, over the examples, and as a conversation."""

from itertools import groupby
from pathlib import Path

import pytest

from bot.interview.event import EventKind, NewEvent
from bot.interview.follow_up import follow_up
from bot.interview.follow_up_rules import Narrow, Rule
from bot.library.answers import read_answers
from tests.office import EXAMPLES, Interview, recalled, shipped

RULES = shipped().follow_ups
WANTS = ("参加次数", "任务数")
ASKS = "再问一句"


def sentences(which: str) -> list[tuple[Rule, str]]:
    """Every sentence that the rules name, with its rule."""
    return [(rule, sentence) for rule in RULES for sentence in getattr(rule, which)]


@pytest.mark.parametrize(("rule", "sentence"), sentences("fires"))
def test_a_sentence_leads_to_the_question(rule: Rule, sentence: str) -> None:
    asked = rule.sees([Narrow(sentence)], WANTS) or ""
    assert asked.endswith(("？", "。"))
    assert asked.partition("“")[2].partition("”")[0] in sentence


@pytest.mark.parametrize(("rule", "sentence"), sentences("silent"))
def test_a_sentence_leads_to_no_question(rule: Rule, sentence: str) -> None:
    assert rule.sees([Narrow(sentence)], WANTS) is None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_somebody_who_tells_it_all_is_asked_nothing(example: Path) -> None:
    answers = read_answers(example, shipped().outlines)
    notes = [event for event in answers.events if event.kind is EventKind.NOTE]
    asked = []
    for key, said in groupby(notes, lambda event: event.question_key):
        before = [event for event in answers.events if event.kind is EventKind.CHOOSE]
        happened = [*before, NewEvent(EventKind.GO, key)]
        for note in said:
            happened.append(note)
            state = recalled(answers.outline, happened)
            assert state.cursor == key
            if question := follow_up(state, RULES, ()):
                asked.append((key, question.text))
    assert asked == []


async def test_two_questions_at_most_and_none_of_them_twice(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    assert (await user.says("产量比去年高")).shows(f"{ASKS}，不答也行：“产量比去年高”，是从多少到多少？")
    assert (await user.says("狠抓了田间管理")).shows("做到了什么程度")
    assert not (await user.says("投资300万")).shows(ASKS)
    await user.reaches("道路")
    assert (await user.says("村道投资300万")).shows("现在干到哪一步了？")


async def test_what_answers_the_question_ends_it(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    assert (await user.says("修了好几条路")).shows("您说的“好几条路”，大概有多少？")
    card = await user.says("4条，7.2公里")
    assert not card.shows(ASKS)
    assert not card.offers("这句不补")
    assert card.said == ["· 修了好几条路", "· 4条，7.2公里"]


async def test_a_question_can_be_put_aside_and_its_place_is_left_in_peace(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("产量比去年高")
    assert not (await user.presses("这句不补")).shows(ASKS)
    assert not (await user.says("狠抓了田间管理")).shows(ASKS)
    await user.reaches("道路")
    assert (await user.says("修了好几条路")).shows(ASKS)
    user.restarts()
    assert (await user.looks()).shows(ASKS)
    assert not (await user.says("这句不补")).shows(ASKS)
    assert user.card.said == ["· 修了好几条路"]


async def test_one_tap_switches_them_off_for_good_and_one_on_again(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修了好几条路")
    card = await user.presses("以后不追问")
    assert card.shows("以后不再追问")
    assert not card.shows(ASKS)
    user.restarts()
    await user.begins()
    await user.reaches("道路")
    assert not (await user.says("修了好几条路")).shows(ASKS)
    await user.commands("overview")
    await user.presses("重新打开追问")
    assert not user.card.offers("重新打开追问")
    await user.reaches("粮食")
    assert (await user.says("产量比去年高")).shows(ASKS)


async def test_going_on_leaves_the_question_behind(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("产量比去年高")
    await user.presses("下一题")
    assert not (await user.presses("上一题")).shows(ASKS)


async def test_who_does_not_know_or_corrects_is_not_pressed(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    assert not (await user.says("总产XX，等统计站出数")).shows(ASKS)
    await user.reaches("道路")
    await user.says("修了好几条路")
    assert not (await user.edits(user.messages, "修了4条路")).shows(ASKS)
    assert not (await user.presses("撤销")).shows(ASKS)


@pytest.mark.parametrize("words", ["元", "是元", "1860元", "元。"])
async def test_a_unit_alone_goes_behind_the_figure_that_lacked_it(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    card = await user.says("办培训花了1860 农户很满意")
    assert card.shows("“办培训花了1860”，是元还是万元？")
    card = await user.says(words)
    assert card.said == ["· 办培训花了1860元 农户很满意（已更正）"]
    card = await user.edits(user.messages, "万元")
    assert card.said == ["· 办培训花了1860万元 农户很满意（已更正）"]
    assert "花了1860万元，农户很满意" in await user.finishes()
    await user.commands("undo")
    await user.commands("undo")
    assert user.card.said[0] == "· 办培训花了1860 农户很满意"


async def test_a_unit_alone_is_that_of_the_figure_told_last(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    card = await user.says("存栏5200 防疫密度100", "%")
    assert card.said == ["· 存栏5200 防疫密度100%（已更正）"]


@pytest.mark.parametrize(
    "words", ["次，份", "次 份", "会是次，责任书是份", "会3次 责任书12份", "3次，12份", "次和份"]
)
async def test_every_figure_without_a_unit_is_asked_about_at_once(user: Interview, words: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    card = await user.says("会3 责任书12")
    assert card.shows("“会3”“责任书12”，后面是什么单位，次、份还是个？")
    card = await user.says(words)
    assert card.said == ["· 会3次 责任书12份（已更正）"]
    assert "会3次，责任书12份。" in await user.finishes()


async def test_the_unit_of_one_of_them_and_of_the_other(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    assert (await user.says("会3 责任书12", "会3次")).said == ["· 会3次 责任书12（已更正）"]
    assert (await user.says("是份")).said == ["· 会3次 责任书12份（已更正）"]


async def test_one_unit_for_all_of_them(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    assert (await user.says("低保35 特困12", "都是户")).said == ["· 低保35户 特困12户（已更正）"]


async def test_other_figures_beside_it_stay_a_note(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    card = await user.says("会3 责任书12", "培训5次，手册200份")
    assert card.said == ["· 会3 责任书12", "· 培训5次，手册200份"]


@pytest.mark.parametrize(
    ("before", "words"), [("走访30户，花了1860元", "元"), ("花了20，又花30，都报了", "万元")]
)
async def test_a_unit_that_no_figure_lacks_or_two_is_a_note(user: Interview, before: str, words: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    assert (await user.says(before, words)).said == [f"· {before}", f"· {words}"]


@pytest.mark.parametrize(
    ("answer", "printed"),
    [
        ("小数", "1.5公里村道是本人协调的；修桥1座。"),
        ("是1.5公里", "1.5公里村道是本人协调的；修桥1座。"),
        ("编号", "关于农村道路建设，5公里村道是本人协调的；修桥1座。"),
        ("是5公里", "关于农村道路建设，5公里村道是本人协调的；修桥1座。"),
    ],
)
async def test_one_point_five_above_a_second_line_is_a_decimal_until_told(
    user: Interview, answer: str, printed: str
) -> None:
    await user.begins()
    await user.reaches("道路")
    card = await user.says("1.5公里村道是我协调的\n2.修桥1座")
    assert card.shows("是一个小数，还是编号连着数？")
    assert "1.5公里村道是本人协调的；修桥1座。" in await user.finishes()
    await user.reaches("道路")
    card = await user.says(answer)
    assert len(card.said) == 1
    assert printed in await user.finishes()
