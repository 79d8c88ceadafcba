"""What a gap is called: the figure that is missing, where the note tells it."""

import pytest

from tests.office import Interview


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("查出隐患XX处，整改XX处", "查出隐患【待补：隐患数】处，整改【待补：整改数】处"),
        ("修路XX公里，投资XX万元", "修路【待补：修路公里数】公里，投资【待补：投资】万元"),
        ("走访XX户，调解成功率XX%", "走访【待补：走访户数】户，调解成功率【待补：调解成功率】%"),
        ("帮扶XX个村，讲课**次", "帮扶【待补：帮扶村数】个村，讲课【待补：讲课次数】次"),
        ("产量不知道", "产量【待补：产量】"),
        ("任务XX项吧，每月报一次", "任务【待补：任务数】项，每月报一次"),
        ("一周去1次 全年XX天", "全年【待补：天数】天"),
    ],
)
async def test_a_gap_is_called_by_the_figure_that_is_missing(
    user: Interview, said: str, printed: str
) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says(said)
    assert printed in await user.finishes()


@pytest.mark.parametrize("said", ["全县排第XX名", "比去年多XX万", "XX次，有收获", "等了XX"])
async def test_where_the_note_does_not_tell_it_is_called_by_its_question(user: Interview, said: str) -> None:
    await user.begins()
    await user.reaches("粮食")
    await user.says(said)
    assert "【待补：粮食】" in await user.finishes()
