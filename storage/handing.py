"""Handing results from the storage thread to whoever waits: one waking for all that shared a commit."""

import asyncio
from contextlib import suppress

from storage.batches import Outcome


def hand_over(outcomes: list[Outcome]) -> None:
    """Give every result to its waiter. A task's loop is woken once, however many of its tasks wait."""
    of_loops: dict[asyncio.AbstractEventLoop, list[Outcome]] = {}
    for outcome in outcomes:
        if (loop := outcome[0].loop) is None:
            _settle([outcome])
        else:
            of_loops.setdefault(loop, []).append(outcome)
    for loop, theirs in of_loops.items():
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_settle, theirs)


def _settle(outcomes: list[Outcome]) -> None:
    for waiting, result, error in outcomes:
        if waiting.future.cancelled():
            continue
        if error is None:
            waiting.future.set_result(result)
        else:
            waiting.future.set_exception(error)
