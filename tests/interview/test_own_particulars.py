"""Name, place and post told in the words in which people tell them to somebody."""

import pytest

from bot.interview.introducing import introduced
from tests.office import Interview, shipped


@pytest.mark.parametrize(
    "name",
    [
        *(
            "嗯 刘建明",
            "嗯，刘建明",
            "我是刘建明",
            "本人刘建明",
            "好的，我叫刘建明",
            "不对 是刘建明",
            "刘建明",
        ),
        *("老刘 哦写大名刘建明", "写刘建明", "大名刘建明"),
    ],
)
async def test_a_name_is_taken_out_of_what_is_said_around_it(user: Interview, name: str) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    card = await user.says(name)
    assert not card.shows("不像姓名")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert "述职人：刘建明\r\n" in report
    assert all(words not in report for words in ("嗯", "我是", "叫刘", "本人本人", "不对"))


@pytest.mark.parametrize("post", ["我是副镇长", "本人党委委员", "好的，叫我书记"])
async def test_a_post_is_no_name(user: Interview, post: str) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    assert (await user.says(post)).shows("不像姓名")


async def test_duties_told_behind_the_post_stand_among_the_duties(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.says("刘建明")
    await user.reaches("县和乡镇")
    card = await user.says("就是南岭县石桥镇的")
    assert card.shows("写入报告的是：南岭县石桥镇")
    await user.reaches("职务")
    card = await user.says("嗯，党委委员 副镇长 分管农业农村 水利 还有林业")
    assert card.shows("写入报告的是：党委委员、副镇长")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert report.startswith("南岭县石桥镇党委委员、副镇长述职述廉报告\r\n")
    opening = report.splitlines()[2]
    assert all(duty in opening for duty in ("负责农业农村", "水利", "林业"))
    assert "分管" not in opening


async def test_duties_told_with_the_post_and_again_are_told_once(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches("职务")
    await user.says("党委副书记 管党建 组织 还有综治")
    await user.reaches("工作分工")
    await user.says("分管党建 组织 综治 武装部")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert "负责党建、组织、综治、武装部" in report
    assert report.splitlines()[2].count("党建") == 1


async def test_particulars_told_at_length_are_read_as_somebody_would(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    card = await user.says("嗯，我叫赵永福，今年五十四了")
    assert card.shows("写入报告的是：赵永福")
    await user.presses("下一题")
    await user.says("我们是青石县马家店镇，以前叫马家店乡，一五年撤乡设镇的")
    card = await user.says("👍")
    assert card.shows("写入报告的是：青石县马家店镇"), "a sign is no other place"
    await user.presses("下一题")
    await user.says("我现在是党委委员、副镇长，主要是分管民政、残联这一块，还有文化站")
    await user.presses("下一题")
    assert not (await user.says("副科级吧，嗯，副科")).shows("对不上"), "said twice, and the same"
    await user.says("二零一九年吧，不对，应该是二零一八年十一月份到的马家店，当副镇长")
    await user.reaches("述职年度")
    assert not (await user.says("26")).shows("看不出")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert report.startswith("2026年青石县马家店镇党委委员、副镇长述职述廉报告\r\n")
    opening = report.splitlines()[2]
    assert "2018年11月" in opening
    assert all(words not in opening for words in ("不对", "一五年", "主要是", "九年", "这一块"))
    assert all(duty in opening for duty in ("民政", "残联", "文化站"))


async def test_a_month_typed_with_a_point_is_a_time(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.reaches("任职时间")
    assert not (await user.says("23.4")).shows("看不出")
    assert (await user.says("12.5亩")).shows("看不出")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    assert "2023年4月" in await user.finishes()


async def test_what_one_does_besides_one_s_post_stands_in_no_title(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.says("刘建明")
    await user.reaches("职务")
    card = await user.says("党委委员、组织委员，还兼着统战")
    assert card.shows("写入报告的是：党委委员、组织委员")
    await user.reaches("任职时间")
    await user.says("21年的7月份过来的 之前在水利站")
    await user.reaches("工作分工")
    await user.says("组织、人才", "今年8月档案交给老王了 10月又给我了")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert "委员，还兼着统战述职" not in report and "统战" in report
    assert "2021年7月" in report and "之前在水利站" in report and "21年的7月份" not in report
    assert "人才；今年8月档案交给老王了，10月又给我了" in report


async def test_a_second_post_stays_in_the_title(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("副镇长（农业）· 述职述廉")
    await user.says("刘建明")
    await user.reaches("职务")
    await user.says("组织委员，兼统战委员")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert "组织委员，兼统战委员" in report


@pytest.mark.parametrize(
    "said",
    [
        *(
            "南岭县石桥镇 党委委员、武装部长 陈大勇",
            "陈大勇，南岭县石桥镇党委委员、武装部长",
            "我是南岭县石桥镇的党委委员、武装部长陈大勇",
        ),
        "南岭县石桥镇党委委员、武装部长 陈大勇，分管武装、退役军人",
    ],
)
async def test_who_introduces_themself_answers_three_questions_at_once(user: Interview, said: str) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    card = await user.says(said)
    assert all(words in card.notice for words in ("陈大勇", "南岭县石桥镇", "党委委员、武装部长"))
    assert card.shows("职务层次")
    assert card.shows(f"已说{len(said.replace(' ', ''))}字")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert report.startswith("南岭县石桥镇党委委员、武装部长述职述廉报告\r\n")
    assert "述职人：陈大勇\r\n" in report
    assert "本人陈大勇，现任南岭县石桥镇党委委员、武装部长" in report


async def test_an_edited_introduction_counts_at_all_its_questions(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.says("南岭县石桥镇 副镇长 陈大勇")
    await user.edits(user.messages, "南岭县石门镇 武装部长 陈大永")
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert report.startswith("南岭县石门镇武装部长述职述廉报告\r\n")
    assert "述职人：陈大永\r\n" in report
    assert "石桥镇" not in report


@pytest.mark.parametrize(
    ("said", "name"),
    [
        *(
            ("王镇海，青山镇副镇长", "王镇海"),
            ("青山镇副镇长，包国强", "包国强"),
            ("青山镇 副镇长 管平", "管平"),
        ),
        *(("青山镇副镇长任志强", "任志强"), ("石桥镇 任支书 陈大勇", "陈大勇")),
    ],
)
def test_names_with_characters_of_places_and_duties_are_names(said: str, name: str) -> None:
    assert introduced(said)["name"] == name


@pytest.mark.parametrize("said", ["县" * 120, "县镇" * 60, "书记" * 60, "镇书记" * 40, "石桥镇" + "长" * 110])
def test_what_only_looks_like_an_introduction_is_none_and_holds_nobody_up(said: str) -> None:
    """With patterns that try every way to cut a line, these took longer than anybody would wait."""
    assert introduced(said) == {}


async def test_what_an_introduction_leaves_out_is_asked_for(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    card = await user.says("南岭县石桥镇，副镇长")
    assert "县和乡镇 南岭县石桥镇" in card.notice
    assert card.shows("请问您的姓名")
    await user.says("陈大勇")
    await user.reaches("职务")
    assert user.card.shows("写入报告的是：副镇长")


async def test_an_introduction_is_taken_back_as_one(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.says("陈大勇 副镇长")
    await user.presses("撤销")
    assert "“陈大勇 副镇长”" in user.card.notice
    assert user.card.shows("请问您的姓名")
    await user.reaches("职务")
    assert not user.card.shows("副镇长 陈")
    assert not user.card.shows("写入报告的是")


async def test_a_value_given_before_an_introduction_stands(user: Interview) -> None:
    user.restarts(shipped())
    await user.begins("党委副书记、委员、其他副职 · 述职述廉")
    await user.says("陈大勇")
    await user.reaches("县和乡镇")
    card = await user.says("南岭县石桥镇副镇长 陈大永")
    assert "陈大永" not in card.notice
    await user.reaches("集中学习")
    await user.says("中心组12次")
    report = await user.finishes()
    assert "述职人：陈大勇\r\n" in report
    assert report.startswith("南岭县石桥镇副镇长述职述廉报告\r\n")
