"""Waiting for the bot, with something to read when it does not come."""

import asyncio
import time
from collections.abc import Callable

from .server import Server

TICK = 0.01


async def until(condition: Callable[[], object], seconds: float, describe: Callable[[], object]) -> None:
    """Returns as soon as the condition holds; AssertionError with the description after `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain\n{describe()}"
        await asyncio.sleep(TICK)


async def settled(server: Server, quiet: float, seconds: float, describe: Callable[[], object]) -> None:
    """Until every update is confirmed and the bot has been silent for `quiet` seconds."""

    def state() -> str:
        pending = [raw["update_id"] for raw in server.updates.pending]
        return f"unconfirmed updates {pending}, {server.in_progress} calls in progress\n{describe()}"

    await until(lambda: server.updates.drained and server.silent_for >= quiet, seconds, state)
