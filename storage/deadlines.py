"""The day a report is due, and which reminders of it are spent."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import one, rows


@dataclass(frozen=True, slots=True)
class Deadline:
    """`day` is ISO 8601; `hour` is the hour at which the person wants to be reminded, None if they do not."""

    draft: int
    person: str
    day: str
    hour: int | None


def of_draft(db: Database, draft: int) -> Deadline | None:
    """The deadline of a draft."""
    return one(db, Deadline, "FROM deadlines WHERE draft = ?", (draft,))


def put(db: Database, deadline: Deadline) -> None:
    """Set a draft's deadline, in place of the one it had."""
    db.execute(
        "INSERT OR REPLACE INTO deadlines (draft, person, day, hour) VALUES (?, ?, ?, ?)",
        (deadline.draft, deadline.person, deadline.day, deadline.hour),
    )


def clear(db: Database, draft: int) -> None:
    """Forget a draft's deadline."""
    db.execute("DELETE FROM deadlines WHERE draft = ?", (draft,))
    db.execute("DELETE FROM reminders WHERE draft = ?", (draft,))


def quiet(db: Database, person: str) -> int:
    """End all reminders of a person; return how many drafts had some."""
    return db.execute(
        "UPDATE deadlines SET hour = NULL WHERE person = ? AND hour IS NOT NULL", (person,)
    ).rowcount


def to_remind_of(db: Database, channel: str, today: str) -> list[Deadline]:
    """Deadlines that are not past, of people who want to be reminded."""
    sql = "FROM deadlines WHERE hour IS NOT NULL AND day >= ? AND person LIKE ? ORDER BY draft"
    return list(rows(db, Deadline, sql, (today, f"{channel}:%")))


def spent(db: Database, draft: int, day: str) -> frozenset[int]:
    """How many days before this day reminders have come, or can come no more."""
    found = db.execute("SELECT days_before FROM reminders WHERE draft = ? AND day = ?", (draft, day))
    return frozenset(number for (number,) in found)


def spend(db: Database, draft: int, day: str, days_before: Iterable[int]) -> None:
    """Note that these reminders come now, or came too late; none of them comes again."""
    for number in days_before:
        db.execute(
            "INSERT OR IGNORE INTO reminders (draft, day, days_before) VALUES (?, ?, ?)", (draft, day, number)
        )
