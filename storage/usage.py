"""How much each person uses, by day: counts only."""

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from storage.forgotten import mark

MESSAGES, DRAFTS, VOICE_SECONDS = "messages", "drafts", "voice_seconds"


@dataclass(frozen=True, slots=True)
class Usage:
    """What one person used of one thing: today, and in all."""

    person: str
    kind: str
    today: int
    total: int


def add(db: Database, person: str, day: date, kind: str, amount: int = 1) -> None:
    """Count something."""
    db.execute(
        """INSERT INTO usage (person, day, kind, amount) VALUES (?, ?, ?, ?)
        ON CONFLICT (person, day, kind) DO UPDATE SET amount = amount + excluded.amount""",
        (person, day.isoformat(), kind, amount),
    )


def used(db: Database, person: str, day: date, kind: str) -> int:
    """The day's sum, with what was used before the person was forgotten on that day."""
    both = person, mark(db, person, day.isoformat())
    found = db.execute(
        "SELECT coalesce(sum(amount), 0) FROM usage WHERE person IN (?, ?) AND day = ? AND kind = ?",
        (*both, day.isoformat(), kind),
    ).fetchone()
    return int(found[0])


def summed(db: Database, day: date) -> list[Usage]:
    """What everybody used, on that day and in all."""
    found = db.execute(
        """SELECT person, kind, sum(CASE WHEN day = ? THEN amount ELSE 0 END), sum(amount)
        FROM usage GROUP BY person, kind ORDER BY person, kind""",
        (day.isoformat(),),
    )
    return [Usage(*row) for row in found.fetchall()]
