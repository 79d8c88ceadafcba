"""Telegram's side of a webhook: updates are pushed one after the other, each until it is taken."""

import asyncio

import aiohttp

from .server import Server
from .wire import Json

LOOKS_EVERY = 0.02
TRIES_AGAIN_AFTER = 0.3
LONGEST_ANSWER = 60.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def push(server: Server) -> None:
    """For ever, while a webhook is set and the network is there."""
    patience = aiohttp.ClientTimeout(total=LONGEST_ANSWER)
    async with aiohttp.ClientSession(timeout=patience) as web:
        while True:
            hook, update = server.identity.webhook, server.updates.next_to_push
            if hook is None or update is None or server.down:
                await asyncio.sleep(LOOKS_EVERY)
            elif await _taken(server, web, hook, update):
                server.updates.pushed(update)
            else:
                await asyncio.sleep(TRIES_AGAIN_AFTER)


async def _taken(server: Server, web: aiohttp.ClientSession, hook: Json, update: Json) -> bool:
    """Whether the bot has it; what it calls in its answer is done, and it never hears how that went."""
    headers = {SECRET_HEADER: hook["secret_token"]}
    try:
        async with web.post(hook["url"], json=update, headers=headers) as answer:
            if answer.status != 200:
                return False
            if answer.content_type == "application/json":
                server.called_in_reply(await answer.json())
            return True
    except (aiohttp.ClientError, TimeoutError):
        return False
