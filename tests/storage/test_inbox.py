"""The durable inbox: kept before it is acknowledged, once each, in order, and never lost."""

from pathlib import Path

from storage import Store, inbox
from storage.inbox import Arrival


def put(store: Store, *arrivals: Arrival, source: str = "bot1") -> list[inbox.Waiting]:
    """Store a batch that just arrived."""
    return store.write_now(lambda db: inbox.put(db, source, list(arrivals)))


def waiting(store: Store, source: str = "bot1") -> list[str]:
    """What waits, by its content."""
    return [row.raw for row in store.read_now(lambda db: inbox.waiting(db, source))]


def test_what_arrived_waits_in_the_order_it_came(store: Store) -> None:
    put(store, Arrival(900, 1, "first"), Arrival(17, 2, "second"))
    put(store, Arrival(3, 1, "third"))
    assert waiting(store) == ["first", "second", "third"]


def test_a_redelivery_is_kept_once(store: Store) -> None:
    assert len(put(store, Arrival(5, 1, "same"))) == 1
    assert put(store, Arrival(5, 1, "same")) == []
    assert waiting(store) == ["same"]


def test_a_redelivery_of_something_done_is_not_done_again(store: Store) -> None:
    (row,) = put(store, Arrival(5, 1, "same"))
    store.write_now(lambda db: inbox.done(db, row.seq))
    assert put(store, Arrival(5, 1, "same")) == []
    assert waiting(store) == []


def test_an_update_id_that_comes_again_with_other_content_is_kept(store: Store) -> None:
    put(store, Arrival(5, 1, "before the quiet week"))
    put(store, Arrival(5, 1, "after it"))
    assert waiting(store) == ["before the quiet week", "after it"]


def test_two_bots_do_not_share_update_ids(store: Store) -> None:
    put(store, Arrival(5, 1, "same"))
    put(store, Arrival(5, 1, "same"), source="bot2")
    assert waiting(store) == ["same"]
    assert waiting(store, "bot2") == ["same"]


def test_the_same_words_twice_are_two_messages(store: Store) -> None:
    put(store, Arrival(5, 1, "same"), Arrival(6, 1, "same"))
    assert waiting(store) == ["same", "same"]


def test_what_waits_survives_a_restart(store: Store, path: Path) -> None:
    put(store, Arrival(5, 1, "late"))
    store.close()
    again = Store(path)
    assert waiting(again) == ["late"]
    again.close()


def test_the_unreadable_is_set_aside_and_counted(store: Store) -> None:
    assert put(store, Arrival(5, None, "{broken", readable=False), Arrival(6, 1, "good"))[0].raw == "good"
    assert waiting(store) == ["good"]
    assert store.read_now(inbox.set_aside) == 1


def test_what_fails_is_tried_again_and_then_set_aside(store: Store) -> None:
    (row,) = put(store, Arrival(5, 1, "poison"))
    tried = [store.write_now(lambda db: inbox.failed(db, row.seq, "boom", 3)) for _ in range(2)]
    assert tried == [False, False]
    (again,) = store.read_now(lambda db: inbox.waiting(db, "bot1"))
    assert again.attempts == 2
    assert store.write_now(lambda db: inbox.failed(db, row.seq, "boom", 3))
    assert waiting(store) == []
    assert store.read_now(inbox.set_aside) == 1
