"""Drafts and their events. Events are insert-only: triggers refuse UPDATE and DELETE."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import now, one, rows
from storage.sealing import remembered, seal, unseal


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One person's report in progress, with the outline version it was started with."""

    id: int
    person: str
    outline: str
    outline_version: int
    created_at: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as stored; `at` is ISO 8601 in UTC."""

    seq: int
    draft: int
    question_key: str
    kind: str
    text: str
    target: int | None
    message_id: int | None
    at: str


def create(db: Database, person: str, outline: str, version: int) -> DraftRow:
    """Start a draft and make it the person's current one."""
    row = DraftRow(0, person, outline, version, now())
    cursor = db.execute(
        "INSERT INTO drafts (person, outline, outline_version, created_at) VALUES (?, ?, ?, ?) RETURNING id",
        (person, outline, version, row.created_at),
    )
    draft = int(cursor.fetchone()[0])
    switch(db, person, draft)
    return DraftRow(draft, person, outline, version, row.created_at)


def switch(db: Database, person: str, draft: int | None) -> None:
    """Make a draft the person's current one."""
    db.execute("UPDATE people SET current_draft = ? WHERE id = ?", (draft, person))


def get(db: Database, draft: int) -> DraftRow | None:
    """The draft with that id."""
    return one(db, DraftRow, "FROM drafts WHERE id = ?", (draft,))


def of_person(db: Database, person: str) -> list[DraftRow]:
    """All drafts of one person, oldest first."""
    return list(rows(db, DraftRow, "FROM drafts WHERE person = ? ORDER BY id", (person,)))


def finished(db: Database, person: str) -> int:
    """How many of a person's drafts were ever finished."""
    found = db.execute(
        """SELECT count(DISTINCT e.draft) FROM events e JOIN drafts d ON d.id = e.draft
        WHERE d.person = ? AND e.kind = 'finish'""",
        (person,),
    ).fetchone()
    return int(found[0])


def append(
    db: Database,
    draft: int,
    *,
    kind: str,
    question_key: str = "",
    text: str = "",
    target: int | None = None,
    message_id: int | None = None,
    inbox_seq: int | None = None,
    at: str | None = None,
) -> EventRow:
    """Add one event. An inbox row can cause one event at most: a second one raises sqlite3.IntegrityError."""
    at = at or now()
    cursor = db.execute(
        """INSERT INTO events (draft, question_key, kind, text, target, message_id, inbox_seq, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq""",
        (draft, question_key, kind, seal(db, text), target, message_id, inbox_seq, at),
    )
    remembered(db).outdate(draft)
    return EventRow(int(cursor.fetchone()[0]), draft, question_key, kind, text, target, message_id, at)


def events(db: Database, draft: int, after: int = 0) -> list[EventRow]:
    """The draft's events in the order they happened, or those behind event number `after`."""
    return list(rows(db, EventRow, "FROM events WHERE draft = ? AND seq > ? ORDER BY seq", (draft, after)))


def last_touched(db: Database, draft: int) -> str | None:
    """When the newest event of the draft happened; None if there is none."""
    sql = "SELECT at FROM events WHERE draft = ? ORDER BY seq DESC LIMIT 1"
    found = db.execute(sql, (draft,)).fetchone()
    return str(found[0]) if found else None


def draft_of_note(db: Database, person: str, message_id: int) -> int | None:
    """The draft in which a message of this person was kept as a note."""
    found = db.execute(
        """SELECT e.draft FROM events e JOIN drafts d ON d.id = e.draft
        WHERE d.person = ? AND e.message_id = ? ORDER BY e.seq DESC LIMIT 1""",
        (person, message_id),
    ).fetchone()
    return int(found[0]) if found else None


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that a message belongs to."""

    draft: int
    question_key: str


def remember_card(db: Database, person: str, message_id: int, draft: int, question_key: str) -> None:
    """Note that this message showed the card of that question last."""
    db.execute(
        "INSERT OR REPLACE INTO cards (person, message_id, draft, question_key) VALUES (?, ?, ?, ?)",
        (person, message_id, draft, question_key),
    )


def remember_lines(db: Database, person: str, message_id: int, draft: int, sections: tuple[str, ...]) -> None:
    """Note that this message is what stays in the chat of these sections."""
    db.execute(
        """INSERT INTO cards (person, message_id, draft, question_key, lines) VALUES (?, ?, ?, '', ?)
        ON CONFLICT (person, message_id) DO UPDATE SET lines = excluded.lines""",
        (person, message_id, draft, " ".join(sections)),
    )


def lines(db: Database, person: str, draft: int) -> dict[str, int]:
    """Of which sections a line stays in the chat, and in which message."""
    found = db.execute(
        """SELECT lines, message_id FROM cards WHERE person = ? AND draft = ? AND lines <> ''
        ORDER BY message_id""",
        (person, draft),
    )
    return {section: int(message) for sections, message in found for section in sections.split()}


def question_of_note(db: Database, person: str, message_id: int) -> Asked | None:
    """The question that a note of this person belongs to."""
    found = db.execute(
        """SELECT e.draft, e.question_key FROM events e JOIN drafts d ON d.id = e.draft
        WHERE d.person = ? AND e.message_id = ? ORDER BY e.seq DESC LIMIT 1""",
        (person, message_id),
    ).fetchone()
    return Asked(*found) if found else None


def question_of_card(db: Database, person: str, message_id: int) -> Asked | None:
    """The question that a card shown to this person asked last."""
    return one(db, Asked, "FROM cards WHERE person = ? AND message_id = ?", (person, message_id))


@dataclass(frozen=True, slots=True)
class LooseNote:
    """A message that came before there was a draft."""

    person: str
    text: str
    at: str


def loose(db: Database) -> list[LooseNote]:
    """Everything that still waits for a draft, in order."""
    return list(rows(db, LooseNote, "FROM loose_notes WHERE draft IS NULL ORDER BY seq"))


def keep_loose(db: Database, person: str, text: str, message_id: int | None) -> None:
    """Keep a message that came before there was a draft to put it into."""
    db.execute(
        "INSERT INTO loose_notes (person, text, message_id, at) VALUES (?, ?, ?, ?)",
        (person, seal(db, text), message_id, now()),
    )


def take_loose(db: Database, person: str, draft: int, key_of: Callable[[str], str | None]) -> list[str]:
    """Move what was kept loose into the new draft, in order; return the questions they went to.

    `key_of` gives the question that a text goes to; one that goes to none is no note of the draft.
    """
    waiting = db.execute(
        "SELECT text, message_id, at FROM loose_notes WHERE person = ? AND draft IS NULL ORDER BY seq",
        (person,),
    ).fetchall()
    keys = []
    for stored, message_id, at in waiting:
        text = unseal(db, stored)
        if (key := key_of(text)) is not None:
            append(db, draft, kind="note", question_key=key, text=text, message_id=message_id, at=at)
            keys.append(key)
    db.execute("UPDATE loose_notes SET draft = ? WHERE person = ? AND draft IS NULL", (draft, person))
    return keys
