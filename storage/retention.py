"""Finished reports that nobody has touched for long: who is to be warned, and what is to go."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from storage.inbox import SET_ASIDE
from storage.rows import now


@dataclass(frozen=True, slots=True)
class Untouched:
    """A finished report that nobody has touched since `last`; `warned_at` is when the person was told.

    `hours` is how long the bot has been up since then, whatever the clock says: so long the person could
    keep it.
    """

    draft: int
    person: str
    outline: str
    last: str
    warned_at: str | None
    hours: int


def untouched(db: Database, channel: str, days: int) -> list[Untouched]:
    """Reports of one channel's people that were finished, and that nobody has touched for so many days.

    Only those with a finish as old as that are looked at: no others can be meant.
    """
    before = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
    found = db.execute(
        """SELECT d.id, d.person, d.outline, max(max(e.at), coalesce(max(r.kept_at), '')) AS last,
            max(r.warned_at), coalesce(max(r.hours), 0)
        FROM drafts d JOIN events e ON e.draft = d.id LEFT JOIN retention r ON r.draft = d.id
        WHERE d.person LIKE ? AND d.id IN (SELECT draft FROM events WHERE kind = 'finish' AND at < ?)
            AND (SELECT at FROM events WHERE draft = d.id ORDER BY seq DESC LIMIT 1) < ?
        GROUP BY d.id HAVING last < ? ORDER BY d.id""",
        (f"{channel}:%", before, before, before),
    )
    return [Untouched(*row) for row in found.fetchall()]


def still(db: Database, report: Untouched) -> bool:
    """Whether nobody has touched this report since it was found; for the transaction that acts on it."""
    found = db.execute(
        """SELECT (SELECT max(at) FROM events WHERE draft = :draft),
        (SELECT kept_at FROM retention WHERE draft = :draft)""",
        {"draft": report.draft},
    ).fetchone()
    return bool(found[0]) and max(filter(None, found)) == report.last


def warned(db: Database, report: Untouched) -> None:
    """Note that the person was told just now; not of a report that was touched meanwhile."""
    if still(db, report):
        _note(db, report.draft, warned_at=now())


def hour_passed(db: Database) -> None:
    """Note that the bot has been up for one more hour."""
    db.execute("UPDATE retention SET hours = hours + 1 WHERE warned_at IS NOT NULL")
    db.execute(f"UPDATE inbox SET hours = hours + 1 WHERE {SET_ASIDE}")


def due_no_more(db: Database, due: Iterable[Untouched]) -> None:
    """Forget warnings about reports that are not due: the clock was wrong then, or they may stay longer now.

    Once they are due their people are warned anew.
    """
    numbers = json.dumps([report.draft for report in due])
    db.execute(
        """UPDATE retention SET warned_at = NULL
        WHERE warned_at IS NOT NULL AND draft NOT IN (SELECT value FROM json_each(?))""",
        (numbers,),
    )


def keep_on(db: Database, draft: int) -> None:
    """Count from now on anew."""
    _note(db, draft, kept_at=now())


def _note(db: Database, draft: int, *, warned_at: str | None = None, kept_at: str | None = None) -> None:
    db.execute(
        """INSERT INTO retention (draft, warned_at, kept_at) VALUES (?, ?, ?)
        ON CONFLICT (draft) DO UPDATE SET warned_at = excluded.warned_at, hours = 0,
        kept_at = coalesce(excluded.kept_at, kept_at)""",
        (draft, warned_at, kept_at),
    )


def forget_handled(db: Database, days: int, hours: int) -> int:
    """Delete raw messages that came so long ago and wait no more: what was said in them is kept as events.

    Those that were set aside are kept nowhere else. They go once the bot has been up for so many hours since,
    whatever the clock says: so long somebody could look at them.
    """
    before = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
    newer = "SELECT seq FROM inbox WHERE received_at >= ? ORDER BY seq LIMIT 1"
    first = db.execute(f"SELECT coalesce(({newer}), 9223372036854775807)", (before,)).fetchone()[0]
    gone = f"state = 'done' OR ({SET_ASIDE} AND hours >= ?)"
    return db.execute(f"DELETE FROM inbox WHERE seq < ? AND ({gone})", (first, hours)).rowcount
