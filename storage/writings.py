"""What is to be written with a model: a whole report or one section, by the event that asked for it."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import now, one, rows
from storage.sealing import seal

WAITING, DONE, STOPPED = "waiting", "done", "stopped"


@dataclass(frozen=True, slots=True)
class Writing:
    """One order. `section` is empty for a whole report; `seq` is the event that asked;
    with `plain` no model is to be asked.

    `frame` is what the report has around its sections and which sections those are; `told` is who wrote how
    much. Both are filled in when it is done.
    """

    id: int
    person: str
    draft: int
    seq: int
    section: str
    plain: int
    status: str
    frame: str
    told: str


def order(db: Database, person: str, draft: int, seq: int, section: str = "", *, plain: bool = False) -> int:
    """Ask for it, instead of what this draft still waits for; belongs into the event's transaction."""
    stop(db, draft)
    found = db.execute(
        """INSERT INTO writings (person, draft, seq, section, plain, asked_at) VALUES (?, ?, ?, ?, ?, ?)
        RETURNING id""",
        (person, draft, seq, section, plain, now()),
    ).fetchone()
    return int(found[0])


def stop(db: Database, draft: int) -> bool:
    """Call off what this draft waits for; whether there was anything."""
    return (
        db.execute(
            "UPDATE writings SET status = 'stopped', ended_at = ? WHERE draft = ? AND status = 'waiting'",
            (now(), draft),
        ).rowcount
        > 0
    )


def done(db: Database, writing: int, *, frame: str = "", told: str = "") -> bool:
    """Note that it is written; False, and nothing noted, if it was called off meanwhile."""
    changed = db.execute(
        """UPDATE writings SET status = 'done', frame = ?, told = ?, ended_at = ?
        WHERE id = ? AND status = 'waiting'""",
        (seal(db, frame), told, now(), writing),
    ).rowcount
    return changed > 0


def waiting(db: Database, channel: str) -> list[Writing]:
    """Everything that waits in one channel, oldest first: what a restart takes up."""
    found = rows(
        db, Writing, "FROM writings WHERE status = 'waiting' AND person LIKE ? ORDER BY id", (f"{channel}:%",)
    )
    return list(found)


def waiting_of(db: Database, draft: int) -> Writing | None:
    """What this draft waits for."""
    return one(db, Writing, "FROM writings WHERE draft = ? AND status = 'waiting'", (draft,))


def newest_whole(db: Database, draft: int) -> Writing | None:
    """The newest whole report of the draft that was written to its end."""
    return one(
        db,
        Writing,
        "FROM writings WHERE draft = ? AND status = 'done' AND section = '' ORDER BY id DESC LIMIT 1",
        (draft,),
    )


def get(db: Database, writing: int) -> Writing | None:
    """The order with that id."""
    return one(db, Writing, "FROM writings WHERE id = ?", (writing,))
