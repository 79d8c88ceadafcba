"""What a person is still to be asked about, to be sent or to be shown, looked up at once after every move."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.voices import WAITING


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """Whether anything of each kind waits: doubtful messages, finished files, spoken messages.

    `draft` is the one that the person writes now.
    """

    draft: int | None
    held: bool
    files: bool
    voices: bool
    """Such as still have to be heard, or to be shown."""


def open_ends(db: Database, person: str) -> OpenEnds:
    """What is open between this person and the bot."""
    found = db.execute(
        """SELECT (SELECT current_draft FROM people WHERE id = :person),
        EXISTS (SELECT 1 FROM held WHERE person = :person),
        EXISTS (SELECT 1 FROM deliveries WHERE done_at IS NULL AND person = :person),
        EXISTS (SELECT 1 FROM voices WHERE person = :person
            AND (state = :waiting OR shown <> state || ':' || problem))""",
        {"person": person, "waiting": WAITING},
    ).fetchone()
    draft, *waits = found
    return OpenEnds(draft, *map(bool, waits))
