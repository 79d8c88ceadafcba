"""Where the program listens: its health pages, and what Telegram pushes to."""

import os
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp import web


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the program listens. Addresses are host:port; an empty one means: not at all.

    `webhook_url` is what Telegram pushes to; it reaches `webhook_at` through a proxy that speaks TLS.
    """

    health_at: str = ""
    webhook_url: str = ""
    webhook_at: str = ""


async def listen(open_ports: AsyncExitStack, at: str, pages: "web.Application") -> None:
    """Serve pages at host:port until the stack closes; nothing for an empty address. Raises OSError."""
    if not at:
        return
    from aiohttp import web

    host, _, port = at.rpartition(":")
    runner = web.AppRunner(pages, access_log=None)
    await runner.setup()
    open_ports.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, host.strip("[]") or "127.0.0.1", int(port)).start()
    except OSError as problem:
        number = problem.errno or 0
        why = os.strerror(number) if number > 0 else problem.strerror  # below 0: the name was not found
        raise OSError(number, f"cannot listen at {at}: {why}") from problem
