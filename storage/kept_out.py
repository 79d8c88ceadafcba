"""Pasted texts that were kept out: when one came, and taking back its pieces that were stored before."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import rows


@dataclass(frozen=True, slots=True)
class Arrived:
    """Something that arrived from one chat, as it came."""

    seq: int
    raw: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The newest message of a chat that was kept out, and when it was `sent`; `more` may come of its text."""

    sent: int
    message: int
    more: bool


def note(db: Database, cuts: dict[int, Cut]) -> None:
    """Note what was kept out of each of these chats; nothing of what it said."""
    for chat, cut in cuts.items():
        sent = cut.sent if cut.more else -cut.sent
        db.execute(
            "INSERT OR REPLACE INTO kept_out (chat, sent, message) VALUES (?, ?, ?)",
            (chat, sent, cut.message),
        )


def noted(db: Database) -> dict[int, Cut]:
    """What was kept out of each chat last."""
    found = db.execute("SELECT chat, sent, message FROM kept_out")
    return {int(chat): Cut(abs(sent), int(message), sent > 0) for chat, sent, message in found}


def newest(db: Database, source: str, chat: int, most: int) -> list[Arrived]:
    """What came last from one chat, newest first."""
    sql = "FROM inbox WHERE source = ? AND chat = ? ORDER BY seq DESC LIMIT ?"
    return list(rows(db, Arrived, sql, (source, chat, most)))
