"""Who may come in: members, one-time invitations, and a counter for everybody who knocked in vain.

Of an invitation's secret the table has only a digest. Of whoever is not let in there is an id and a count.
"""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from storage.rows import now, rows

KNOCKS_KEPT = timedelta(days=30)
ONE_ANSWER_EACH = timedelta(days=1)
INVITATIONS_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody about whom was decided: `standing` is in or out."""

    person: str
    standing: str
    since: str


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody who wrote without being let in: how often, and when last."""

    person: str
    count: int
    last_at: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link for one person; `state` is open, used, expired or withdrawn."""

    id: int
    expires_at: str
    used_by: str | None
    state: str


def standings(db: Database, persons: Collection[str]) -> dict[str, str]:
    """What was decided about these people, in or out, as far as anything was."""
    places = ", ".join("?" * len(persons))
    found = db.execute(f"SELECT person, standing FROM members WHERE person IN ({places})", tuple(persons))
    return dict(found.fetchall())


def decide(db: Database, person: str, standing: str) -> None:
    """Let a person in, or keep them out from now on; they are no longer among those who knocked."""
    db.execute(
        """INSERT INTO members (person, standing, since) VALUES (?, ?, ?)
        ON CONFLICT (person) DO UPDATE SET standing = excluded.standing, since = excluded.since""",
        (person, standing, now()),
    )
    db.execute("DELETE FROM knocks WHERE person = ?", (person,))


def members(db: Database) -> list[Member]:
    """Everybody about whom was decided, the newest first."""
    return list(rows(db, Member, "FROM members ORDER BY since DESC, person"))


def knock(db: Database, person: str) -> bool:
    """Count somebody who is not let in; return whether they are to be told so: once a day at most."""
    at = datetime.now(UTC)
    _, told_at = db.execute(
        """INSERT INTO knocks (person, count, first_at, last_at) VALUES (?, 1, ?, ?)
        ON CONFLICT (person) DO UPDATE SET count = count + 1, last_at = excluded.last_at
        RETURNING count, told_at""",
        (person, now(), now()),
    ).fetchone()
    if told_at is not None and at - datetime.fromisoformat(told_at) < ONE_ANSWER_EACH:
        return False
    db.execute("UPDATE knocks SET told_at = ? WHERE person = ?", (at.isoformat(), person))
    return True


def knocks(db: Database) -> list[Knock]:
    """Who knocked lately and was not let in, the newest first."""
    since = (datetime.now(UTC) - KNOCKS_KEPT).isoformat()
    return list(
        rows(db, Knock, "FROM knocks WHERE last_at > ? AND count > 0 ORDER BY last_at DESC", (since,))
    )


def dismiss(db: Database, person: str) -> None:
    """Take somebody off the list until they knock again; they are still told so once a day at most."""
    db.execute("UPDATE knocks SET count = 0 WHERE person = ?", (person,))


def invite(db: Database, days: int) -> str:
    """Make an invitation for one person that expires after so many days; return its secret."""
    secret = secrets.token_urlsafe(24)
    expires = datetime.now(UTC) + timedelta(days=days)
    db.execute(
        "INSERT INTO invitations (digest, made_at, expires_at) VALUES (?, ?, ?)",
        (_digest(secret), now(), expires.isoformat(timespec="milliseconds")),
    )
    return secret


def redeem(db: Database, secret: str, person: str) -> bool:
    """Let the person in by this invitation; False if it is unknown, used, expired or withdrawn.

    Somebody who was kept out comes in by no invitation.
    """
    if standings(db, [person]).get(person) == "out":
        return False
    used = db.execute(
        """UPDATE invitations SET used_by = ?, used_at = ? WHERE digest = ? AND used_by IS NULL
        AND withdrawn_at IS NULL AND expires_at > ? RETURNING id""",
        (person, now(), _digest(secret), now()),
    ).fetchone()
    if used is None:
        return False
    decide(db, person, "in")
    return True


def withdraw(db: Database, invitation: int) -> bool:
    """Make an open invitation worthless; False if there is none of that number."""
    changed = db.execute(
        """UPDATE invitations SET withdrawn_at = ?
        WHERE id = ? AND used_by IS NULL AND withdrawn_at IS NULL AND expires_at > ?""",
        (now(), invitation, now()),
    )
    return changed.rowcount > 0


def invitations(db: Database) -> list[Invitation]:
    """All invitations that are remembered, the newest first."""
    found = db.execute(
        """SELECT id, expires_at, used_by, CASE WHEN used_by IS NOT NULL THEN 'used'
        WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN expires_at <= ? THEN 'expired' ELSE 'open' END
        FROM invitations ORDER BY id DESC""",
        (now(),),
    )
    return [Invitation(*row) for row in found.fetchall()]


def tidy(db: Database) -> None:
    """Forget knocks and spent invitations of long ago."""
    today = datetime.now(UTC)
    db.execute("DELETE FROM knocks WHERE last_at < ?", ((today - KNOCKS_KEPT).isoformat(),))
    db.execute("DELETE FROM invitations WHERE expires_at < ?", ((today - INVITATIONS_KEPT).isoformat(),))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
