"""Telegram's side of a webhook: every update is pushed until it is taken.

As Telegram does it, over as many connections as the bot wants, and never two updates of one queue at once:
the messages and edits of a chat are one queue, a person's presses another.
"""

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
    connector = aiohttp.TCPConnector(limit=0)
    async with (
        aiohttp.ClientSession(connector=connector, timeout=patience) as web,
        asyncio.TaskGroup() as pushes,
    ):
        busy: set[str] = set()
        while True:
            server.updates.news.clear()
            hook = server.identity.webhook
            for update in server.updates.to_push if hook is not None and not server.down else ():
                if (queue := queue_of(update)) not in busy:
                    busy.add(queue)
                    pushes.create_task(_pushed(server, web, update, busy, queue))
            await server.updates.something_new(LOOKS_EVERY)


def queue_of(update: Json) -> str:
    """What is pushed one after the other."""
    try:
        if query := update.get("callback_query"):
            return f"presses of {query['from']['id']}"
        return f"chat {(update.get('message') or update['edited_message'])['chat']['id']}"
    except (KeyError, TypeError):
        return f"update {update['update_id']}"


async def _pushed(
    server: Server, web: aiohttp.ClientSession, update: Json, busy: set[str], queue: str
) -> None:
    """Push it, once there is a connection for it; if it is not taken its queue waits for a while."""
    async with server.identity.connections:
        hook = server.identity.webhook
        taken = hook is not None and not server.down and await _taken(server, web, hook, update)
    if taken:
        server.updates.pushed(update)
    else:
        await asyncio.sleep(TRIES_AGAIN_AFTER)
    busy.discard(queue)
    server.updates.news.set()


async def _taken(server: Server, web: aiohttp.ClientSession, hook: Json, update: Json) -> bool:
    """Whether the bot has it; what it calls in its answer is done, and it never hears how that went.

    A `delay` of pushes is on the way back: as to a poll that waits, an update goes out at once.
    """
    headers = {SECRET_HEADER: hook["secret_token"]}
    try:
        async with web.post(hook["url"], json=update, headers=headers) as answer:
            if fault := server.faults.take("push"):
                await asyncio.sleep(fault.delay)
            if answer.status != 200:
                return False
            if answer.content_type == "application/json":
                server.called_in_reply(await answer.json())
            return True
    except (aiohttp.ClientError, TimeoutError):
        return False
