"""Handing over files while every call fails in every way: each file once, and no line that could be known."""

import asyncio

import pytest

from bot.assistant.files import FORMATS
from bot.library.shelf import Shelf
from storage import UnwritableDatabase, deliveries
from tests.doubles import Phone
from tests.doubles.botapi.faults import Kind
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, presses, says

COMING = "正在送来"
LATER = 0.6


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed is taken up again soon."""
    monkeypatch.setattr("bot.telegram.screens.REPAIR_PAUSE", 0.05)
    monkeypatch.setattr("bot.telegram.delivery.STORAGE_PAUSE", 0.05)


@pytest.fixture
async def said(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> Phone:
    """Somebody who has said something and will order a report."""
    await begins(phone, shelf.outlines["mayor"])
    for _ in range(10):
        await presses(phone, "跳过")
    await says(phone, "中心组学习12次")
    await phone.settles()
    return phone


async def all_come(phone: Phone) -> None:
    await phone.waits_for(lambda screen: sum(bool(seen.document) for seen in screen) == len(FORMATS), 20)
    await phone.settles()


def lines_left(phone: Phone) -> int:
    return sum(COMING in seen.text for seen in phone.screen.bot)


LOST: list[tuple[str, int, Kind]] = [
    ("sendMessage", 1, "reply_lost"),
    ("sendMessage", 3, "reply_lost"),
]
"""Calls whose number nobody will ever know: the lines of the first and of the third file."""
KNOWN: list[tuple[str, int, Kind]] = [
    (method, skip, kind)
    for method, skip in [
        ("sendMessage", 1),
        ("editMessageMedia", 0),
        ("editMessageMedia", 2),
        ("pinChatMessage", 0),
    ]
    for kind in ("drop", "reply_lost", 500, 429, 400)
    if (method, kind) != ("sendMessage", "reply_lost") and (method, kind) != ("sendMessage", 400)
]


@pytest.mark.parametrize(("method", "skip", "kind"), [*LOST, *KNOWN])
async def test_every_file_comes_once_and_a_line_stays_only_where_its_number_was_lost(
    shuzhi: Shuzhi, said: Phone, method: str, skip: int, kind: Kind
) -> None:
    shuzhi.api.fail(method, kind, skip=skip, retry_after=1)
    await said.command("finish")
    await all_come(said)
    await shuzhi.restarts()
    await said.settles()
    assert len(said.documents) == len(FORMATS)
    assert lines_left(said) == int((method, skip, kind) in LOST)


@pytest.mark.parametrize(
    ("method", "skip"), [("sendMessage", 1), ("editMessageMedia", 1), ("pinChatMessage", 0)]
)
async def test_killed_in_each_call_a_line_stays_only_where_its_number_was_lost(
    shuzhi: Shuzhi, said: Phone, method: str, skip: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.run.GRACE", 0.0)
    before = shuzhi.api.counts[method]
    shuzhi.api.fail(method, "delay", skip=skip, delay=LATER)
    await said.command("finish")
    async with asyncio.timeout(20):
        while shuzhi.api.counts[method] < before + skip + 1:  # noqa: ASYNC110 - a call that is under way
            await asyncio.sleep(0.01)
    await shuzhi.dies()
    await asyncio.sleep(LATER)
    await shuzhi.starts()
    await all_come(said)
    assert len(said.documents) == len(FORMATS)
    assert lines_left(said) == int(method == "sendMessage")


async def test_a_number_that_cannot_be_stored_yet_is_kept_until_it_can(
    shuzhi: Shuzhi, said: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails, placed = 3, deliveries.placed

    def full(*told: object) -> None:
        nonlocal fails
        if fails:
            fails -= 1
            raise UnwritableDatabase("no space left")
        placed(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(deliveries, "placed", full)
    await said.command("finish")
    await all_come(said)
    assert fails == 0
    assert lines_left(said) == 0


async def test_nothing_is_sent_while_its_number_could_not_be_stored(
    shuzhi: Shuzhi, said: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed then, the next life would not know the line that is to become the file."""
    tried = asyncio.Event()

    def full(*_: object) -> None:
        tried.set()
        raise UnwritableDatabase("no space left")

    monkeypatch.setattr(deliveries, "placing", full)
    await said.command("finish")
    await asyncio.wait_for(tried.wait(), 20)
    await shuzhi.dies()
    assert lines_left(said) == 0
    monkeypatch.undo()
    await shuzhi.starts()
    await all_come(said)
    assert len(said.documents) == len(FORMATS)
    assert lines_left(said) == 0


async def test_a_line_that_cannot_become_the_file_is_taken_away(shuzhi: Shuzhi, said: Phone) -> None:
    shuzhi.api.fail("editMessageMedia", 400, description="Bad Request: message can't be edited")
    await said.command("finish")
    await all_come(said)
    assert len(said.documents) == len(FORMATS)
    assert lines_left(said) == 0


async def test_an_edit_that_had_arrived_already_is_no_reason_for_a_second_file(
    shuzhi: Shuzhi, said: Phone
) -> None:
    shuzhi.api.fail(
        "editMessageMedia", 400, processed=True, description="Bad Request: message is not modified: the same"
    )
    await said.command("finish")
    await all_come(said)
    assert len(said.documents) == len(FORMATS)
    assert lines_left(said) == 0
