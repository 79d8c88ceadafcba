"""Looking into the database while the program writes there."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

UNFINISHED = {
    "answers": "inbox WHERE state = 'new'",
    "reports": "writings WHERE status = 'waiting'",
    "documents": "deliveries WHERE done_at IS NULL",
    "screens": "screens WHERE wanted <> shown",
}


def ask(db: Path, sql: str) -> list[tuple[Any, ...]]:
    """Look into the file without disturbing whoever writes there."""
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True, timeout=20)) as connection:
        return connection.execute(sql).fetchall()


def unfinished(db: Path) -> dict[str, int]:
    """What still waits, of which kind."""
    return {name: ask(db, f"SELECT count(*) FROM {what}")[0][0] for name, what in UNFINISHED.items()}
