"""A finished report that is far shorter than it was to be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import Interview, shipped

TITLE = "副镇长（农业）· 述职述廉"


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Interview]:
    """Somebody who has said a little about two sections."""
    somebody = Interview(tmp_path / "office.db", shipped())
    yield somebody
    somebody.leaves()


async def test_it_says_how_long_it_is_and_which_sections_are_the_shortest(user: Interview) -> None:
    await user.begins(TITLE)
    await user.reaches("集中学习")
    await user.says("中心组12次，支部学习8次，重点发言2次")
    await user.reaches("粮食生产")
    await user.says("小麦1.8万亩，亩产480公斤，玉米1.9万亩，亩产520公斤，新修机井12眼，埋管7公里")
    await user.reaches("篇幅")
    await user.says("2000字")
    report = await user.finishes()
    length = len("".join(report.split()))
    assert user.card.shows(f"全文{length}字，要求2000字。您说的这些，不掺水分只够写{length}字左右")
    assert user.card.shows("写得最少的是学习（")
    assert user.card.text.index("学习（") < user.card.text.index("履行职责（")
    assert user.card.shows("没有回答，报告里就没有写：意识形态、"), "what was not answered is told once"


async def test_nothing_is_said_where_no_length_is_wanted(user: Interview) -> None:
    await user.begins(TITLE)
    await user.reaches("集中学习")
    await user.says("中心组12次，支部学习8次，重点发言2次")
    await user.finishes()
    assert not user.card.shows("只够写")


async def test_it_is_told_before_the_report_is_made_too(user: Interview) -> None:
    await user.begins(TITLE)
    await user.reaches("篇幅")
    await user.says("2000字")
    await user.reaches("集中学习")
    await user.says("中心组12次，支部学习8次，重点发言2次")
    await user.reaches("其他情况")
    card = await user.presses("下一题")
    assert card.shows("只够写") and card.shows("要求2000字") and card.shows("说得最少的是学习（")
