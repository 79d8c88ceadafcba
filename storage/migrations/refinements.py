"""What years of use taught: lines of cards, doubtful messages, indexes, what was kept out, reactions owed."""

from sqlite_utils import Database


def m013_lines(db: Database) -> None:
    db.execute("ALTER TABLE cards ADD COLUMN lines TEXT NOT NULL DEFAULT ''")


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


def m016_kept_out(db: Database) -> None:
    """When a chat sent a long message that was kept out; the rest of its text may come after a restart."""
    db.execute("CREATE TABLE kept_out (chat INTEGER PRIMARY KEY, sent INTEGER NOT NULL)")


def m017_words_of_follow_ups(db: Database) -> None:
    db.execute("ALTER TABLE follow_ups ADD COLUMN text TEXT NOT NULL DEFAULT ''")


def m018_message_kept_out(db: Database) -> None:
    db.execute("ALTER TABLE kept_out ADD COLUMN message INTEGER NOT NULL DEFAULT 0")


def m019_reports_by_the_day_they_were_finished(db: Database) -> None:
    """Whoever looks for reports that nobody has touched for long looks at old ones only."""
    db.execute("CREATE INDEX events_of_finish_by_day ON events (at, draft) WHERE kind = 'finish'")


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


def m021_hours_of_warning(db: Database) -> None:
    """How long the bot has been up since somebody was warned: clocks jump, and can be set."""
    db.execute("ALTER TABLE retention ADD COLUMN hours INTEGER NOT NULL DEFAULT 0")


def m022_where_voices_came_from(db: Database) -> None:
    """The row of the inbox that names the sound too: where nothing of a voice may be kept it goes."""
    db.execute("ALTER TABLE voices ADD COLUMN inbox_seq INTEGER")


def m023_hours_set_aside(db: Database) -> None:
    """How long the bot has been up since a message was set aside, as with warnings."""
    db.execute("ALTER TABLE inbox ADD COLUMN hours INTEGER NOT NULL DEFAULT 0")


REFINEMENTS = (
    m013_lines,
    m014_held,
    m015_indexes_for_years_of_use,
    m016_kept_out,
    m017_words_of_follow_ups,
    m018_message_kept_out,
    m019_reports_by_the_day_they_were_finished,
    m020_acknowledgements,
    m021_hours_of_warning,
    m022_where_voices_came_from,
    m023_hours_set_aside,
)
