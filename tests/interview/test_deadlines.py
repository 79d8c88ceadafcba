"""The deadline of a report, and what the program decides about reminders."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.assistant.access import Access
from bot.interview.reminding import Due, may_be_sent, reached
from bot.interview.returning import CHINA
from tests.office import Interview, shelf_with, small_outline

DAY = date(2037, 12, 20)
"""A Sunday."""


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in December by the country's clock, as the program's clock tells it."""
    return datetime(2037, 12, day, hour, minute, tzinfo=CHINA).astimezone(UTC)


def at(user: Interview, when: datetime) -> None:
    """Let the program's clock show this moment."""
    user.later = when - datetime.now(UTC)


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Interview]:
    somebody = Interview(tmp_path / "office.db", shelf_with(small_outline()), "telegram:1001")
    somebody.assistant.access = everybody(somebody)
    at(somebody, moment(5, 9))
    yield somebody
    somebody.leaves()


def everybody(_: Interview) -> Access:
    """Nobody is shut out."""
    return Access(everybody=True)


@pytest.mark.parametrize(
    ("when", "came"),
    [
        (moment(13, 7, 59), set()),
        (moment(13, 8), {7}),
        (moment(14, 3), {7}),
        (moment(17, 8), {7, 3}),
        (moment(19, 23), {7, 3, 1}),
    ],
)
def test_a_reminder_is_due_from_its_hour_on(when: datetime, came: set[int]) -> None:
    assert reached(Due(DAY, 8), when) == came
    assert reached(Due(DAY), when) == set()


@pytest.mark.parametrize("hour", range(24))
def test_nobody_is_written_to_at_night_or_before_their_hour(hour: int) -> None:
    assert may_be_sent(Due(DAY, 12), moment(19, hour)) == (12 <= hour < 22)
    assert not may_be_sent(Due(DAY, 12), moment(21, hour))
    assert not may_be_sent(Due(DAY), moment(19, hour))


async def test_a_day_is_set_shown_changed_and_taken_back(user: Interview) -> None:
    await user.begins()
    card = await user.commands("remind")
    assert card.shows("《小提纲》什么时候交？")
    assert not card.offers("早上8点")
    card = await user.says("20号")
    assert card.shows("12月20日（星期日）交，还有15天。")
    assert card.shows("现在不提醒")
    assert (await user.commands("overview")).shows("12月20日（星期日）交")
    await user.presses("截止日和提醒")
    assert (await user.says("下周五")).shows("12月11日（星期五）交，还有6天。")
    await user.presses("取消截止日")
    assert not (await user.commands("overview")).shows("交，还有")
    await user.reaches("集中学习")
    assert user.card.said == []


