"""What an interview needs: the inbox, drafts with their events, screens, files, the key of the words."""

from sqlite_utils import Database


def m001_inbox(db: Database) -> None:
    db.execute(
        """CREATE TABLE inbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL,
            update_id INTEGER NOT NULL,
            digest TEXT NOT NULL,
            chat INTEGER,
            raw TEXT NOT NULL,
            state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'dead', 'quarantined')),
            attempts INTEGER NOT NULL DEFAULT 0,
            error TEXT,
            received_at TEXT NOT NULL,
            UNIQUE (source, update_id, digest)
        )"""
    )
    db.execute("CREATE INDEX inbox_waiting ON inbox (seq) WHERE state = 'new'")


def m002_drafts_and_events(db: Database) -> None:
    db.execute(
        """CREATE TABLE people (
            id TEXT PRIMARY KEY,
            current_draft INTEGER,
            last_seen TEXT NOT NULL
        )"""
    )
    db.execute(
        """CREATE TABLE drafts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            outline TEXT NOT NULL,
            outline_version INTEGER NOT NULL,
            created_at TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX drafts_of_person ON drafts (person)")
    db.execute(
        """CREATE TABLE events (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            question_key TEXT NOT NULL DEFAULT '',
            kind TEXT NOT NULL,
            text TEXT NOT NULL DEFAULT '',
            target INTEGER,
            message_id INTEGER,
            inbox_seq INTEGER UNIQUE,
            at TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX events_of_draft ON events (draft, seq)")
    db.execute("CREATE TABLE purging (draft INTEGER PRIMARY KEY)")
    db.execute(
        """CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are insert-only'); END"""
    )
    db.execute(
        """CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events
        WHEN OLD.draft NOT IN (SELECT draft FROM purging)
        BEGIN SELECT RAISE(ABORT, 'events are insert-only'); END"""
    )
    db.execute(
        """CREATE TABLE loose_notes (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            text TEXT NOT NULL,
            message_id INTEGER,
            at TEXT NOT NULL,
            draft INTEGER REFERENCES drafts (id)
        )"""
    )
    db.execute("CREATE INDEX loose_notes_waiting ON loose_notes (person) WHERE draft IS NULL")


def m003_screens_and_deliveries(db: Database) -> None:
    db.execute(
        """CREATE TABLE screens (
            person TEXT PRIMARY KEY REFERENCES people (id),
            message_id INTEGER,
            newest_message_id INTEGER,
            view TEXT NOT NULL DEFAULT '',
            notice TEXT NOT NULL DEFAULT '',
            wanted INTEGER NOT NULL DEFAULT 0,
            shown INTEGER NOT NULL DEFAULT 0,
            about TEXT NOT NULL DEFAULT '',
            place TEXT NOT NULL DEFAULT ''
        )"""
    )
    db.execute("CREATE INDEX screens_behind ON screens (person) WHERE wanted <> shown")
    db.execute(
        """CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            draft INTEGER NOT NULL REFERENCES drafts (id),
            finish_seq INTEGER NOT NULL,
            format TEXT NOT NULL,
            message_id INTEGER,
            done_at TEXT,
            UNIQUE (finish_seq, format)
        )"""
    )
    db.execute("CREATE INDEX deliveries_waiting ON deliveries (person) WHERE done_at IS NULL")


def m004_sealing(db: Database) -> None:
    db.execute(
        """CREATE TABLE sealing (
            only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
            key_id TEXT NOT NULL
        )"""
    )


INTERVIEWS = (
    m001_inbox,
    m002_drafts_and_events,
    m003_screens_and_deliveries,
    m004_sealing,
)
