"""Deleting what belongs to a person: the only path on which an event may leave the database."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from storage.belongings import BELONGINGS, whose
from storage.sealing import remembered

KEPT_OUT = "members"


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was deleted."""

    drafts: int
    events: int
    messages: int


def purge(db: Database, person: str) -> Purged:
    """Delete every row that belongs to the person; what they cost stays as numbers that are nobody's.

    Whoever an administrator keeps out stays out. Belongs into one transaction. What is deleted is overwritten
    with zeros in the file (secure_delete) and in the log beside it by `Store.scrub`; copies in backups are
    not touched.
    """
    remembered(db).clear()
    values = whose(person)
    db.execute("INSERT INTO purging (draft) SELECT id FROM drafts WHERE person = ?", (person,))
    db.execute(f"{_NOBODYS} WHERE person = ?", (person,))
    gone = {}
    for table, where in BELONGINGS.items():
        spared = " AND standing = 'in'" if table == KEPT_OUT else ""
        gone[table] = db.execute(f"DELETE FROM {table} WHERE {where}{spared}", values).rowcount
    db.execute("DELETE FROM purging")
    return Purged(gone["drafts"], gone["events"], gone["inbox"])


def take_back(db: Database, person: str, rows: Iterable[int], messages: Iterable[int]) -> None:
    """Delete messages of a person, by their rows in the inbox and their numbers, with what was kept of them.

    For what must not be kept at all, as it turned out. Belongs into one transaction; `Store.scrub` belongs
    behind it.
    """
    remembered(db).clear()
    own = "draft IN (SELECT id FROM drafts WHERE person = ?)"
    db.execute("INSERT INTO purging (draft) SELECT id FROM drafts WHERE person = ?", (person,))
    for message in messages:
        asked = f"SELECT question_key FROM events WHERE message_id = ? AND {own}"
        db.execute(
            f"UPDATE follow_ups SET text = '' WHERE {own} AND question_key IN ({asked})",
            (person, message, person),
        )
        db.execute(f"DELETE FROM events WHERE message_id = ? AND {own}", (message, person))
        db.execute("DELETE FROM loose_notes WHERE message_id = ? AND person = ?", (message, person))
        db.execute("DELETE FROM held WHERE message_id = ? AND person = ?", (message, person))
    db.execute("DELETE FROM purging")
    for row in rows:
        db.execute("DELETE FROM inbox WHERE seq = ?", (row,))


def purge_draft(db: Database, draft: int) -> None:
    """Delete one report with everything that was said for it. Belongs into one transaction."""
    remembered(db).clear()
    db.execute("INSERT INTO purging (draft) VALUES (?)", (draft,))
    db.execute(f"{_NOBODYS} WHERE draft = ?", (draft,))
    for table in ("events", "voices", "held"):
        db.execute(
            f"DELETE FROM inbox WHERE seq IN (SELECT inbox_seq FROM {table} WHERE draft = ?)", (draft,)
        )
    db.execute("DELETE FROM loose_notes WHERE draft = ?", (draft,))
    db.execute("DELETE FROM voices WHERE draft = ?", (draft,))
    db.execute("DELETE FROM held WHERE draft = ?", (draft,))
    db.execute("UPDATE people SET current_draft = NULL WHERE current_draft = ?", (draft,))
    for table, where in BELONGINGS.items():
        if where.startswith("draft IN"):
            db.execute(f"DELETE FROM {table} WHERE draft = ?", (draft,))
    db.execute("DELETE FROM drafts WHERE id = ?", (draft,))
    db.execute("DELETE FROM purging")


_NOBODYS = "UPDATE model_calls SET person = '', draft = NULL, key = '', answer = NULL"
