"""What writing needs: orders, versions of sections, finished reports, calls to models, cards that stayed."""

from sqlite_utils import Database


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


REPORTS = (
    m005_writing,
    m006_cards,
)
