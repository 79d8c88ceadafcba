"""Pasted texts that were kept out: when one came, and taking back its pieces that were stored before."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import rows


@dataclass(frozen=True, slots=True)
class Arrived:
    """Something that arrived from one chat, as it came."""

    seq: int
    raw: str


def note(db: Database, cuts: dict[int, int]) -> None:
    """Note when each of these chats sent a long message that was kept out; nothing of what it said."""
    for chat, sent in cuts.items():
        db.execute("INSERT OR REPLACE INTO kept_out (chat, sent) VALUES (?, ?)", (chat, sent))


def noted(db: Database) -> dict[int, int]:
    """When each chat sent one last."""
    return {int(chat): int(sent) for chat, sent in db.execute("SELECT chat, sent FROM kept_out")}


def newest(db: Database, source: str, chat: int, most: int) -> list[Arrived]:
    """What came last from one chat, newest first."""
    sql = "FROM inbox WHERE source = ? AND chat = ? ORDER BY seq DESC LIMIT ?"
    return list(rows(db, Arrived, sql, (source, chat, most)))
