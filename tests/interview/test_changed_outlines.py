"""A new version of an outline: renamed questions keep their answers, removed ones keep their words."""

from typing import Any

import yaml

from tests.office import SMALL, Interview, shelf_with, small_outline


def without_roads() -> list[dict[str, Any]]:
    """The sections with the question on roads under a new key."""
    plan: list[dict[str, Any]] = yaml.safe_load(SMALL.read_text("utf-8"))["sections"]
    plan[0]["questions"][2] = {"key": "ways", "label": "村组道路", "ask": "村里的路修得怎样？"}
    return plan


async def told_about_roads(user: Interview) -> None:
    """Say something to the question on roads, with a gap and an undone remark."""
    await user.begins()
    await user.reaches("道路")
    await user.says("修路3公里", "投资XX万", "顺带清了边沟")
    await user.commands("undo")


async def test_a_renamed_question_keeps_its_answer(user: Interview) -> None:
    await told_about_roads(user)
    newer = small_outline(version=2, sections=without_roads(), renames={"roads": "ways"})
    user.restarts(shelf_with(newer))
    card = await user.commands("resume")
    assert card.shows("村里的路修得怎样？")
    assert card.said == ["· 修路3公里", "· 投资XX万"]
    assert (await user.commands("redo")).said[-1] == "· 顺带清了边沟"
    await user.commands("undo")
    report = await user.finishes()
    assert "修路3公里；投资【待补：投资】万元。" in report
    assert not user.card.shows("原话都保存着")


async def test_a_removed_question_keeps_its_words_and_says_so(user: Interview) -> None:
    await told_about_roads(user)
    await user.reaches("粮食")
    await user.says("总产1万吨")
    user.restarts(shelf_with(small_outline(version=2, sections=without_roads())))
    assert (await user.commands("resume")).shows("粮食产量多少？")
    assert "修路3公里" not in await user.finishes()
    assert user.card.shows("有2条话对应的题目已经改版，没有写进报告，原话都保存着")


async def test_a_cursor_on_a_removed_question_finds_another_place(user: Interview) -> None:
    await told_about_roads(user)
    user.restarts(shelf_with(small_outline(version=2, sections=without_roads())))
    card = await user.commands("resume")
    assert card.card.buttons


async def test_renamed_keys_are_found_under_both_names() -> None:
    newer = small_outline(version=2, sections=without_roads(), renames={"roads": "ways"})
    assert newer.question("roads") == newer.question("ways")


async def test_a_kind_of_report_that_is_gone_leaves_the_rest_working(user: Interview) -> None:
    old = await user.begins()
    message = user.messages + 1
    await user.says("贺长青")
    user.restarts(shelf_with(small_outline(id="second", title="第二种")))
    assert (await user.commands("resume")).shows("您还没有在写的报告")
    assert (await user.does(user.card.press("新写一份"))).offers("第二种")
    assert (await user.does(old.press("跳过"))).offers("第二种")
    await user.edits(message, "贺长林")
    assert (await user.begins("第二种")).shows("请问您的姓名？")
    user.restarts(shelf_with(small_outline(), small_outline(id="second", title="第二种")))
    await user.commands("drafts")
    card = await user.presses(next(label for label in user.card.labels if "小提纲" in label))
    assert card.shows("贺长青")
