"""Messages that were kept and have no reaction yet, as far as is known: a kill would leave them without."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import rows


@dataclass(frozen=True, slots=True)
class Owed:
    """One message of a person's, new or `corrected`, that is still to be acknowledged."""

    person: str
    message_id: int
    corrected: int


def owe(db: Database, person: str, message_id: int, *, corrected: bool) -> None:
    """The message is to be acknowledged; belongs into the transaction that keeps it."""
    db.execute(
        "INSERT OR REPLACE INTO acknowledgements (person, message_id, corrected) VALUES (?, ?, ?)",
        (person, message_id, int(corrected)),
    )


def settle(db: Database, person: str, message_id: int) -> None:
    """It has been acknowledged, or is not to be."""
    db.execute("DELETE FROM acknowledgements WHERE person = ? AND message_id = ?", (person, message_id))


def owed(db: Database, channel: str) -> list[Owed]:
    """All that is still to be acknowledged in a channel, each person's in the order it was sent."""
    condition = "FROM acknowledgements WHERE person LIKE ? ORDER BY person, message_id"
    return list(rows(db, Owed, condition, (f"{channel}:%",)))
