"""Undo takes back the newest thing said, redo brings it again; also after a restart."""

import pytest

from tests.office import Interview


async def test_undo_takes_back_the_newest_note_only(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("总产1万吨", "总产2万吨")
    card = await user.presses("撤销")
    assert card.shows("已撤销")
    assert card.said == ["· 总产1万吨"]


async def test_undo_finds_the_newest_thing_wherever_i_went_since(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("总产1万吨")
    await user.reaches("姓名")
    card = await user.commands("undo")
    assert card.shows("里的“总产1万吨”")
    assert card.shows("粮食产量多少？")
    assert card.said == []


async def test_redo_brings_back_what_was_undone(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("甲", "乙", "丙")
    await user.commands("undo")
    await user.commands("undo")
    await user.commands("redo")
    card = await user.commands("redo")
    assert card.shows("已恢复")
    assert card.said == ["· 甲", "· 乙", "· 丙"]


async def test_something_new_ends_the_possibility_to_redo(user: Interview) -> None:
    await user.begins()
    await user.says("甲")
    await user.commands("undo")
    await user.says("乙")
    card = await user.commands("redo")
    assert card.shows("没有可以恢复的内容")
    assert card.said == ["· 乙"]


async def test_nothing_to_undo_is_said(user: Interview) -> None:
    await user.begins()
    assert (await user.presses("撤销")).shows("没有可以撤销的内容")


@pytest.mark.parametrize("button", ["跳过", "还不清楚"])
async def test_skipping_and_not_knowing_can_be_undone(user: Interview, button: str) -> None:
    await user.begins()
    await user.presses(button)
    card = await user.presses("撤销")
    assert card.shows("请问您的姓名？")
    assert card.shows("0%")


async def test_a_choice_and_a_declaration_can_be_undone(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    await user.presses("县处级副职")
    assert not (await user.presses("撤销")).shows("您选的是")
    await user.reaches("礼金")
    await user.presses("是，写入报告")
    assert not (await user.commands("undo")).shows("您已确认")


async def test_a_correction_can_be_undone(user: Interview) -> None:
    await user.begins()
    await user.says("贺长请")
    await user.edits(user.messages, "贺长青")
    assert (await user.presses("撤销")).said == ["· 贺长请"]


async def test_undo_and_redo_work_across_restarts(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路1公里", "修路2公里")
    user.restarts()
    assert (await user.commands("undo")).said == ["· 修路1公里"]
    user.restarts()
    assert (await user.commands("undo")).said == []
    user.restarts()
    assert (await user.commands("redo")).said == ["· 修路1公里"]
    user.restarts()
    assert (await user.commands("redo")).said == ["· 修路1公里", "· 修路2公里"]


async def test_what_was_undone_stays_out_of_the_report(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.says("修路1公里", "修桥7座")
    await user.commands("undo")
    report = await user.finishes()
    assert "修路1公里" in report
    assert "修桥7座" not in report


async def test_letting_both_stand_is_undone_by_itself(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says("生猪存栏7600头", "不对，是7900头")
    await user.presses("不是，两条都留")
    await user.reaches("姓名")
    card = await user.commands("undo")
    assert card.shows("已撤销“粮食”的“两条都留”，这条更正又等您定")
    assert card.shows("这一条是更正")
    assert card.said[:2] == ["· 生猪存栏7600头", "· 不对，是7900头"]
    user.restarts()
    assert not (await user.commands("redo")).shows("这一条是更正")


async def test_what_one_press_has_placed_is_taken_back_at_once(user: Interview) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.commands("overview")
    await user.says("亩产1100斤", "收了1.2万吨", "种了1.1万亩")
    await user.presses("答“粮食”")
    assert len(user.card.said) == 3
    card = await user.commands("undo")
    assert card.shows("已撤销放进“粮食”的3句：“亩产1100斤”等")
    assert card.said == ["· 亩产1100斤", "· 收了1.2万吨", "· 种了1.1万亩"]
    assert card.offers("答“粮食”")
    assert len((await user.commands("redo")).said) == 3


async def test_undo_says_what_it_took_back_and_where(user: Interview) -> None:
    await user.begins()
    await user.reaches("职务层次")
    await user.presses("县处级副职")
    await user.reaches("礼金")
    await user.presses("是，写入报告")
    await user.reaches("粮食")
    await user.says("总产XX吨")
    await user.edits(user.messages, "总产1万吨")
    await user.reaches("姓名")
    for told in (
        "对“粮食”的改动，“总产1万吨”不算了",
        "“粮食”里的“总产XX吨”",
        "“礼金”的回答“是，写入报告”",
        "“职务层次”选的“县处级副职”",
    ):
        assert (await user.commands("undo")).shows(f"已撤销{told}")