async def test_the_day_can_be_said_anywhere_and_a_note_stays_a_note(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    assert (await user.says("12月20日交")).shows("还有15天。")
    await user.presses("回到当前题")
    for note in ("12月20日交付使用", "12月20日路修通了", "老李20号交了钥匙"):
        assert (await user.says(note)).said[-1] == f"· {note}"


async def test_what_is_no_day_is_asked_again_and_a_longer_message_is_a_note(user: Interview) -> None:
    await user.begins()
    await user.reaches("道路")
    await user.commands("remind")
    assert (await user.says("再说吧")).shows("没看懂是哪一天")
    assert (await user.says("2036年1月1日")).shows("这一天已经过了")
    card = await user.says("今年把河湾村到县道的路修通了，一共3公里")
    assert card.said == ["· 今年把河湾村到县道的路修通了，一共3公里"]


async def reminded_on(user: Interview, *days: int) -> list[int]:
    """On which of these days of December, at nine, somebody is reminded."""
    found = []
    for day in days:
        at(user, moment(day, 9))
        found += [day] * len(await user.assistant.remind("telegram"))
    return found


async def opts_in(user: Interview, hour: str = "早上8点") -> None:
    await user.begins()
    await user.says("12月20日交")
    await user.presses(hour)


async def test_reminders_come_some_days_before_and_each_once(user: Interview) -> None:
    await opts_in(user)
    assert user.card.shows("12月13日、12月17日、12月19日，早上8点提醒您")
    assert await reminded_on(user, 6, 12, 13, 13, 14) == [13]
    user.restarts()
    user.assistant.access = everybody(user)
    assert await reminded_on(user, 13, 14, 17, 16, 17, 18, 19, 19, 20, 21) == [17, 19]


async def test_a_clock_that_jumps_neither_repeats_nor_wastes_reminders(user: Interview) -> None:
    await opts_in(user)
    assert await reminded_on(user, 31, 6) == []
    assert await reminded_on(user, 17, 13, 17, 14) == [17]
    assert await reminded_on(user, 19) == [19]


async def test_what_was_missed_comes_as_one_and_not_at_night(user: Interview) -> None:
    await opts_in(user, "傍晚6点")
    for hour, count in ((3, 0), (17, 0), (23, 0), (19, 1), (20, 0)):
        at(user, moment(18, hour))
        assert len(await user.assistant.remind("telegram")) == count, hour


async def test_the_reminder_says_how_far_one_is_and_leads_back(user: Interview) -> None:
    await opts_in(user)
    await user.reaches("粮食")
    await reminded_on(user, 17)
    card = await user.looks()
    assert card.shows("《小提纲》12月20日（星期日）交，还有3天。")
    assert card.shows("完成0/4部分。写到“履职 · 粮食”。")
    assert card.card.quiet
    user.card = card
    assert (await user.presses("接着写")).shows("粮食产量多少？")


async def test_who_wants_none_gets_none(user: Interview) -> None:
    await user.begins()
    await user.says("12月20日交")
    assert await reminded_on(user, 17) == []
    at(user, moment(5, 9))
    await user.commands("remind")
    await user.presses("早上8点", "不用提醒")
    assert await reminded_on(user, 17) == []
    assert (await user.commands("quiet")).shows("现在没有提醒")
    at(user, moment(5, 9))
    await user.commands("remind")
    await user.presses("早上8点")
    assert (await user.commands("quiet")).shows("好，不再提醒")
    assert await reminded_on(user, 13, 17, 19) == []


async def test_who_is_busy_or_shut_out_and_what_is_finished_or_cancelled_is_left_alone(
    user: Interview,
) -> None:
    await opts_in(user)
    at(user, moment(13, 9))
    seen = moment(13, 8, 55).isoformat()
    await user.assistant.store.write(lambda db: db.execute("UPDATE people SET last_seen = ?", (seen,)))
    assert await user.assistant.remind("telegram") == []
    at(user, moment(13, 9, 6))
    user.assistant.access = Access()
    assert await user.assistant.remind("telegram") == []
    user.assistant.access = everybody(user)
    assert await user.assistant.remind("terminal") == []
    await user.reaches("粮食")
    await user.says("总产1.2万吨")
    await user.finishes()
    assert await reminded_on(user, 17) == []
    await user.commands("cancel")
    await user.presses("确认放弃")
    assert await reminded_on(user, 19) == []


async def test_a_day_that_is_near_gets_the_reminders_that_are_left(user: Interview) -> None:
    await user.begins()
    await user.says("后天交")
    card = await user.presses("早上8点")
    assert card.shows("12月6日，早上8点提醒您")
    await user.says("明天")
    assert user.card.shows("日子已经近了")
    assert await reminded_on(user, 5, 6) == []


async def test_the_terminal_keeps_the_day_and_says_that_it_cannot_remind(tmp_path: Path) -> None:
    me = Interview(tmp_path / "me.db", shelf_with(small_outline()))
    at(me, moment(5, 9))
    await me.begins()
    card = await me.says("12月20日交")
    assert card.shows("在终端里不会主动提醒")
    assert not card.offers("早上8点")
    assert (await me.presses("回到当前题", "暂停")).shows("12月20日（星期日）交，还有15天。")
    me.leaves()
