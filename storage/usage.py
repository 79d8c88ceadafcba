"""How much each person uses, by day: counts only."""

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

MESSAGES, DRAFTS, VOICE_SECONDS = "messages", "drafts", "voice_seconds"


@dataclass(frozen=True, slots=True)
class Usage:
    """What one person used of one thing: today, and in all."""

    person: str
    kind: str
    today: int
    total: int


def add(db: Database, person: str, day: date, kind: str, amount: int = 1) -> int:
    """Count something; return the day's sum."""
    found = db.execute(
        """INSERT INTO usage (person, day, kind, amount) VALUES (?, ?, ?, ?)
        ON CONFLICT (person, day, kind) DO UPDATE SET amount = amount + excluded.amount RETURNING amount""",
        (person, day.isoformat(), kind, amount),
    ).fetchone()
    return int(found[0])


def used(db: Database, person: str, day: date, kind: str) -> int:
    """The day's sum."""
    found = db.execute(
        "SELECT amount FROM usage WHERE person = ? AND day = ? AND kind = ?", (person, day.isoformat(), kind)
    ).fetchone()
    return int(found[0]) if found else 0


def summed(db: Database, day: date) -> list[Usage]:
    """What everybody used, on that day and in all."""
    found = db.execute(
        """SELECT person, kind, sum(CASE WHEN day = ? THEN amount ELSE 0 END), sum(amount)
        FROM usage GROUP BY person, kind ORDER BY person, kind""",
        (day.isoformat(),),
    )
    return [Usage(*row) for row in found.fetchall()]
