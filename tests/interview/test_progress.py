"""Progress that one can feel: sections, words, and minutes at one's own pace."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.interview.pace import minutes_left, time_between
from storage import drafts
from tests.office import Interview, shipped

START = datetime(2026, 12, 1, 8, tzinfo=UTC)


def moments(*seconds: float) -> list[datetime]:
    """Moments so many seconds after the start."""
    return [START + timedelta(seconds=second) for second in seconds]


@pytest.mark.parametrize(
    ("at", "spent"),
    [
        ((), 0),
        ((0,), 0),
        ((0, 30, 90), 90),
        ((0, 60, 60 + 7 * 3600, 90 + 7 * 3600), 90),
        ((0, 300), 300),
        ((0, 301), 0),
        ((0, 40, -3600, -3580), 60),
    ],
)
def test_pauses_and_clocks_set_back_do_not_count(at: tuple[float, ...], spent: float) -> None:
    steps = (time_between(before, after) for before, after in pairwise(moments(*at)))
    assert sum(steps, timedelta()) == timedelta(seconds=spent)


@pytest.mark.parametrize(
    ("minutes", "done", "left", "told"),
    [
        *[(10, 10, 5, 5), (10, 10, 15, 15), (10, 10, 16, 20), (10, 10, 41, 45)],
        *[(10, 4, 40, None), (0, 10, 40, None), (10, 10, 0, None), (1, 12, 1, 1)],
        *[(1, 13, 60, None), (0.02, 30, 60, None)],
    ],
)
def test_the_minutes_left_follow_the_persons_own_pace(
    minutes: float, done: int, left: int, told: int | None
) -> None:
    assert minutes_left(timedelta(minutes=minutes), done, left) == told


async def test_the_card_counts_sections_and_words(user: Interview) -> None:
    card = await user.begins()
    assert card.shows("0/4部分")
    assert not card.shows("已说")
    await user.reaches("其他情况")
    assert (await user.says("修路 3公里")).shows("1/4部分，已说5字")


async def test_the_words_said_stand_against_the_length_that_is_wanted(tmp_path: Path) -> None:
    user = Interview(tmp_path / "shuzhi.db", shipped())
    await user.begins("镇长 · 述职述德述廉")
    await user.reaches("其他情况")
    assert not (await user.says("修路 3公里")).shows("要求")
    await user.reaches("篇幅")
    await user.presses("2500字")
    assert user.card.shows("已说5字，要求2500字")
    assert (await user.commands("overview")).text.count("要求2500字") == 1
    user.leaves()


async def test_a_length_in_words_is_a_length(tmp_path: Path) -> None:
    user = Interview(tmp_path / "shuzhi.db", shipped())
    await user.begins("镇长 · 述职述德述廉")
    await user.reaches("篇幅")
    await user.says("三千五百字左右，一千八也行")
    assert user.card.shows("要求3500字")
    user.leaves()


async def test_the_card_tells_the_minutes_once_the_pace_is_known(user: Interview) -> None:
    await user.begins()
    for _ in range(6):
        await user.presses("跳过")
    draft = user.card.card.draft
    assert not user.card.shows("约剩60分钟")
    later = (datetime.now(UTC) + timedelta(minutes=4)).isoformat(timespec="milliseconds")

    await user.assistant.store.write(
        lambda db: drafts.append(db, draft, kind="go", question_key="study", at=later)
    )
    assert (await user.looks()).shows("约剩5分钟")


async def test_the_overview_compares_the_length_with_what_is_wanted(user: Interview) -> None:
    await user.begins()
    assert not (await user.commands("overview")).shows("成稿约")
    await user.reaches("粮食")
    await user.says("总产1.2万吨，去年1.1万吨")
    await user.commands("overview")
    report = "".join((await user.finishes()).split())
    assert (await user.commands("overview")).shows(f"照现在的内容，成稿约{len(report)}字。")
