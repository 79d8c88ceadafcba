"""What somebody had used on the day on which they were forgotten: nobody forgets a daily limit away.

Numbers without words. Until the day is over they stand under a mark in place of their person: a digest of day
and id, keyed where the file has a key.
"""

from datetime import date

from sqlite_utils import Database

from storage.sealing import digest

ALL = "gone:*"


def mark(db: Database, person: str, day: str) -> str:
    """What stands in place of the person's id in numbers of that day."""
    return ALL.replace("*", digest(db, f"{day} {person}"))


def keep_counts(db: Database, person: str, day: date) -> None:
    """Put the day's numbers under the mark; belongs in front of `purge`, which takes all others."""
    marked = mark(db, person, day.isoformat())
    db.execute(
        """UPDATE model_calls SET person = ?, draft = NULL, key = '', answer = NULL
        WHERE person = ? AND day = ?""",
        (marked, person, day.isoformat()),
    )
    db.execute(
        """INSERT INTO usage (person, day, kind, amount)
        SELECT ?, day, kind, amount FROM usage WHERE person = ? AND day = ?
        ON CONFLICT (person, day, kind) DO UPDATE SET amount = amount + excluded.amount""",
        (marked, person, day.isoformat()),
    )


def still_counted(db: Database, person: str, day: str) -> str:
    """The mark, if numbers of that day stand under it; otherwise nobody."""
    marked = mark(db, person, day)
    found = db.execute("SELECT 1 FROM usage WHERE person = ? LIMIT 1", (marked,)).fetchone()
    return marked if found else ""


def lapse(db: Database, today: date) -> None:
    """Let go what was kept on days that are over; what models cost stays, as nobody's."""
    over = (ALL, today.isoformat())
    db.execute("DELETE FROM usage WHERE person GLOB ? AND day < ?", over)
    db.execute("UPDATE model_calls SET person = '' WHERE person GLOB ? AND day < ?", over)
