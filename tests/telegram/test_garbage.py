"""What nobody needs any more goes, but not while somebody waits for an answer."""

import asyncio
import gc
import weakref
from collections.abc import Iterator
from contextlib import suppress

import pytest

from bot.telegram.garbage import leave_old_garbage, look_for_old_garbage


class Thing:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def leaving() -> Iterator[None]:
    """The interpreter looks for young garbage only."""
    before = gc.get_threshold()
    leave_old_garbage()
    yield
    gc.set_threshold(*before)


def grown_old() -> "weakref.ref[Thing]":
    """Garbage that outlived two looks while it was still wanted."""
    thing = Thing()
    gc.collect(1)
    return weakref.ref(thing)


@pytest.mark.usefixtures("leaving")
async def test_old_garbage_waits_until_nobody_does() -> None:
    thing = grown_old()
    kept = [[number] for number in range(100_000)]
    assert thing() is not None
    looking = asyncio.create_task(look_for_old_garbage(pause=0.05, worth_it=0))
    async with asyncio.timeout(30):
        while thing() is not None:  # noqa: ASYNC110 - nobody is told when garbage goes
            await asyncio.sleep(0.05)
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking
    assert len(kept) == 100_000
