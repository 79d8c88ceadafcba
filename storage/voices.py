"""Spoken messages on their way to becoming notes. Telegram keeps the sound; here is what names it.

A voice waits to be heard, is shown as a transcript, and is kept as a note or dropped, as its person says.
Rows stay until their person is purged, in the order in which they were spoken.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import now, one, rows
from storage.sealing import seal, unseal

WAITING, HEARD, CORRECTING, KEPT, DROPPED = "waiting", "heard", "correcting", "kept", "dropped"
LIMIT = "limit"
"""The problem of a sound beyond what its person may speak on one day: it is heard the next day."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spoken message as it arrived; `draft` and `question_key` say what was being asked, if anything."""

    person: str
    message_id: int
    file_id: str
    file_name: str
    mime: str
    size: int
    draft: int | None
    question_key: str
    after_seq: int
    """The draft's newest event when it arrived."""
    inbox_seq: int
    """As what it arrived: that row names the sound too."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A stored one. `problem` says why it could not be heard yet, `attempts` how often it was tried.

    `slip` is the message that shows it to its person, `shown` the look that message has.
    """

    id: int
    person: str
    message_id: int
    file_id: str
    file_name: str
    mime: str
    size: int
    draft: int | None
    question_key: str
    after_seq: int
    state: str
    problem: str
    transcript: str
    attempts: int
    due_at: str
    slip: int | None
    shown: str

    @property
    def look(self) -> str:
        """What its slip should show."""
        return f"{self.state}:{self.problem}"


def put(db: Database, spoken: Spoken) -> bool:
    """Queue a spoken message to be heard; one that is there already is left as it is: False."""
    added = db.execute(
        """INSERT OR IGNORE INTO voices
        (person, message_id, file_id, file_name, mime, size, draft, question_key, after_seq, inbox_seq,
        due_at, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            spoken.person,
            spoken.message_id,
            seal(db, spoken.file_id),
            seal(db, spoken.file_name),
            spoken.mime,
            spoken.size,
            spoken.draft,
            spoken.question_key,
            spoken.after_seq,
            spoken.inbox_seq,
            now(),
            now(),
        ),
    )
    return added.rowcount > 0


def defer(db: Database, person: str, message_id: int, problem: str, due_at: str) -> None:
    """Do not hear what came as that message before it is due."""
    db.execute(
        "UPDATE voices SET problem = ?, due_at = ? WHERE person = ? AND message_id = ? AND state = ?",
        (problem, due_at, person, message_id, WAITING),
    )


def get(db: Database, voice: int) -> Voice | None:
    """The voice of that number."""
    return one(db, Voice, "FROM voices WHERE id = ?", (voice,))


def of_person(db: Database, person: str) -> list[Voice]:
    """What still has to be heard, or to be shown, of one person; as it was spoken."""
    return list(
        rows(
            db,
            Voice,
            "FROM voices WHERE person = ? AND (state = ? OR shown <> state || ':' || problem) ORDER BY id",
            (person, WAITING),
        )
    )


def open_of(db: Database, draft: int) -> tuple[int, int]:
    """How many of a draft are not heard yet, and how many were shown and are neither kept nor dropped."""
    found = db.execute(
        "SELECT coalesce(sum(state = ?), 0), coalesce(sum(state IN (?, ?)), 0) FROM voices WHERE draft = ?",
        (WAITING, HEARD, CORRECTING, draft),
    ).fetchone()
    return int(found[0]), int(found[1])


def spoken(db: Database, person: str, message_id: int) -> bool:
    """Whether this message of theirs is a voice."""
    sql = "SELECT 1 FROM voices WHERE person = ? AND message_id = ? LIMIT 1"
    return db.execute(sql, (person, message_id)).fetchone() is not None


def people_waiting(db: Database, channel: str) -> list[str]:
    """Whose voices still have to be heard or shown."""
    found = db.execute(
        """SELECT DISTINCT person FROM voices
        WHERE person LIKE ? AND (state = ? OR shown <> state || ':' || problem) ORDER BY person""",
        (f"{channel}:%", WAITING),
    )
    return [str(person) for (person,) in found]


def correcting(db: Database, person: str) -> Voice | None:
    """The voice whose words the person is about to type anew."""
    found = rows(db, Voice, "FROM voices WHERE person = ? AND state = ?", (person, CORRECTING))
    return min(found, key=lambda voice: voice.id, default=None)


def stop_correcting(db: Database, person: str) -> None:
    """The person went on to something else than typing the words anew."""
    db.execute("UPDATE voices SET state = ? WHERE person = ? AND state = ?", (HEARD, person, CORRECTING))


def heard(db: Database, voice: int, transcript: str, audio: bytes | None) -> None:
    """Store what was understood. The way to the sound is forgotten; `audio` is the sound, if kept."""
    _forget_raw(db, voice)
    db.execute(
        """UPDATE voices SET state = ?, problem = '', transcript = ?, audio = ?, file_id = ''
        WHERE id = ? AND state = ?""",
        (HEARD, seal(db, transcript), seal(db, audio) if audio else None, voice, WAITING),
    )


def unheard(db: Database, voice: int, problem: str, due_at: str) -> None:
    """It could not be heard, and is tried again when it is due."""
    db.execute(
        """UPDATE voices SET attempts = CASE WHEN problem = ? THEN attempts + 1 ELSE 1 END, problem = ?,
        due_at = ? WHERE id = ? AND state = ?""",
        (problem, problem, due_at, voice, WAITING),
    )


def refused(db: Database, voice: int, problem: str) -> None:
    """Nothing of it may be kept: neither words nor the way to the sound."""
    _forget_raw(db, voice)
    db.execute(
        "UPDATE voices SET state = ?, problem = ?, file_id = '', file_name = '' WHERE id = ? AND state = ?",
        (DROPPED, problem, voice, WAITING),
    )


def change(db: Database, voice: int, state: str) -> None:
    """What the person decided."""
    db.execute("UPDATE voices SET state = ?, problem = '' WHERE id = ?", (state, voice))


def wipe(db: Database, person: str, message_id: int) -> None:
    """Its person does not want kept what was understood of it, nor the sound."""
    db.execute(
        "UPDATE voices SET transcript = '', audio = NULL WHERE person = ? AND message_id = ?",
        (person, message_id),
    )


def _forget_raw(db: Database, voice: int) -> None:
    """Delete it as it arrived, unless words that came with it wait to be handled."""
    arrived = "SELECT inbox_seq FROM voices WHERE id = ?"
    db.execute(f"DELETE FROM inbox WHERE seq = ({arrived}) AND state = 'done'", (voice,))


def again(db: Database, voice: int) -> None:
    """Try it at once, as if for the first time."""
    db.execute("UPDATE voices SET problem = '', attempts = 0, due_at = ? WHERE id = ?", (now(), voice))


def shown(db: Database, voice: int, slip: int | None, look: str) -> None:
    """Its slip shows that look now."""
    db.execute("UPDATE voices SET slip = ?, shown = ? WHERE id = ?", (slip, look, voice))


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound of a voice, where it was kept."""

    person: str
    message_id: int
    mime: str
    audio: bytes


def sounds(db: Database) -> list[Sound]:
    """All sounds that were kept."""
    found = db.execute(
        "SELECT person, message_id, mime, audio FROM voices WHERE audio IS NOT NULL ORDER BY id"
    )
    return [Sound(person, number, mime, unseal(db, audio)) for person, number, mime, audio in found]
