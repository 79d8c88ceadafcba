"""Messages that wait for their person to say that they may be kept; until then they are in no report."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import one
from storage.sealing import seal


@dataclass(frozen=True, slots=True)
class Held:
    """One message; `question_key` and `view` are where the person was, `reason` is what makes it doubtful."""

    id: int
    person: str
    draft: int | None
    question_key: str
    view: str
    text: str
    reason: str
    message_id: int | None
    reply_to: int | None
    said_at: str | None
    inbox_seq: int | None


def put(db: Database, held: Held) -> None:
    """Keep a message apart; its id is given here."""
    db.execute(
        """INSERT INTO held (person, draft, question_key, view, text, reason, message_id, reply_to, said_at,
        inbox_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            held.person,
            held.draft,
            held.question_key,
            held.view,
            seal(db, held.text),
            held.reason,
            held.message_id,
            held.reply_to,
            held.said_at,
            held.inbox_seq,
        ),
    )


def first(db: Database, person: str) -> Held | None:
    """The oldest of a person's messages that wait."""
    return one(db, Held, "FROM held WHERE person = ? ORDER BY id LIMIT 1", (person,))


def get(db: Database, person: str, number: int) -> Held | None:
    """That one, if it is the person's."""
    return one(db, Held, "FROM held WHERE id = ? AND person = ?", (number, person))


def of_message(db: Database, person: str, message_id: int) -> Held | None:
    """The one that came as this message."""
    return one(db, Held, "FROM held WHERE person = ? AND message_id = ?", (person, message_id))


def change(db: Database, number: int, text: str, reason: str, inbox_seq: int | None) -> None:
    """The person has edited it, and it is still doubtful."""
    db.execute(
        "UPDATE held SET text = ?, reason = ?, inbox_seq = ? WHERE id = ?",
        (seal(db, text), reason, inbox_seq, number),
    )


def release(db: Database, number: int) -> None:
    """It waits no longer."""
    db.execute("DELETE FROM held WHERE id = ?", (number,))
