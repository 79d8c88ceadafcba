"""One call for those who ask the same at once, heard by all, ended when nobody waits any more."""

import asyncio
from collections.abc import Callable

import pytest

from bot.assistant.flights import Flights
from bot.writing.model import Answered, NoAnswer
from bot.writing.model.answered import OnText

KEY = ("telegram:1", "prompt")


class Told:
    """A call that says what the test has it say, and how often it was made."""

    def __init__(self) -> None:
        self.made = 0
        self.ended = 0
        self.more: OnText = print
        self.restart: Callable[[], None] = print
        self.outcome: asyncio.Future[Answered] = asyncio.get_running_loop().create_future()

    async def __call__(self, on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        self.made += 1
        self.more, self.restart = on_text, on_restart
        try:
            return await asyncio.shield(self.outcome)
        except asyncio.CancelledError:
            self.ended += 1
            raise


class Waiting:
    """Somebody who asks, with what was heard."""

    def __init__(self, flights: Flights, call: Told, key: tuple[str, str] = KEY) -> None:
        self.heard: list[str] = []
        self.task = asyncio.create_task(flights.share(key, call, self.heard.append, self.heard.clear))

    async def leaves(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


async def a_moment() -> None:
    await asyncio.sleep(0.01)


async def test_who_comes_later_hears_all_that_was_said_and_both_get_the_answer() -> None:
    flights, call = Flights(), Told()
    first = Waiting(flights, call)
    await a_moment()
    call.more("修路")
    second = Waiting(flights, call)
    await a_moment()
    call.more("三条")
    assert second.heard == ["修路", "三条"] == first.heard
    call.restart()
    call.more("重来")
    assert second.heard == ["重来"] == first.heard
    call.outcome.set_result(Answered("重来"))
    assert await first.task == await second.task == Answered("重来")
    assert call.made == 1
    third = Waiting(flights, call)
    await third.task
    assert call.made == 2


async def test_two_people_never_share() -> None:
    flights, mine, yours = Flights(), Told(), Told()
    waiting = [Waiting(flights, mine), Waiting(flights, yours, ("telegram:2", "prompt"))]
    await a_moment()
    mine.outcome.set_result(Answered("我的"))
    yours.outcome.set_result(Answered("你的"))
    assert [(await one.task).text for one in waiting] == ["我的", "你的"]


async def test_what_goes_wrong_is_told_to_all_who_wait() -> None:
    flights, call = Flights(), Told()
    waiting = [Waiting(flights, call), Waiting(flights, call)]
    await a_moment()
    call.outcome.set_exception(NoAnswer("down"))
    for one in waiting:
        with pytest.raises(NoAnswer):
            await one.task


async def test_a_call_goes_on_for_a_while_without_anybody_and_is_joined() -> None:
    flights, call = Flights(linger=0.2), Told()
    old = Waiting(flights, call)
    await a_moment()
    call.more("修路")
    await old.leaves()
    await a_moment()
    new = Waiting(flights, call)
    await asyncio.sleep(0.3)
    assert (call.made, call.ended, new.heard) == (1, 0, ["修路"])
    call.outcome.set_result(Answered("修路"))
    assert await new.task == Answered("修路")


async def test_nobody_comes_and_the_call_is_ended() -> None:
    flights, call = Flights(linger=0.05), Told()
    old = Waiting(flights, call)
    await a_moment()
    await old.leaves()
    assert call.ended == 0
    await asyncio.sleep(0.1)
    assert call.ended == 1
    new = Waiting(flights, call)
    await a_moment()
    assert call.made == 2
    await new.leaves()


async def test_a_person_who_stops_ends_the_calls_that_nobody_else_waits_for() -> None:
    flights, call, other = Flights(), Told(), Told()
    mine, still = Waiting(flights, call), Waiting(flights, other, ("telegram:1", "another"))
    await a_moment()
    mine.task.cancel()
    await flights.end("telegram:1")
    await a_moment()
    assert (call.ended, other.ended) == (1, 0)
    other.outcome.set_result(Answered("好"))
    assert await still.task == Answered("好")
