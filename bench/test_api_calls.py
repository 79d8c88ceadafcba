"""What an interview costs at the Bot API, and what it leaves in the chat: run with `make bench`."""

import asyncio
from collections import Counter
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Interview:
    """Calls for one note, calls by method for all that was done, and what stays in the chat."""

    note: int
    done: int
    by_method: Counter[str]
    left: int
    most: int


async def whole_interview(db: Path) -> Interview:
    """Walk through all questions and finish the report."""
    shelf = read_shelf()
    outline = shelf.outlines[EXAMPLE]
    async with bot_api() as api:
        shuzhi = Shuzhi(api, db, shelf)
        await shuzhi.starts()
        phone = api.phone()
        await begins(phone, outline)
        await phone.settles()
        before = calls(api)
        await phone.says("先说一句")
        await phone.settles()
        note = (calls(api) - before).total()
        before, done = calls(api), len(api.updates)
        await goes_through(phone, outline, said_in(EXAMPLE, shelf))
        await phone.settles()
        by_method, done = calls(api) - before, len(api.updates) - done
        await phone.command("finish")
        await phone.waits_for(lambda screen: sum(bool(m.document) for m in screen) == len(FORMATS), 60)
        await phone.settles()
        left = len(phone.screen.bot)
        await shuzhi.stops()
    return Interview(note, done, by_method, left, len(outline.sections) + 1 + len(FORMATS))


def test_calls_for_an_answer_and_messages_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walked = asyncio.run(whole_interview(tmp_path / "shuzhi.db"))
    each = walked.by_method.total() / walked.done
    with capsys.disabled():
        print(
            f"\nBot API calls: {walked.note} for a note, {each:.2f} for each note or press of {walked.done}"
        )
        print("  " + ", ".join(f"{method} {times}" for method, times in walked.by_method.most_common()))
        print("  a press takes a third call where the card follows below what was written: the old one goes")
        print(f"messages of the bot left after it: {walked.left} (profile, sections, files: {walked.most})")
    assert walked.note <= 2
    assert each <= 2.5
    assert walked.left <= walked.most
