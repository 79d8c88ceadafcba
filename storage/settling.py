"""Bringing the write-ahead log into the file behind those who wait for a commit, not in front of them."""

import sqlite3
from contextlib import suppress

from sqlite_utils import Database

ROWS = 600
"""So many written rows are some thousand pages, where people answer one by one."""
MOST_PAGES = 4000
"""A longer log is brought in by the commit that makes it so long."""


class Settling:
    """Counts what was written on a connection since its log was brought in last."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._settled = db.conn.total_changes
        db.execute(f"PRAGMA wal_autocheckpoint = {MOST_PAGES}")

    def look(self) -> None:
        """Bring the log in if that is worth it. What cannot be done now is done next time."""
        written = self._db.conn.total_changes
        if written - self._settled >= ROWS:
            self._settled = written
            with suppress(sqlite3.Error):
                self._db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
