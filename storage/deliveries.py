"""Finished files that are on their way to a person: each finish and format exactly once."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import now, rows


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file of one finished report; the report is the draft's state right after event `finish_seq`.

    `message_id` is the message that is to become the file, None before it was sent.
    """

    id: int
    person: str
    draft: int
    finish_seq: int
    format: str
    message_id: int | None


def order(db: Database, person: str, draft: int, finish_seq: int, formats: tuple[str, ...]) -> None:
    """Put the files of one finish on their way; belongs into the transaction of the finish event."""
    for name in formats:
        db.execute(
            "INSERT OR IGNORE INTO deliveries (person, draft, finish_seq, format) VALUES (?, ?, ?, ?)",
            (person, draft, finish_seq, name),
        )


def again(db: Database, draft: int, whole: str) -> int | None:
    """Put all files of the draft's newest whole report on their way once more, told by the format `whole`.

    Return the finish that they belong to, None if there is none. What is on its way already is left alone.
    """
    sql = "SELECT max(finish_seq) FROM deliveries WHERE draft = ? AND format = ?"
    newest = db.execute(sql, (draft, whole)).fetchone()[0]
    db.execute(
        """UPDATE deliveries SET done_at = NULL, message_id = NULL
        WHERE finish_seq = ? AND done_at IS NOT NULL""",
        (newest,),
    )
    return int(newest) if newest is not None else None


def pinned(db: Database, draft: int) -> int | None:
    """The message that is pinned for a draft."""
    found = db.execute("SELECT message_id FROM pins WHERE draft = ?", (draft,)).fetchone()
    return int(found[0]) if found else None


def pin(db: Database, draft: int, message_id: int) -> None:
    """Note that this message is pinned for a draft, in place of the one before; nothing if it was deleted."""
    db.execute(
        "INSERT OR REPLACE INTO pins (draft, message_id) SELECT id, ? FROM drafts WHERE id = ?",
        (message_id, draft),
    )


def waiting(db: Database, person: str) -> list[Delivery]:
    """What this person is still to receive, oldest first."""
    return list(
        rows(db, Delivery, "FROM deliveries WHERE done_at IS NULL AND person = ? ORDER BY id", (person,))
    )


def people_waiting(db: Database, channel: str) -> list[str]:
    """Who is still to receive something."""
    found = db.execute(
        "SELECT DISTINCT person FROM deliveries WHERE done_at IS NULL AND person LIKE ? ORDER BY person",
        (f"{channel}:%",),
    )
    return [str(person) for (person,) in found]


def placing(db: Database, delivery: int) -> None:
    """Write as `placed` will, changing nothing: where this cannot be written, that could not be either."""
    db.execute("UPDATE deliveries SET message_id = NULL WHERE id = ? AND message_id IS NULL", (delivery,))


def placed(db: Database, delivery: int, message_id: int) -> None:
    """Note the message that is to become the file."""
    db.execute("UPDATE deliveries SET message_id = ? WHERE id = ?", (message_id, delivery))


def arrived(db: Database, delivery: int, message_id: int | None) -> None:
    """Note that a file reached the person."""
    db.execute(
        "UPDATE deliveries SET done_at = ?, message_id = ? WHERE id = ?", (now(), message_id, delivery)
    )
