"""The schema, one function per change, applied in order and never edited after a release."""

import sqlite3

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("shuzhi")


@MIGRATIONS()
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


@MIGRATIONS()
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


@MIGRATIONS()
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


@MIGRATIONS()
def m004_sealing(db: Database) -> None:
    db.execute(
        """CREATE TABLE sealing (
            only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
            key_id TEXT NOT NULL
        )"""
    )


@MIGRATIONS()
def m005_writing(db: Database) -> None:
    db.execute(
        """CREATE TABLE writings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            draft INTEGER NOT NULL REFERENCES drafts (id),
            seq INTEGER NOT NULL UNIQUE,
            section TEXT NOT NULL DEFAULT '',
            plain INTEGER NOT NULL DEFAULT 0,
            status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'done', 'stopped')),
            frame TEXT NOT NULL DEFAULT '',
            told TEXT NOT NULL DEFAULT '',
            asked_at TEXT NOT NULL,
            ended_at TEXT
        )"""
    )
    db.execute("CREATE INDEX writings_waiting ON writings (id) WHERE status = 'waiting'")
    db.execute("CREATE INDEX writings_of_draft ON writings (draft)")
    db.execute(
        """CREATE TABLE section_versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            section TEXT NOT NULL,
            seq INTEGER NOT NULL,
            basis TEXT NOT NULL DEFAULT '',
            wish TEXT NOT NULL DEFAULT '',
            blocks TEXT NOT NULL,
            told TEXT NOT NULL DEFAULT '',
            at TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX versions_of_section ON section_versions (draft, section, id)")
    db.execute(
        """CREATE TABLE chosen_versions (
            draft INTEGER NOT NULL REFERENCES drafts (id),
            section TEXT NOT NULL,
            version INTEGER NOT NULL REFERENCES section_versions (id),
            PRIMARY KEY (draft, section)
        )"""
    )
    db.execute(
        """CREATE TABLE finished_reports (
            seq INTEGER PRIMARY KEY,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            report TEXT NOT NULL,
            told TEXT NOT NULL
        )"""
    )
    db.execute(
        """CREATE TABLE model_calls (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL,
            draft INTEGER,
            day TEXT NOT NULL,
            key TEXT NOT NULL,
            answer TEXT,
            prompt_tokens INTEGER NOT NULL,
            completion_tokens INTEGER NOT NULL,
            cached_tokens INTEGER NOT NULL,
            metered INTEGER NOT NULL,
            cost TEXT NOT NULL,
            at TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX calls_by_key ON model_calls (person, key)")
    db.execute("CREATE INDEX calls_of_day ON model_calls (day, person)")


@MIGRATIONS()
def m006_cards(db: Database) -> None:
    db.execute(
        """CREATE TABLE cards (
            person TEXT NOT NULL REFERENCES people (id),
            message_id INTEGER NOT NULL,
            draft INTEGER NOT NULL REFERENCES drafts (id),
            question_key TEXT NOT NULL,
            PRIMARY KEY (person, message_id)
        )"""
    )
    db.execute("CREATE INDEX events_of_message ON events (message_id) WHERE message_id IS NOT NULL")


@MIGRATIONS()
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


@MIGRATIONS()
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


@MIGRATIONS()
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


@MIGRATIONS()
def m010_retention(db: Database) -> None:
    db.execute(
        """CREATE TABLE retention (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            warned_at TEXT,
            kept_at TEXT
        )"""
    )


@MIGRATIONS()
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


@MIGRATIONS()
def m012_pins(db: Database) -> None:
    db.execute(
        """CREATE TABLE pins (
            draft INTEGER PRIMARY KEY REFERENCES drafts (id),
            message_id INTEGER NOT NULL
        )"""
    )


@MIGRATIONS()
def m013_lines(db: Database) -> None:
    db.execute("ALTER TABLE cards ADD COLUMN lines TEXT NOT NULL DEFAULT ''")


@MIGRATIONS()
def m014_held(db: Database) -> None:
    db.execute(
        """CREATE TABLE held (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person TEXT NOT NULL REFERENCES people (id),
            draft INTEGER REFERENCES drafts (id),
            question_key TEXT NOT NULL,
            view TEXT NOT NULL,
            text TEXT NOT NULL,
            reason TEXT NOT NULL,
            message_id INTEGER,
            reply_to INTEGER,
            said_at TEXT,
            inbox_seq INTEGER
        )"""
    )
    db.execute("CREATE INDEX held_of_person ON held (person, id)")


@MIGRATIONS()
def m015_indexes_for_years_of_use(db: Database) -> None:
    """What would otherwise be looked for among everything that everybody ever said."""
    db.execute("CREATE INDEX inbox_set_aside ON inbox (seq) WHERE state IN ('dead', 'quarantined')")
    db.execute("CREATE INDEX inbox_of_chat ON inbox (chat)")
    db.execute("DROP INDEX events_of_message")
    db.execute("CREATE INDEX events_of_message ON events (draft, message_id) WHERE message_id IS NOT NULL")
    db.execute("CREATE INDEX events_of_finish ON events (draft) WHERE kind = 'finish'")
    for table in ("cards", "deliveries", "finished_reports", "loose_notes", "voices", "model_calls"):
        db.execute(f"CREATE INDEX {table}_of_draft ON {table} (draft)")
    for table in ("deliveries", "writings", "deadlines", "loose_notes"):
        db.execute(f"CREATE INDEX {table}_of_person ON {table} (person)")
    db.execute("CREATE INDEX versions_chosen ON chosen_versions (version)")
    db.execute("CREATE INDEX people_of_draft ON people (current_draft)")


@MIGRATIONS()
def m016_kept_out(db: Database) -> None:
    """When a chat sent a long message that was kept out; the rest of its text may come after a restart."""
    db.execute("CREATE TABLE kept_out (chat INTEGER PRIMARY KEY, sent INTEGER NOT NULL)")


@MIGRATIONS()
def m017_words_of_follow_ups(db: Database) -> None:
    db.execute("ALTER TABLE follow_ups ADD COLUMN text TEXT NOT NULL DEFAULT ''")


@MIGRATIONS()
def m018_message_kept_out(db: Database) -> None:
    db.execute("ALTER TABLE kept_out ADD COLUMN message INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS()
def m019_reports_by_the_day_they_were_finished(db: Database) -> None:
    """Whoever looks for reports that nobody has touched for long looks at old ones only."""
    db.execute("CREATE INDEX events_of_finish_by_day ON events (at, draft) WHERE kind = 'finish'")


@MIGRATIONS()
def m020_acknowledgements(db: Database) -> None:
    """Messages whose reaction is on its way; a restart sets those that a kill left out."""
    db.execute(
        """CREATE TABLE acknowledgements (
            person TEXT NOT NULL,
            message_id INTEGER NOT NULL,
            corrected INTEGER NOT NULL,
            PRIMARY KEY (person, message_id)
        ) WITHOUT ROWID"""
    )


def unknown_migrations(db: Database) -> list[str]:
    """Names of migrations in the file that this program does not have: the file is newer than the program."""
    ours = {migration.name for migration in MIGRATIONS.pending(Database(memory=True))}
    return sorted({migration.name for migration in MIGRATIONS.applied(db)} - ours)


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether another program's tables stand in the file and none of ours. Litestream's may come first."""
    tables = {
        str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    return "_sqlite_migrations" not in tables and not all(
        name.startswith(("_litestream_", "sqlite_")) for name in tables
    )
