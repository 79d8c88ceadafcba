"""A correction of what nobody said is put aside, and what becomes of it."""

import pytest

from tests.interview.correcting import CROPS, at_grain
from tests.office import Interview


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


async def test_the_right_name_told_again_is_found(user: Interview) -> None:
    await at_grain(user, CROPS, "大豆亩产记错了，是505公斤")
    await user.says("玉米亩产记错了，是505公斤")
    assert user.card.shows("五百二 → 505公斤")


async def test_a_name_that_was_never_told_is_put_aside(user: Interview) -> None:
    card = await at_grain(user, "修路3公里", "地点说错了，是双沟村")
    assert card.shows("没找到要更正的是哪一处")
    assert "双沟" not in await user.finishes()


@pytest.mark.parametrize("words", ["说错了，桥3座，涵洞4个", "走访330户，桥3座，刚才写错了"])
async def test_of_several_figures_all_must_be_found(user: Interview, words: str) -> None:
    card = await at_grain(user, "走访320户，培训6次", words)
    assert card.shows("没找到要更正的是哪一处")
    assert card.said == [f"· {words}"]


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
