"""Name, place and post told in the words in which people tell them to somebody."""

import pytest

from tests.office import Interview, shipped


@pytest.mark.parametrize(
    "name",
    ["嗯 刘建明", "嗯，刘建明", "我是刘建明", "本人刘建明", "好的，我叫刘建明", "不对 是刘建明", "刘建明"],
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
