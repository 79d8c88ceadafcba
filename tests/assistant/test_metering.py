"""What a day may cost: every call counted for its person and draft, and nobody asked beyond the limits."""

import asyncio
import threading
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.assistant.metering import Limits, Meter
from bot.writing.model import Answered, NoAnswer, Spent, Turn, Why, write_report
from storage import Store, UnwritableDatabase, calls, drafts, people
from tests.loop.office import Scripted, diligent, house_for, is_complete, state_of

ME, OTHER = "telegram:1", "telegram:2"
NOTHING: dict[str, Any] = {
    "prompt_tokens": 0,
    "completion_tokens": 0,
    "cached_tokens": 0,
    "metered": True,
    "cost": Decimal(0),
}
ASKED = (Turn("user", "写" * 100),)


class Priced(Scripted):
    """A thousand tokens and a tenth of money for every call, or an answer that nobody counted."""

    metered = True

    async def __call__(self, turns: Sequence[Turn], **how: object) -> Answered:
        text = (await super().__call__(turns, **how)).text  # type: ignore[arg-type]
        await asyncio.sleep(0)
        return Answered(text, 900, 100, 400, Decimal("0.1"), True) if self.metered else Answered(text)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "a.db")
    for person in (ME, OTHER):
        store.write_now(lambda db, who=person: (people.meet(db, who), drafts.create(db, who, "mayor", 1)))  # type: ignore[misc]
    return store


def meter(store: Store, day: int = 5, **limits: Any) -> Meter:
    return Meter(store, Limits(**limits), lambda: date(2026, 12, day))


async def asks(of: Meter, person: str = ME, *, model: Priced | None = None) -> Answered:
    """One call, stored as the loop stores it."""
    metered = of.metered(model or Priced(lambda _: "话"), person, 1)
    answer = await metered(ASKED, max_tokens=10, temperature=0.5)
    await of.kept(person, 1).put("key", answer)
    return answer


async def test_what_was_paid_while_the_disk_is_full_is_kept_once_there_is_room(store: Store) -> None:
    await store.read(lambda db: db.execute("PRAGMA max_page_count = 1").fetchone())
    full = meter(store)
    full.storage_pause = 0.01
    asking = asyncio.create_task(asks(full, model=Priced(lambda _: "话" * 50_000)))
    with pytest.raises(UnwritableDatabase):
        await store.write(lambda db: calls.keep(db, ME, 1, day="", key="", answer="话" * 50_000, **NOTHING))
    await asyncio.sleep(0.05)
    assert not asking.done()
    assert await full.kept(ME, 1).get("key") == "话" * 50_000
    await store.read(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchone())
    await asking
    assert await full.kept(ME, 1).get("key") == "话" * 50_000
    assert (await store.read(lambda db: calls.spent(db, "2026-12-05")))[0] == 1000


async def test_what_has_come_is_stored_though_the_program_stops_before_the_disk_is_free(store: Store) -> None:
    free = threading.Event()
    disk = store.write_begun(lambda _: free.wait(5))
    storing = asyncio.create_task(meter(store).note(ME, 1, "key", Answered("话"), text=True))
    await asyncio.sleep(0)
    storing.cancel()
    await asyncio.gather(storing, return_exceptions=True)
    free.set()
    await disk
    await asyncio.to_thread(store.close)
    again = Store(store.path)
    assert again.read_now(lambda db: calls.answer(db, ME, "key")) == "话"
    again.close()


async def test_what_came_just_before_the_call_was_to_be_made_is_not_asked_for_again(store: Store) -> None:
    """A stopped order's call may come to its end between a newer order's look at what is kept and its own."""
    kept = meter(store).kept(ME, 1)
    await kept.put("key", Answered("话"))

    async def call(*_: object) -> Answered:
        raise AssertionError("asked again")

    brought = await kept.bring("key", call, lambda _: None, lambda: None)
    assert brought == Answered("话", kept=True)
    assert Spent().plus(brought) == Spent(kept=1)
    store.close()


@pytest.mark.parametrize(
    ("limits", "others"),
    [
        ({"calls_per_person": 1}, True),
        ({"tokens_per_person": 1000}, True),
        ({"tokens": 1000}, False),
        ({"money_per_person": Decimal("0.1")}, True),
        ({"money": Decimal("0.1")}, False),
    ],
)
async def test_beyond_a_limit_nobody_is_asked_until_tomorrow(
    store: Store, limits: dict[str, Any], others: bool
) -> None:
    today = meter(store, **limits)
    await asks(today)
    model = Priced(lambda _: "话")
    with pytest.raises(NoAnswer) as refused:
        await asks(today, model=model)
    assert refused.value.why is Why.LIMIT
    assert not model.asked
    if others:
        await asks(today, OTHER)
    else:
        with pytest.raises(NoAnswer):
            await asks(today, OTHER)
    await asks(meter(store, 6, **limits))
    store.close()


async def test_calls_under_way_count_before_they_come_back(store: Store) -> None:
    tight = meter(store, tokens=2000)
    answers = await asyncio.gather(*(asks(tight) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(answer, Answered) for answer in answers) <= 2
    two = meter(store, 6, calls_per_person=2)
    answers = await asyncio.gather(*(asks(two) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(answer, Answered) for answer in answers) == 2
    store.close()


async def test_what_a_server_does_not_count_is_counted_by_characters(store: Store) -> None:
    model = Priced(lambda _: "话" * 50)
    model.metered = False
    answer = await asks(meter(store), model=model)
    assert (answer.prompt_tokens, answer.completion_tokens, answer.metered) == (100, 50, False)
    assert store.read_now(calls.usage)[0].unmetered == 1
    store.close()


async def test_a_report_that_meets_the_limit_is_complete_and_says_why(store: Store) -> None:
    state = state_of("mayor")
    bounded = meter(store, tokens_per_person=3000)
    made = await write_report(
        state,
        house_for(state),
        bounded.metered(Priced(diligent), ME, 1),
        kept=bounded.kept(ME, 1),
        at_a_time=1,
    )
    assert made.by_plain > 0
    assert is_complete(made.report, state)
    assert made.spent.whys == {Why.LIMIT}
    spent = store.read_now(calls.usage)
    assert [line.draft for line in spent] == [1]
    assert sum(line.prompt_tokens + line.completion_tokens for line in spent) == made.spent.calls * 1000
    store.close()
