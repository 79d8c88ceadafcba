"""Deleting everything of one person: the only path on which an event may leave the database."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage import access, drafts, usage, voices


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was deleted."""

    drafts: int
    events: int
    messages: int


def purge(db: Database, person: str) -> Purged:
    """Delete the person's drafts, events, everything written for them, words kept loose, voices, screen,
    deliveries and raw messages.

    Belongs into one transaction. What is deleted is overwritten with zeros in the file (secure_delete);
    copies in backups are not touched.
    """
    owned = [draft.id for draft in drafts.of_person(db, person)]
    events = 0
    for draft in owned:
        db.execute("INSERT INTO purging (draft) VALUES (?)", (draft,))
        db.execute("DELETE FROM deliveries WHERE draft = ?", (draft,))
        db.execute("DELETE FROM chosen_versions WHERE draft = ?", (draft,))
        db.execute("DELETE FROM section_versions WHERE draft = ?", (draft,))
        db.execute("DELETE FROM finished_reports WHERE draft = ?", (draft,))
        db.execute("DELETE FROM writings WHERE draft = ?", (draft,))
        db.execute("DELETE FROM cards WHERE draft = ?", (draft,))
        db.execute("DELETE FROM follow_ups WHERE draft = ?", (draft,))
        events += db.execute("DELETE FROM events WHERE draft = ?", (draft,)).rowcount
    db.execute("DELETE FROM model_calls WHERE person = ?", (person,))
    voices.leave(db, person)
    db.execute("DELETE FROM loose_notes WHERE person = ?", (person,))
    db.execute("DELETE FROM screens WHERE person = ?", (person,))
    db.execute("DELETE FROM not_followed_up WHERE person = ?", (person,))
    db.execute("DELETE FROM drafts WHERE person = ?", (person,))
    db.execute("DELETE FROM people WHERE id = ?", (person,))
    usage.leave(db, person)
    access.leave(db, person)
    db.execute("DELETE FROM purging")
    channel, _, chat = person.partition(":")
    messages = db.execute(
        "DELETE FROM inbox WHERE source LIKE ? AND CAST(chat AS TEXT) = ?", (f"{channel}:%", chat)
    ).rowcount
    return Purged(len(owned), events, messages)
