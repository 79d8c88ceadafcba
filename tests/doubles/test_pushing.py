"""The double as it pushes to a webhook: in order within a chat, chats beside each other."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot

from tests.doubles import BotApi, bot_api
from tests.telegram.running import free_port

Json = dict[str, Any]


@dataclass
class Hook:
    """A bot that takes what is pushed, as slowly as it is told to, and refuses what it is told to refuse."""

    url: str
    slowly: float = 0.0
    refuses: Callable[[Json], bool] = lambda _: False
    taken: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def push(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.slowly)
        self.at_once -= 1
        if self.refuses(update):
            return web.Response(status=503)
        self.taken.append(update["message"]["text"])
        return web.Response()


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as running, running.pushing():
        yield running


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    port = free_port()
    hook, page = Hook(f"http://127.0.0.1:{port}/updates"), web.Application()
    page.router.add_post("/updates", hook.push)
    runner = web.AppRunner(page)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield hook
    await runner.cleanup()


@pytest.mark.parametrize(("wanted", "at_once"), [(None, 3), (2, 2), (1, 1)])
async def test_over_as_many_connections_as_are_wanted_but_one_for_a_chat(
    api: BotApi, hook: Hook, wanted: int | None, at_once: int
) -> None:
    hook.slowly = 0.03
    async with Bot(api.token, api.base_url) as bot:
        await bot.set_webhook(hook.url, max_connections=wanted)
    with api.held():
        for text in ("一", "二", "三"):
            for person in (1001, 1002, 1003):
                await api.phone(person).says(f"{person}{text}")
    await api.waits_for(lambda api: not api.pending)
    assert hook.most_at_once == at_once
    for who in ("1001", "1002", "1003"):
        assert [text[-1] for text in hook.taken if text.startswith(who)] == ["一", "二", "三"]


async def test_what_is_refused_holds_up_its_own_chat_only(api: BotApi, hook: Hook) -> None:
    hook.refuses = lambda update: "先" in update["message"]["text"] and "别人" not in hook.taken
    async with Bot(api.token, api.base_url) as bot:
        await bot.set_webhook(hook.url, max_connections=1)
    with api.held():
        await api.phone(1001).says("先")
        await api.phone(1001).says("后")
        await api.phone(1002).says("别人")
    await api.waits_for(lambda api: not api.pending)
    assert hook.taken == ["别人", "先", "后"]


async def test_a_late_answer_keeps_its_connection(api: BotApi, hook: Hook) -> None:
    api.fail("push", "delay", times=-1, delay=0.2)
    async with Bot(api.token, api.base_url) as bot:
        await bot.set_webhook(hook.url, max_connections=1)
    begun = asyncio.get_running_loop().time()
    with api.held():
        await api.phone(1001).says("先")
        await api.phone(1002).says("后")
    await api.waits_for(lambda _: hook.taken == ["先"], 0.15)
    await api.waits_for(lambda api: not api.pending)
    assert asyncio.get_running_loop().time() - begun > 0.4
