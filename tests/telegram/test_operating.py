"""What an operator looks at: health, metrics, pushes instead of polling, messages set aside."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp.web
import pytest

from bot.assistant.desk import Assistant
from bot.assistant.export import exported
from bot.library.shelf import Shelf
from bot.telegram import health, webhook
from bot.telegram.health import DEAF_AFTER, Health
from bot.telegram.logging_in import make_bot
from bot.telegram.ports import Listening, listen
from bot.telegram.webhook import SECRET_HEADER
from storage.diagnosis import diagnose
from tests.doubles import BotApi, Phone
from tests.storage.on_disk import file_bytes
from tests.telegram.conftest import Shuzhi
from tests.telegram.running import Running, free_port
from tests.telegram.walking import begins, says


async def test_health_and_metrics_tell_that_it_hears_and_works(
    api: BotApi, tmp_path: Path, shelf: Shelf, phone: Phone
) -> None:
    at = f"127.0.0.1:{free_port()}"
    async with (
        Running(api, tmp_path / "a.db", shelf, Listening(health_at=at)),
        aiohttp.ClientSession() as web,
    ):
        await api.polled()
        await begins(phone, shelf.outlines["mayor"])
        await says(phone, "修路3公里")
        await phone.settles()
        async with web.get(f"http://{at}/healthz") as answer:
            assert answer.status == 200
            assert (await answer.json())["well"] is True
        async with web.get(f"http://{at}/metrics") as answer:
            pages = await answer.text()
    assert "shuzhi_updates_total" in pages
    handled = next(line for line in pages.splitlines() if line.startswith("shuzhi_updates_handled_total"))
    assert float(handled.split()[1]) >= 2
    assert "修路" not in pages


async def test_a_deaf_bot_is_not_well(api: BotApi) -> None:
    time = 0.0
    ears = Health(clock=lambda: time)
    time = DEAF_AFTER + 1
    assert not ears.well
    ears.heard()
    assert ears.well


async def until(true: Callable[[], bool]) -> None:
    """Wait for what the program does by itself."""
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110 - there is no event to wait for: the program is on its own
            await asyncio.sleep(0.02)


async def carry(api: BotApi, url: str, web: aiohttp.ClientSession) -> list[int]:
    """Push what waits, in order, as Telegram does: with the secret it was given."""
    assert api.webhook is not None
    headers = {SECRET_HEADER: api.webhook["secret_token"]}
    statuses = []
    for update in api.updates:
        async with web.post(url, json=update, headers=headers) as answer:
            statuses.append(answer.status)
    return statuses


async def test_pushed_updates_are_kept_and_answered_like_polled_ones(
    api: BotApi, tmp_path: Path, shelf: Shelf, phone: Phone
) -> None:
    at = f"127.0.0.1:{free_port()}"
    url = f"http://{at}/telegram"
    listening = Listening(webhook_url=url, webhook_at=at)
    async with Running(api, tmp_path / "a.db", shelf, listening) as running, aiohttp.ClientSession() as web:
        await until(lambda: api.webhook is not None)
        assert api.webhook is not None
        assert api.webhook["url"] == url
        await phone.says("先说一句，还没选提纲")
        assert await carry(api, url, web) == [200]
        assert await carry(api, url, web) == [200], "pushed twice, kept once"
        async with web.post(url, json={"update_id": 1}, headers={SECRET_HEADER: "guessed"}) as answer:
            assert answer.status == 403
        secret = {SECRET_HEADER: api.webhook["secret_token"]}
        async with web.post(url, data=b"[]", headers=secret) as answer:
            assert answer.status == 400
        await until(lambda: api.counts["sendMessage"] > 0)
        kept = await running.store.read(lambda db: db.execute("SELECT count(*) FROM inbox").fetchone()[0])
        assert kept == 1


async def test_a_webhook_is_well_only_while_telegram_gets_through(
    api: BotApi, tmp_path: Path, shelf: Shelf, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "LOOKS_EVERY", 0.05)
    monkeypatch.setattr(health, "DEAF_AFTER", 0.6)
    at, seen_at = f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
    listening = Listening(webhook_url=f"http://{at}/telegram", webhook_at=at, health_at=seen_at)
    async with Running(api, tmp_path / "a.db", shelf, listening), aiohttp.ClientSession() as web:

        async def reads(status: int) -> None:
            async with asyncio.timeout(20):
                while True:
                    async with web.get(f"http://{seen_at}/healthz") as answer:
                        if answer.status == status:
                            return
                    await asyncio.sleep(0.02)

        await until(lambda: api.webhook is not None)
        await asyncio.sleep(1)
        await reads(200)
        await phone.says("没有人说话不是病，话送不到才是")
        await reads(503)
        async with api.pushing():
            await reads(200)
        with api.outage():
            await reads(503)
        await reads(200)


async def test_pushes_that_another_program_took_away_are_called_back(
    api: BotApi,
    tmp_path: Path,
    shelf: Shelf,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(webhook, "LOOKS_EVERY", 0.05)
    at = f"127.0.0.1:{free_port()}"
    listening = Listening(webhook_url=f"http://{at}/telegram", webhook_at=at)
    async with Running(api, tmp_path / "a.db", shelf, listening):
        await until(lambda: api.webhook is not None)
        other = make_bot(api.token, api.base_url.removesuffix("/bot"))
        async with other:
            await other.delete_webhook()
        await until(lambda: api.counts["setWebhook"] == 2)
        assert api.webhook is not None
    assert "does another program use the same token?" in caplog.text


async def test_why_telegram_refuses_an_address_is_said_in_its_words(
    api: BotApi, tmp_path: Path, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    at = f"127.0.0.1:{free_port()}"
    why = "Bad Request: bad webhook: Failed to resolve host"
    api.fail("setWebhook", 400, times=1, description=why)
    listening = Listening(webhook_url=f"http://{at}/telegram", webhook_at=at)
    async with Running(api, tmp_path / "a.db", shelf, listening):
        await until(lambda: api.webhook is not None)
    assert "the Bot API refuses: Bad webhook: failed to resolve host" in caplog.text


async def test_a_port_that_is_taken_is_named(api: BotApi) -> None:
    at = api.base_url.removeprefix("http://").removesuffix("/bot")
    with pytest.raises(OSError, match=f"cannot listen at {at}: Address already in use"):
        async with AsyncExitStack() as ports:
            await listen(ports, at, aiohttp.web.Application())


async def test_pushed_pieces_of_a_paste_fall_together_also_pushed_again(
    api: BotApi, tmp_path: Path, shelf: Shelf, phone: Phone
) -> None:
    at = f"127.0.0.1:{free_port()}"
    url = f"http://{at}/telegram"
    listening = Listening(webhook_url=url, webhook_at=at)
    async with Running(api, tmp_path / "a.db", shelf, listening), aiohttp.ClientSession() as web:
        await until(lambda: api.webhook is not None)
        await phone.says("一段很长的平常话" * 500)
        assert await carry(api, url, web) == [200]
        await phone.says("密级：机密")
        for told in (1, 3):
            assert await carry(api, url, web) == [200, 200]
            await until(lambda told=told: phone.screen.text.count("没有存") >= told)  # type: ignore[misc]
            assert "很长的平常话".encode() not in file_bytes(tmp_path / "a.db")


async def test_polling_again_after_a_webhook(shuzhi: Shuzhi, phone: Phone, shelf: Shelf) -> None:
    bot = make_bot(shuzhi.api.token, shuzhi.api.base_url.removesuffix("/bot"))
    await shuzhi.dies()
    async with bot:
        await bot.set_webhook("https://example.org/telegram")
    await shuzhi.starts()
    assert shuzhi.api.webhook is None
    await begins(phone, shelf.outlines["mayor"])
    await says(phone, "接着说")
    await phone.settles()
    store = shuzhi.store
    assert store is not None
    drafts = await store.read(exported)
    assert [note["text"] for note in drafts[0]["notes"]] == ["接着说"]


async def test_a_message_set_aside_is_told_with_its_place_and_without_its_words(
    shuzhi: Shuzhi, phone: Phone, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begins(phone, shelf.outlines["mayor"])

    def breaks(*_: object) -> None:
        raise ValueError("张三的事")

    monkeypatch.setattr(Assistant, "taken", breaks)
    await phone.says("张三的事不要外传")
    await phone.settles()
    store = shuzhi.store
    assert store is not None
    (letter,) = (await store.read(diagnose)).dead
    assert letter.error is not None
    assert letter.error.startswith("ValueError\n")
    assert "in breaks" in letter.error
    assert "张三" not in letter.error
