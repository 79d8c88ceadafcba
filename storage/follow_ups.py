"""Follow-up questions that people have seen, and who wants none."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import rows
from storage.sealing import remembered, seal


@dataclass(frozen=True, slots=True)
class AskedRow:
    """The question of a rule, first shown at a version of the draft; `passed` is 1 once it was put aside."""

    rule: str
    version: int
    passed: int
    text: str


def asked(db: Database, draft: int, question_key: str) -> list[AskedRow]:
    """What was asked at this question, in the order of asking."""
    beside = remembered(db).beside(draft)
    if (name := f"asked:{question_key}") not in beside:
        sql = "FROM follow_ups WHERE draft = ? AND question_key = ?"
        beside[name] = sorted(rows(db, AskedRow, sql, (draft, question_key)), key=lambda row: row.version)
    return list(beside[name])


def ask(db: Database, draft: int, question_key: str, rule: str, version: int, text: str) -> None:
    """Note that a question was shown, in these words; one that was shown before stays as it is.

    Nothing is noted where what was asked about has been deleted since: the words may quote it.
    """
    db.execute(
        """INSERT OR IGNORE INTO follow_ups (draft, question_key, rule, version, text)
        SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM events WHERE seq = ? AND draft = ?)""",
        (draft, question_key, rule, version, seal(db, text), version, draft),
    )
    remembered(db).beside(draft).clear()


def put_aside(db: Database, draft: int, question_key: str) -> None:
    """The person wants to leave open what was asked at this question."""
    db.execute("UPDATE follow_ups SET passed = 1 WHERE draft = ? AND question_key = ?", (draft, question_key))
    remembered(db).beside(draft).clear()


def wanted(db: Database, person: str) -> bool:
    """Whether this person may be asked; everybody may until they say otherwise."""
    return db.execute("SELECT 1 FROM not_followed_up WHERE person = ?", (person,)).fetchone() is None


def want(db: Database, person: str, on: bool) -> None:
    """Switch follow-up questions on or off for this person."""
    sql = "DELETE FROM not_followed_up WHERE person = ?"
    db.execute(sql if on else "INSERT OR IGNORE INTO not_followed_up (person) VALUES (?)", (person,))
