"""Reminders on the phone: quiet, once, whatever happens in between."""

from datetime import UTC, datetime

import pytest

from bot.interview.returning import CHINA
from bot.library.shelf import Shelf
from storage import Key
from storage.sealing import new_key
from tests.doubles import Phone
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import damages
from tests.telegram.walking import begins, presses, says

COMES = "12月20日（星期日）交，还有"


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for reminders all the time."""
    monkeypatch.setattr("bot.telegram.reminders.EVERY", 0.02)


def clock(shuzhi: Shuzhi, day: int, hour: int) -> None:
    """Let the program's clock show this hour of December 2037, by the country's time."""
    shuzhi.later = datetime(2037, 12, day, hour, tzinfo=CHINA) - datetime.now(UTC)


async def opts_in(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    """Begin a report that is due on the twentieth and ask for reminders at eight in the morning."""
    clock(shuzhi, 5, 9)
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "贺长青")
    await phone.says("12月20日交")
    await phone.waits_for(lambda screen: "什么时候交？" in screen.text)
    await presses(phone, "早上8点")
    phone.shows("12月13日、12月17日、12月19日，早上8点提醒您，不出声。")
    await presses(phone, "回到当前题")
    await phone.settles()


def reminders(shuzhi: Shuzhi, phone: Phone) -> list[str]:
    """Messages that came without a sound."""
    return [seen.text for seen in phone.screen if seen.silent]


async def test_a_reminder_comes_quietly_below_and_once(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    await opts_in(shuzhi, phone, shelf)
    assert reminders(shuzhi, phone) == []
    clock(shuzhi, 13, 7)
    await phone.settles()
    assert reminders(shuzhi, phone) == []
    clock(shuzhi, 13, 8)
    await phone.waits_for(lambda screen: f"{COMES}7天。" in screen.text)
    await phone.settles()
    *lines, reminder = phone.screen.bot
    assert lines == []
    assert reminder.text.startswith(f"《镇长 · 述职述德述廉》{COMES}7天。")
    assert reminder.silent
    sent = shuzhi.api.counts["sendMessage"]
    await shuzhi.restarts()
    await phone.settles()
    assert shuzhi.api.counts["sendMessage"] == sent
    await presses(phone, "接着写")
    phone.shows("· 贺长青")


async def test_a_kill_between_deciding_and_sending_neither_loses_nor_repeats_it(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await opts_in(shuzhi, phone, shelf)
    shuzhi.api.fail("sendMessage", 429, retry_after=30)
    clock(shuzhi, 17, 9)
    await phone.settles(quiet=0.3)
    assert reminders(shuzhi, phone) == []
    await shuzhi.restarts()
    await phone.waits_for(lambda screen: f"{COMES}3天。" in screen.text)
    await phone.settles(quiet=0.3)
    assert len(reminders(shuzhi, phone)) == 1
    await shuzhi.restarts()
    await phone.settles(quiet=0.3)
    assert len(reminders(shuzhi, phone)) == 1


async def test_quiet_ends_them_by_command_or_on_the_reminder(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await opts_in(shuzhi, phone, shelf)
    clock(shuzhi, 13, 12)
    await phone.waits_for(lambda screen: f"{COMES}7天。" in screen.text)
    await presses(phone, "不再提醒")
    phone.shows("好，不再提醒。截止日还记着")
    clock(shuzhi, 19, 12)
    await phone.settles(quiet=0.3)
    assert reminders(shuzhi, phone) == [phone.card.text]
    await phone.command("quiet")
    await phone.waits_for(lambda screen: "现在没有提醒" in screen.text)


async def test_somebody_who_blocked_the_bot_disturbs_nobody_else(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf
) -> None:
    await opts_in(shuzhi, phone, shelf)
    colleague = shuzhi.api.phone(1002, first_name="李")
    await opts_in(shuzhi, colleague, shelf)
    await phone.blocks()
    clock(shuzhi, 13, 9)
    await colleague.waits_for(lambda screen: f"{COMES}7天。" in screen.text)
    assert len(reminders(shuzhi, colleague)) == 1


async def test_a_damaged_report_keeps_nobody_else_from_being_reminded(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    await shuzhi.dies()
    shuzhi.db, shuzhi.key = shuzhi.db.with_name("sealed.db"), Key.read(new_key())
    await shuzhi.starts()
    await opts_in(shuzhi, phone, shelf)
    colleague = shuzhi.api.phone(1002, first_name="李")
    await opts_in(shuzhi, colleague, shelf)
    await damages(shuzhi, 1)
    await shuzhi.restarts()
    clock(shuzhi, 13, 9)
    await colleague.waits_for(lambda screen: f"{COMES}7天。" in screen.text)
    assert "nobody is reminded of draft 1" in caplog.text
