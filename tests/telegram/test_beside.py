"""What is done beside the answers."""

from __future__ import annotations

import asyncio

from bot.telegram.beside import Beside


async def test_what_ends_before_it_began_holds_nothing_up_in_its_chat() -> None:
    beside, done = Beside(), list[str]()

    async def work(what: str) -> None:
        done.append(what)

    beside.later(1001, lambda: work("never begun"))
    (ended,) = beside.under_way()
    ended.cancel()
    await asyncio.gather(ended, return_exceptions=True)
    assert beside.under_way() == []
    beside.later(1001, lambda: work("the next"))
    await asyncio.gather(*beside.under_way())
    assert done == ["the next"]
    assert beside.under_way() == []
