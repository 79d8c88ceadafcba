"""What an operator wants to know of a database: is it whole, what waits, what was set aside."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import rows


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that was set aside. `error` says what kind of failure, and where in the program."""

    seq: int
    chat: int | None
    state: str
    attempts: int
    error: str | None
    received_at: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Counts of one moment. `damage` is empty for a sound file."""

    damage: str
    people: int
    drafts: int
    events: int
    waiting: int
    screens_behind: int
    files_waiting: int
    dead: tuple[DeadLetter, ...]


def diagnose(db: Database) -> Diagnosis:
    """Look through the whole file (`PRAGMA quick_check`) and count what there is."""
    checked = "; ".join(str(row[0]) for row in db.execute("PRAGMA quick_check").fetchall())
    return Diagnosis(
        damage="" if checked == "ok" else checked,
        people=_count(db, "people"),
        drafts=_count(db, "drafts"),
        events=_count(db, "events"),
        waiting=_count(db, "inbox WHERE state = 'new'"),
        screens_behind=_count(db, "screens WHERE wanted <> shown"),
        files_waiting=_count(db, "deliveries WHERE done_at IS NULL"),
        dead=tuple(rows(db, DeadLetter, "FROM inbox WHERE state IN ('dead', 'quarantined') ORDER BY seq")),
    )


def _count(db: Database, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])
