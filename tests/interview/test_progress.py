"""Progress that one can feel: sections, words, and minutes at one's own pace."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from bot.interview.pace import minutes_left, time_between, work_of
from storage import drafts
from tests.office import Interview, recalled, shipped, small_outline

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


NOTES = [question for question in recalled(small_outline(), []).questions if question.kind == "notes"]
LINES = [question for question in recalled(small_outline(), []).questions if question.kind == "line"]


def left_after(seconds: Sequence[float], left: int, *, lines: int = 0) -> int | None:
    """The minutes told once so many questions took so long, some of them to be answered by a word."""
    kinds = [LINES[0]] * lines + [NOTES[0]] * (len(seconds) - lines + left)
    asked = [question.model_copy(update={"key": f"q{at}"}) for at, question in enumerate(kinds)]
    spent = {one.key: timedelta(seconds=took) for one, took in zip(asked, seconds, strict=False)}
    return minutes_left(spent, spent.keys(), work_of(asked))


@pytest.mark.parametrize(
    ("seconds", "done", "left", "told"),
    [
        *[(60, 10, 5, 5), (60, 10, 15, 15), (60, 10, 16, 20), (60, 10, 41, 45)],
        *[(60, 7, 40, None), (0, 10, 40, None), (60, 10, 0, None), (5, 12, 1, 1), (4.6, 13, 60, None)],
    ],
)
def test_the_minutes_left_follow_the_persons_own_pace(
    seconds: float, done: int, left: int, told: int | None
) -> None:
    assert left_after([seconds] * done, left) == told


def test_one_answer_that_took_long_changes_nothing_and_lines_are_quicker_than_notes() -> None:
    assert left_after([60] * 9 + [290], 30) == left_after([60] * 10, 30)
    assert left_after([60] * 9 + [1], 30) == left_after([60] * 10, 30)
    assert left_after([30] * 10, 30, lines=10) == left_after([60] * 10, 30)


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
    for _ in range(8):
        await user.presses("跳过")
    draft = user.card.card.draft
    assert not user.card.shows("约剩")
    for at, key in enumerate(["name", "place", "post", "year", "study", "grain"], 1):
        later = (datetime.now(UTC) + timedelta(minutes=at)).isoformat(timespec="milliseconds")
        said = partial(drafts.append, draft=draft, kind="note", question_key=key, text="修路3公里", at=later)
        await user.assistant.store.write(said)
    assert (await user.looks()).shows("约剩")


async def test_the_overview_compares_the_length_with_what_is_wanted(user: Interview) -> None:
    await user.begins()
    assert not (await user.commands("overview")).shows("成稿约")
    await user.reaches("粮食")
    await user.says("总产1.2万吨，去年1.1万吨")
    await user.commands("overview")
    report = "".join((await user.finishes()).split())
    assert (await user.commands("overview")).shows(f"照现在的内容，成稿约{len(report)}字。")
