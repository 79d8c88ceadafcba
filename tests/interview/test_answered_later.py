"""A value that comes behind the note it was missing in fills its place there, or is a note."""

import pytest

from tests.interview.profiled import at_grain
from tests.office import Interview


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
    assert "建了大棚【待补：大棚面积】亩" in report
    assert "小麦3000亩，玉米2000亩" in report


async def test_what_is_not_known_is_one_place_and_told_once(user: Interview) -> None:
    await at_grain(user)
    await user.says("笔记XX字 记不清了")
    report = await user.finishes()
    assert "笔记【待补：笔记字数】字" in report
    assert "记不清" not in report
    assert user.card.shows("还有1处待补")


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
