"""What people need besides: access, voices, follow-up questions, keeping, deadlines, pins."""

from sqlite_utils import Database


def m007_access_and_usage(db: Database) -> None:
    db.execute(
        """CREATE TABLE members (
            person TEXT PRIMARY KEY,
            standing TEXT NOT NULL CHECK (standing IN ('in', 'out')),
            since TEXT NOT NULL
        )"""
    )
    db.execute(
        """CREATE TABLE knocks (
            person TEXT PRIMARY KEY,
            count INTEGER NOT NULL,
            first_at TEXT NOT NULL,
            last_at TEXT NOT NULL,
            told_at TEXT
        )"""
    )
    db.execute(
        """CREATE TABLE invitations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            digest TEXT NOT NULL UNIQUE,
            made_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            used_by TEXT,
            used_at TEXT,
            withdrawn_at TEXT
        )"""
    )
    db.execute(
        """CREATE TABLE usage (
            person TEXT NOT NULL,
            day TEXT NOT NULL,
            kind TEXT NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (person, day, kind)
        ) WITHOUT ROWID"""
    )


def m008_voices(db: Database) -> None:
    db.execute(
        """CREATE TABLE voices (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            message_id INTEGER NOT NULL,
            file_id TEXT NOT NULL,
            file_name TEXT NOT NULL,
            mime TEXT NOT NULL,
            size INTEGER NOT NULL,
            draft INTEGER REFERENCES drafts (id),
            question_key TEXT NOT NULL,
            after_seq INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'heard', 'correcting', 'kept', 'dropped')),
            problem TEXT NOT NULL DEFAULT '',
            transcript TEXT NOT NULL DEFAULT '',
            audio BLOB,
            attempts INTEGER NOT NULL DEFAULT 0,
            due_at TEXT NOT NULL,
            slip INTEGER,
            shown TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL,
            UNIQUE (person, message_id)
        )"""
    )


def m009_follow_ups(db: Database) -> None:
    db.execute(
        """CREATE TABLE follow_ups (
            draft INTEGER NOT NULL REFERENCES drafts (id),
            question_key TEXT NOT NULL,
            rule TEXT NOT NULL,
            version INTEGER NOT NULL,
            passed INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (draft, question_key, rule)
        )"""
    )
    db.execute("CREATE TABLE not_followed_up (person TEXT PRIMARY KEY REFERENCES people (id))")


def m010_retention(db: Database) -> None:
    db.execute(
        """CREATE TABLE retention (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            warned_at TEXT,
            kept_at TEXT
        )"""
    )


def m011_deadlines(db: Database) -> None:
    db.execute(
        """CREATE TABLE deadlines (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            person TEXT NOT NULL REFERENCES people (id),
            day TEXT NOT NULL,
            hour INTEGER
        )"""
    )
    db.execute("CREATE INDEX deadlines_to_remind_of ON deadlines (day) WHERE hour IS NOT NULL")
    db.execute(
        """CREATE TABLE reminders (
            draft INTEGER NOT NULL REFERENCES drafts (id),
            day TEXT NOT NULL,
            days_before INTEGER NOT NULL,
            PRIMARY KEY (draft, day, days_before)
        )"""
    )


def m012_pins(db: Database) -> None:
    db.execute(
        """CREATE TABLE pins (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            message_id INTEGER NOT NULL
        )"""
    )


PEOPLE = (
    m007_access_and_usage,
    m008_voices,
    m009_follow_ups,
    m010_retention,
    m011_deadlines,
    m012_pins,
)
