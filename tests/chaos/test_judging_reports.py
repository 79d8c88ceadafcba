"""What counts as paid twice: an answer that had arrived, asked for once more for the same person."""

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.writing.model import Prompt, Turn
from storage import Store, calls, drafts, people
from tests.chaos.judging_reports import paid
from tests.chaos.tally import Tally
from tests.doubles.modelserver.server import Ask

PROMPT = Prompt("section", (Turn("user", "请写这一部分"),), 500, 0.3)
BODY = {
    "messages": [{"role": "user", "content": "请写这一部分"}],
    "max_tokens": 500,
    "temperature": 0.3,
}


def asked(at: float, took: float = 1.0) -> Ask:
    return Ask("/v1/chat/completions", {}, "", BODY, at, took)


def judged(tmp_path: Path, asks: list[Ask], ended: list[tuple[float, float]], payers: int = 1) -> Tally:
    """The tally of a run in which so many people keep the answer and the program ended at these moments."""
    store = Store(tmp_path / "a.db")
    for number in range(payers):
        person = f"telegram:{number}"
        store.write_now(lambda db, who=person: _keeps(db, who))  # type: ignore[misc]
    store.close()
    tally = Tally()
    program: Any = SimpleNamespace(db=tmp_path / "a.db", ended=ended)
    server: Any = SimpleNamespace(asked=asks)
    writer: Any = SimpleNamespace(whole=set(range(len(asks))))
    paid(server, writer, program, tally)
    return tally


def _keeps(db: Any, person: str) -> None:
    people.meet(db, person)
    calls.keep(
        db,
        person,
        drafts.create(db, person, "mayor", 1).id,
        day="2026-12-05",
        key=PROMPT.key,
        answer="话",
        prompt_tokens=1,
        completion_tokens=1,
        cached_tokens=0,
        metered=True,
        cost=Decimal(0),
    )


def test_an_answer_that_had_come_and_is_asked_for_again_is_paid_twice(tmp_path: Path) -> None:
    tally = judged(tmp_path, [asked(10), asked(20)], [(15.0, 15.1)])
    assert tally.counts["sections paid twice"] == 1
    assert [note.split(";")[0] for note in tally.notes] == [
        "paid twice: an answer came at 11.00",
        "paid twice: an answer came at 21.00",
    ]


@pytest.mark.parametrize("end", [10.2, 10.9, 11.2], ids=["while it is made", "just before", "just after"])
def test_a_kill_while_the_answer_is_on_its_way_excuses_it(tmp_path: Path, end: float) -> None:
    tally = judged(tmp_path, [asked(10), asked(20)], [(end, end)])
    assert tally.counts["sections paid twice"] == 0
    assert tally.counts["asked again because a kill came while the answer was on its way"] == 1


def test_two_people_who_ask_alike_pay_once_each(tmp_path: Path) -> None:
    tally = judged(tmp_path, [asked(10), asked(20)], [], payers=2)
    assert tally.counts["sections paid twice"] == 0
