"""Orders, versions of sections, kept answers and what they cost."""

from decimal import Decimal
from pathlib import Path

from sqlite_utils import Database

from storage import Store, calls, drafts, people, versions, writings

ME, OTHER = "telegram:1", "telegram:2"


def begun(store: Store, person: str = ME) -> int:
    """A person's draft."""

    def job(db: Database) -> int:
        people.meet(db, person)
        return drafts.create(db, person, "mayor", 1).id

    return store.write_now(job)


def pays(
    store: Store, person: str, key: str, answer: str | None, tokens: int, day: str = "2026-12-05"
) -> None:
    """One call to a model, at a price of a hundredth a token."""
    store.write_now(
        lambda db: calls.keep(
            db,
            person,
            1,
            day=day,
            key=key,
            answer=answer,
            prompt_tokens=tokens,
            completion_tokens=1,
            cached_tokens=0,
            metered=True,
            cost=Decimal(tokens) / 100,
        )
    )


def test_an_order_waits_over_a_restart_and_a_new_one_takes_its_place(path: Path) -> None:
    store = Store(path)
    draft = begun(store)
    first = store.write_now(lambda db: writings.order(db, ME, draft, 5))
    second = store.write_now(lambda db: writings.order(db, ME, draft, 6, "study"))
    store.close()
    store = Store(path)
    waiting = store.read_now(lambda db: writings.waiting(db, "telegram"))
    assert [(order.id, order.section) for order in waiting] == [(second, "study")]
    assert store.read_now(lambda db: writings.waiting(db, "terminal")) == []
    assert not store.write_now(lambda db: writings.done(db, first, told="{}"))
    assert store.write_now(lambda db: writings.done(db, second))
    assert not store.write_now(lambda db: writings.stop(db, draft))
    store.close()


def test_every_version_is_kept_and_any_may_be_chosen(store: Store) -> None:
    draft = begun(store)
    first, second = (
        store.write_now(
            lambda db, text=text: versions.add(  # type: ignore[misc]
                db, draft, "study", 5, basis="b", wish="{}", blocks=text, told="{}"
            )
        )
        for text in ("一稿", "二稿")
    )
    assert store.read_now(lambda db: versions.chosen(db, draft))["study"].id == second
    store.write_now(lambda db: versions.choose(db, draft, "study", first))
    assert store.read_now(lambda db: versions.chosen(db, draft))["study"].blocks == "一稿"
    every = store.read_now(lambda db: versions.of_section(db, draft, "study"))
    assert [version.blocks for version in every] == ["一稿", "二稿"]


def test_an_answer_is_found_again_by_its_person_alone(store: Store) -> None:
    begun(store), begun(store, OTHER)
    pays(store, ME, "k", "写好的话", 10)
    assert store.read_now(lambda db: calls.answer(db, ME, "k")) == "写好的话"
    assert store.read_now(lambda db: calls.answer(db, OTHER, "k")) is None
    assert store.read_now(lambda db: calls.answer(db, ME, "other")) is None


def test_usage_is_counted_by_day_and_person(store: Store) -> None:
    begun(store), begun(store, OTHER)
    pays(store, ME, "a", "话", 10)
    pays(store, ME, "", None, 5)
    pays(store, OTHER, "a", "话", 100)
    pays(store, ME, "b", "话", 1, day="2026-12-06")
    assert store.read_now(lambda db: calls.spent(db, "2026-12-05", ME)) == (17, Decimal("0.15"))
    assert store.read_now(lambda db: calls.spent(db, "2026-12-05"))[0] == 118
    lines = store.read_now(lambda db: calls.usage(db, day="2026-12-05"))
    assert [(line.person, line.calls, line.tokens) for line in lines] == [(ME, 2, 17), (OTHER, 1, 101)]
    mine = [line for line in store.read_now(calls.usage) if line.person == ME]
    assert mine[-1].cost == Decimal("0.01")
