"""Pushed over many connections: neither press nor note overtakes what its person sent before it."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.library.shelf import Shelf
from bot.telegram import in_turn
from bot.telegram.in_turn import InTurn
from bot.telegram.ports import Listening
from bot.telegram.webhook import SECRET_HEADER
from tests.doubles import BotApi, Phone
from tests.telegram.running import Running, free_port
from tests.telegram.walking import begins, says


@pytest.fixture
async def running(api: BotApi, tmp_path: Path, shelf: Shelf) -> AsyncIterator[Running]:
    at = f"127.0.0.1:{free_port()}"
    listening = Listening(webhook_url=f"http://{at}/updates", webhook_at=at)
    async with Running(api, tmp_path / "shuzhi.db", shelf, listening) as program:
        yield program


async def pushes(api: BotApi, web: aiohttp.ClientSession, update: dict[str, Any]) -> int:
    assert api.webhook is not None
    headers = {SECRET_HEADER: api.webhook["secret_token"], "Content-Type": "application/json"}
    async with web.post(api.webhook["url"], data=json.dumps(update), headers=headers) as answer:
        return answer.status


async def test_a_press_that_comes_first_is_handled_last(
    running: Running, api: BotApi, phone: Phone, shelf: Shelf
) -> None:
    """Out of a tunnel: two notes, then 下一题. The press arrives while the second note still waits to."""
    async with api.pushing():
        await begins(phone, shelf.outlines["mayor"])
        await phone.settles()
    asked = phone.card.text
    with api.held():
        for text in ("张三", "李四"):
            await phone.says(text)
        pressed = phone.card.button("下一题")
        assert pressed is not None
        assert pressed.data is not None
        await phone.presses_data(pressed.data, phone.card.message_id)
    first, second, press = api.updates[-3:]
    async with aiohttp.ClientSession() as web:
        early = asyncio.create_task(pushes(api, web, press))
        for note in (first, second):
            await asyncio.sleep(0.1)
            assert not early.done()
            assert await pushes(api, web, note) == 200
        assert await early == 200
    kept = await running.store.read(lambda db: list(db.query("SELECT kind, question_key FROM events")))
    notes = [event["question_key"] for event in kept if event["kind"] == "note"]
    assert len(notes) == 2
    assert len(set(notes)) == 1
    await phone.waits_for(lambda _: "李四" in phone.card.text)
    assert phone.card.text.splitlines()[0] == asked.splitlines()[0], "the press was on a card of before"


async def test_a_note_that_comes_before_the_press_that_led_to_its_question_is_handled_behind_it(
    running: Running, api: BotApi, phone: Phone, shelf: Shelf
) -> None:
    """下一题 and an answer to the next question wait for the bot; their connections are not equally quick."""
    async with api.pushing():
        await begins(phone, shelf.outlines["mayor"])
        await says(phone, "张三")
        await phone.settles()
    with api.held():
        pressed = phone.card.button("下一题")
        assert pressed is not None
        assert pressed.data is not None
        await phone.presses_data(pressed.data, phone.card.message_id)
        await phone.says("石门县石桥镇")
    press, note = api.updates[-2:]
    note["message"]["date"] -= 60
    async with aiohttp.ClientSession() as web:
        early = asyncio.create_task(pushes(api, web, note))
        await asyncio.sleep(0.1)
        assert await pushes(api, web, press) == 200
        assert await early == 200
    kept = await running.store.read(lambda db: list(db.query("SELECT kind, question_key FROM events")))
    notes = [event["question_key"] for event in kept if event["kind"] == "note"]
    questions = [question.key for question in shelf.outlines["mayor"].questions()]
    assert notes == questions[:2]


async def waited(turns: InTurn, number: int) -> float:
    begun = time.monotonic()
    await turns.before(number, press=True)
    turns.took(number)
    return time.monotonic() - begun


async def test_nobody_waits_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_turn, "PATIENCE", 0.2)
    turns = InTurn()
    assert await waited(turns, 100) >= 0.2, "at the beginning nobody knows what comes first"
    assert await waited(turns, 101) < 0.1
    turns.took(102)
    assert await waited(turns, 103) < 0.1
    turns.took(90)
    assert await waited(turns, 104) < 0.1, "pushed again"


async def test_what_telegram_gave_up_is_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_turn, "PATIENCE", 0.2)
    turns = InTurn()
    turns.took(100)
    await asyncio.sleep(0.25)
    turns.took(101)
    assert await waited(turns, 103) >= 0.2
    assert await waited(turns, 104) < 0.1


async def test_patience_lasts_as_long_as_earlier_ones_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_turn, "PATIENCE", 0.2)
    turns = InTurn()
    press = asyncio.create_task(waited(turns, 110))
    for number in range(104, 110):
        await asyncio.sleep(0.1)
        assert not press.done()
        turns.took(number)
    assert await press >= 0.6


async def test_where_much_is_on_its_way_only_what_is_missing_for_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Everything comes a little out of turn, so that something is always missing, but never the same."""
    monkeypatch.setattr(in_turn, "PATIENCE", 0.2)
    turns = InTurn()
    await turns.before(100, press=True)
    for number in range(100, 108, 2):
        turns.took(number + 1)
        turns.took(number + 3)
        turns.took(number)
        await asyncio.sleep(0.05)
    press = asyncio.create_task(waited(turns, 110))
    await asyncio.sleep(0.05)
    assert not press.done(), "108 is only on its way"
    turns.took(108)
    assert await press < 0.15


async def test_numbers_that_start_again_begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_turn, "PATIENCE", 0.2)
    turns = InTurn()
    assert await waited(turns, 900_000) >= 0.2
    press = asyncio.create_task(waited(turns, 503))
    await asyncio.sleep(0.05)
    turns.took(502)
    assert await press >= 0.2
    assert await waited(turns, 504) < 0.1


async def test_years_without_a_press_are_not_remembered() -> None:
    turns = InTurn()
    for number in range(0, 10 * in_turn.FARTHEST, 2):
        turns.took(number)
    assert len(turns._beyond) <= in_turn.FARTHEST


async def test_a_note_waits_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's burst comes one by one; nobody's note waits for all of it, nor for what never comes."""
    monkeypatch.setattr(in_turn, "PATIENCE", 0.3)
    monkeypatch.setattr(in_turn, "ON_ITS_WAY", 0.1)
    turns = InTurn()
    await turns.before(100, press=True)
    turns.took(100)
    for number, least, most in ((101, 0.0, 0.05), (103, 0.1, 0.2), (104, 0.1, 0.2), (105, 0.0, 0.15)):
        begun = time.monotonic()
        await turns.before(number, press=False)
        turns.took(number)
        assert least <= time.monotonic() - begun <= most, number
    await asyncio.sleep(0.2)
    begun = time.monotonic()
    await turns.before(106, press=False)
    assert time.monotonic() - begun < 0.05
