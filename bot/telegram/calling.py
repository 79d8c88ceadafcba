"""Calling the Bot API on a bad network: what may be tried again, and when."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.telegram.posting import NoConnection

T = TypeVar("T")
log = logging.getLogger(__name__)

TRIES = 5
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0


async def calling(call: Callable[[], Awaitable[T]], *, repeatable: bool) -> T:
    """Make a call, waiting out floods and failures of the network.

    A call that is not `repeatable` (a send) is tried again only if it cannot have arrived: after a flood
    wait, or when no connection came about. Raises the last error if all tries fail, other errors at once.
    """
    pause = FIRST_PAUSE
    for attempt in range(1, TRIES + 1):
        try:
            return await call()
        except RetryAfter as flood:
            await asyncio.sleep(flood_seconds(flood) + 0.1)
        except BadRequest:
            raise
        except NetworkError as problem:
            if attempt == TRIES or not (repeatable or _never_arrived(problem)):
                raise
            log.info("call failed (%s), trying again in %.1f s", type(problem).__name__, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
    raise TimedOut("the flood did not end")


def flood_seconds(flood: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = flood.retry_after
    return wait if isinstance(wait, int) else wait.total_seconds()


def _never_arrived(problem: NetworkError) -> bool:
    return isinstance(problem.__cause__, NoConnection)


def is_unchanged(problem: BadRequest) -> bool:
    """Whether an edit was refused only because the message reads so already."""
    return "message is not modified" in problem.message.lower()
