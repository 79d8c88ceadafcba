"""aiogram brings no SQLite storage, so here is one: a row for every chat, committed before a set returns."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey


class SqliteStorage(BaseStorage):
    """State and data in one SQLite file, as durable as Shuzhi's own: the log is synced at every commit."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("CREATE TABLE IF NOT EXISTS fsm (chat INTEGER PRIMARY KEY, state TEXT, data TEXT)")

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keep the state."""
        named = state.state if isinstance(state, State) else state
        self._db.execute(
            "INSERT INTO fsm (chat, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state",
            (key.chat_id, named),
        )

    async def get_state(self, key: StorageKey) -> str | None:
        """The state, None for a chat that has none."""
        found = self._db.execute("SELECT state FROM fsm WHERE chat = ?", (key.chat_id,)).fetchone()
        return found[0] if found else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keep the data."""
        self._db.execute(
            "INSERT INTO fsm (chat, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data",
            (key.chat_id, json.dumps(data, ensure_ascii=False)),
        )

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The data, empty for a chat that has none."""
        found = self._db.execute("SELECT data FROM fsm WHERE chat = ?", (key.chat_id,)).fetchone()
        return json.loads(found[0]) if found and found[0] else {}

    async def close(self) -> None:
        """Close the file."""
        self._db.close()
