"""What models have cost, as whoever pays reads it."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlite_utils import Database

from storage import Store, calls, drafts, people
from tests.commands.running import refused, run

ME, OTHER = "telegram:1001", "telegram:1002"
TODAY = date.today().isoformat()


def paid(store: Store, person: str, outline: str, day: str, *, tokens: int, metered: bool = True) -> None:
    """A report begun and one call for it."""

    def job(db: Database) -> None:
        people.meet(db, person)
        known = [row.id for row in drafts.of_person(db, person) if row.outline == outline]
        draft = known[0] if known else drafts.create(db, person, outline, 1).id
        calls.keep(
            db,
            person,
            draft,
            day=day,
            key="k",
            answer="写好的话",
            prompt_tokens=tokens,
            completion_tokens=10,
            cached_tokens=tokens // 2,
            metered=metered,
            cost=Decimal(tokens) / 1000,
        )

    store.write_now(job)


def books() -> Path:
    """Two people, three reports, two days."""
    store = Store(Path("a.db"))
    paid(store, ME, "mayor", "2020-11-30", tokens=100)
    paid(store, ME, "mayor", TODAY, tokens=200)
    paid(store, ME, "five-duties", TODAY, tokens=400, metered=False)
    paid(store, OTHER, "mayor", TODAY, tokens=800)
    store.close()
    return Path("a.db")


def test_every_day_person_and_report_has_its_line_and_all_together_the_last() -> None:
    said = run("usage", "--db", books()).output.splitlines()
    assert said[0].split() == [
        "day",
        "person",
        "report",
        "calls",
        "tokens",
        "in",
        "cached",
        "tokens",
        "out",
        "money",
    ]
    assert said[1].split() == ["2020-11-30", ME, "1", "mayor", "1", "100", "50", "10", "0.1"]
    assert len(said) == 1 + 4 + 1 + 1 + 3
    assert said[5].split() == ["all", "4", "1500", "750", "40", "1.5"]
    assert said[6] == "1 calls were counted by characters"
    assert f"today, {ME}: 2 calls, 620 tokens, 0.6 money" in said
    assert "费用" in run("usage", "--db", "a.db", LC_ALL="zh_CN.UTF-8").output


def test_lines_are_added_up_and_chosen() -> None:
    books()

    def used(*args: str) -> list[list[str]]:
        return [line.split() for line in run("usage", "--db", "a.db", *args).output.splitlines()[1:]]

    assert [line[0] for line in used("--by", "person")][:2] == [ME, OTHER]
    assert [line[0] for line in used("--by", "day")][:2] == ["2020-11-30", TODAY]
    assert used("--by", "report")[0] == [ME, "1", "mayor", "2", "300", "150", "20", "0.3"]
    assert used("--user", "1002")[0][1] == OTHER
    assert used("--day", "2020-11-30")[1][:2] == ["all", "1"]
    assert "Error" in refused("usage", "--db", "a.db", "--day", "gestern")


def test_limits_stand_beside_what_is_used_today_also_for_programs() -> None:
    books()
    limits = {
        "SHUZHI_DAILY_CALLS_PER_PERSON": "40",
        "SHUZHI_DAILY_TOKENS": "10000",
        "SHUZHI_DAILY_MONEY_PER_PERSON": "2.50",
    }
    said = run("usage", "--db", "a.db", **limits).output
    assert "today, everybody: 3 calls, 1430/10000 tokens, 1.4 money" in said
    assert f"today, {OTHER}: 1/40 calls, 810 tokens, 0.8/2.50 money" in said
    told = json.loads(run("usage", "--json", "--db", "a.db", **limits).output)
    assert sum(line["prompt_tokens"] for line in told["used"]) == 1500
    assert told["used"][0]["outline"] == "mayor"
    assert told["today"][0] == {
        "person": None,
        "calls": 3,
        "most_calls": None,
        "tokens": 1430,
        "most_tokens": 10000,
        "cost": "1.4",
        "most_cost": None,
    }


def test_without_a_database_it_is_said() -> None:
    assert "no database" in refused("usage", "--db", "nowhere.db")
