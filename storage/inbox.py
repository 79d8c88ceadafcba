"""The durable inbox: what arrived, committed before it is acknowledged to whoever sent it.

A row is told apart by source, update id and content, so a redelivery is kept once, while an update id that
comes again with other content (ids restart at random after a quiet week) is kept as the new thing it is.
Rows are handled in the order of their local sequence.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import now, rows
from storage.sealing import digest, seal

SET_ASIDE = "state IN ('dead', 'quarantined')"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that just arrived, not stored yet."""

    update_id: int
    chat: int | None
    raw: str
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored row that has not been handled yet."""

    seq: int
    chat: int | None
    raw: str
    attempts: int


def put(db: Database, source: str, arrivals: list[Arrival], *, handled: bool = False) -> list[Waiting]:
    """Store a batch; return the rows that are new and wait. Unreadable ones are kept aside, quarantined.

    Those that are `handled` in the same transaction do not wait.
    """
    stored = []
    state = "done" if handled else "new"
    for arrival in arrivals:
        inserted = db.execute(
            """INSERT OR IGNORE INTO inbox (source, update_id, digest, chat, raw, state, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING seq""",
            (
                source,
                arrival.update_id,
                digest(db, arrival.raw),
                arrival.chat,
                seal(db, arrival.raw),
                state if arrival.readable else "quarantined",
                now(),
            ),
        ).fetchone()
        if inserted and arrival.readable:
            stored.append(Waiting(inserted[0], arrival.chat, arrival.raw, 0))
    return stored


def waiting(db: Database, source: str) -> list[Waiting]:
    """Everything of this source that waits, oldest first."""
    sql = "FROM inbox INDEXED BY inbox_waiting WHERE state = 'new' AND source = ? ORDER BY seq"
    return list(rows(db, Waiting, sql, (source,)))


class TakenBack(Exception):
    """The row is not there any more: while it waited it turned out that it must not be kept."""


def still_there(db: Database, seq: int) -> None:
    """Be sure of it in front of writing anything that the row leads to. Raises TakenBack."""
    if not db.execute("SELECT 1 FROM inbox WHERE seq = ?", (seq,)).fetchone():
        raise TakenBack


def begin(db: Database, seq: int) -> None:
    """Mark one row handled, before anything of it is written in the same transaction. Raises TakenBack."""
    if not db.execute("UPDATE inbox SET state = 'done' WHERE seq = ?", (seq,)).rowcount:
        raise TakenBack


def done(db: Database, seq: int) -> None:
    """Mark one row handled that leads to nothing else, or to what is stored in the same transaction."""
    db.execute("UPDATE inbox SET state = 'done' WHERE seq = ?", (seq,))


def wait(db: Database, seq: int) -> None:
    """Let one row wait that was not handled after all."""
    db.execute("UPDATE inbox SET state = 'new' WHERE seq = ?", (seq,))


def failed(db: Database, seq: int, error: str, most_attempts: int) -> bool:
    """Count a failed attempt; after `most_attempts` the row is set aside. Return whether it was set aside.

    Raises TakenBack.
    """
    state = db.execute(
        """UPDATE inbox SET attempts = attempts + 1, error = ?,
        state = CASE WHEN attempts + 1 >= ? THEN 'dead' ELSE state END WHERE seq = ? RETURNING state""",
        (error, most_attempts, seq),
    ).fetchone()
    if state is None:
        raise TakenBack
    return bool(state[0] == "dead")


def forget(db: Database, seq: int) -> None:
    """Delete one row: its person does not want it kept."""
    db.execute("DELETE FROM inbox WHERE seq = ?", (seq,))


def set_aside(db: Database) -> int:
    """How many rows are dead or quarantined."""
    return int(db.execute(f"SELECT count(*) FROM inbox WHERE {SET_ASIDE}").fetchone()[0])
