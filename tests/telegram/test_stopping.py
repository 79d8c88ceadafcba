"""Stopping: nothing that hangs, waits or is being written holds the program up."""

import asyncio
import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from bot.assistant.export import exported
from bot.library.shelf import Shelf
from bot.telegram.ports import Listening
from storage import writings
from tests.doubles import BotApi
from tests.doubles.modelserver import Hangs, model_server
from tests.telegram.conftest import Shuzhi
from tests.telegram.desk_work import interviewed, says, shows, stored, with_model
from tests.telegram.running import Running, free_port
from tests.telegram.walking import begins

SOON = 6.0
"""Seconds, on a busy machine; what hangs here hangs for eight or more."""
SLOW_CARD, SLOW_DISK = 0.6, 0.3
"""Seconds: a stop while a card goes out lets it come to its end."""


async def stopped(shuzhi: Shuzhi) -> float:
    """Stop; how many seconds that took."""
    begun = time.monotonic()
    await shuzhi.stops()
    return time.monotonic() - begun


async def test_nothing_that_hangs_holds_up_the_stop_and_the_next_start_goes_on(
    shuzhi: Shuzhi, shelf: Shelf, api: BotApi
) -> None:
    async with model_server() as server:
        server.answers(lambda _: Hangs(8))
        await with_model(shuzhi, server)
        writes = api.phone(user_id=1001, first_name="王")
        await interviewed(shuzhi, writes, shelf)
        await writes.command("finish")
        await shows(writes, "正在写《")
        slow, flooded, lost = (api.phone(user_id=2000 + n, first_name="李") for n in range(3))
        for phone in (slow, flooded, lost):
            await begins(phone, shelf.outlines["mayor"])
        api.fail("editMessageText", "delay", delay=8)
        await slow.says("卡片改不动")
        api.fail("sendMessage", 429, retry_after=60)
        await flooded.command("help")
        api.fail("sendMessage", "reply_lost")
        await lost.command("help")
        await api.waits_for(lambda api: sum(call.status == 429 for call in api.calls) == 1)
        await server.until(lambda: any(call.took is None for call in server.asked))
        assert await stopped(shuzhi) < SOON
        api.heal()
        server.answers(says)
        await shuzhi.starts()
        assert len(await stored(shuzhi).read(lambda db: writings.waiting(db, "telegram"))) == 1
        await slow.waits_for(lambda screen: "卡片改不动" in screen.text)
        await writes.waits_for(lambda screen: len(writes.documents) == 4, timeout=40)


async def test_what_is_pushed_as_the_program_stops_does_not_overtake_what_waits(
    api: BotApi, tmp_path: Path, shelf: Shelf
) -> None:
    """One answer is being shown, two wait behind it, a fourth is on its way to the disk: then it stops."""
    at = f"127.0.0.1:{free_port()}"
    pushed = Listening(webhook_url=f"http://{at}/updates", webhook_at=at)
    phone, db = api.phone(first_name="王"), tmp_path / "shuzhi.db"
    async with api.pushing():
        async with Running(api, db, shelf, pushed) as running:
            await begins(phone, shelf.outlines["mayor"])
            await phone.settles()
            api.fail("editMessageText", "delay", delay=SLOW_CARD)
            for said in ("第一件：修路3公里", "第二件：修桥2座", "第三件：打井5口"):
                await phone.says(said)
            await api.waits_for(lambda api: not api.pending)
            slow = asyncio.create_task(running.store.read(lambda _: time.sleep(SLOW_DISK)))
            await asyncio.sleep(SLOW_DISK / 3)
            await phone.says("第四件：栽树800棵")
            await asyncio.sleep(SLOW_DISK / 3)
        await slow
        async with Running(api, db, shelf, pushed) as running:
            await api.waits_for(lambda api: not api.pending)
            await phone.waits_for(lambda screen: "栽树800棵" in screen.text and "打井5口" in screen.text)
            [draft] = await running.store.read(exported)
    kept = [note["text"][:3] for note in draft["notes"]]
    assert kept == ["第一件", "第二件", "第三件", "第四件"]


@pytest.mark.parametrize("network", ["none", "silent"])
async def test_a_stop_while_logging_in_is_clean(tmp_path: Path, network: str) -> None:
    """Nobody listens at the address, or somebody who never answers."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        if network == "silent":
            server.listen(8)
        environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": "123456:" + "A" * 35,
            "TELEGRAM_API_URL": f"http://127.0.0.1:{server.getsockname()[1]}",
            "SHUZHI_DB": str(tmp_path / "shuzhi.db"),
            "SHUZHI_LOG": "DEBUG",
        }
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-X", "dev", "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
        )
        assert program.stderr is not None
        said = b""
        async with asyncio.timeout(60):
            begins_to_log_in = b"cannot be reached" if network == "none" else b"clear text"
            while begins_to_log_in not in said:
                said += await program.stderr.readline()
            await asyncio.sleep(0.0 if network == "none" else 3.0)
            program.send_signal(signal.SIGTERM)
            said += await program.stderr.read()
            assert await program.wait() == 0
    assert b"Unclosed" not in said, said.decode()
    assert b"Traceback" not in said, said.decode()
    assert b"never awaited" not in said, said.decode()
