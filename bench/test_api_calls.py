"""What an interview costs at the Bot API, and what it leaves in the chat: run with `make bench`."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.assistant.files import FORMATS
from bot.library.shelf import read_shelf
from tests.doubles import BotApi, bot_api
from tests.telegram.conftest import Shuzhi
from tests.telegram.walking import begins, goes_through, said_in

EXAMPLE = "deputy-agriculture"


def calls(api: BotApi) -> Counter[str]:
    """Every call but the waiting for updates."""
    return api.counts - Counter({"getUpdates": api.counts["getUpdates"]})


async def whole_interview(db: Path) -> tuple[float, float, int, int]:
    """Calls for one note, calls for each thing the person did, messages left, and the most there may be."""
    shelf = read_shelf()
    outline = shelf.outlines[EXAMPLE]
    async with bot_api() as api:
        shuzhi = Shuzhi(api, db, shelf)
        await shuzhi.starts()
        phone = api.phone()
        await begins(phone, outline)
        await phone.settles()
        before = calls(api)
        await phone.says("今天先说一句")
        await phone.settles()
        note = (calls(api) - before).total()
        before, done = calls(api), len(api.updates)
        await goes_through(phone, outline, said_in(EXAMPLE, shelf))
        await phone.settles()
        each = (calls(api) - before).total() / (len(api.updates) - done)
        await phone.command("finish")
        await phone.waits_for(lambda screen: sum(bool(m.document) for m in screen) == len(FORMATS), 60)
        await phone.settles()
        left = len(phone.screen.bot)
        await shuzhi.stops()
    return note, each, left, len(outline.sections) + 2 + len(FORMATS)


def test_calls_for_an_answer_and_messages_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note, each, left, most = asyncio.run(whole_interview(tmp_path / "shuzhi.db"))
    with capsys.disabled():
        print(f"\nBot API calls: {note:.0f} for a note, {each:.2f} for each note or press")
        print(f"messages of the bot left after it: {left} (profile, sections, last card, files: {most})")
    assert note <= 2
    assert left <= most
