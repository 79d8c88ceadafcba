"""The schema: one function per change, applied in order and never edited after a release.

A new one goes behind the last of them.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from storage.migrations.interviews import INTERVIEWS
from storage.migrations.people import PEOPLE
from storage.migrations.refinements import REFINEMENTS
from storage.migrations.reports import REPORTS

MIGRATIONS = Migrations("shuzhi")
for change in (*INTERVIEWS, *REPORTS, *PEOPLE, *REFINEMENTS):
    MIGRATIONS()(change)


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
