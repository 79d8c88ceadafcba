"""People, and what each of them has on the screen now."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.rows import columns, made, now, one, rows, written
from storage.sealing import seal
from storage.voices import CORRECTING


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who talks to the bot; `id` is channel:name, as telegram:1001."""

    id: str
    current_draft: int | None
    last_seen: str


@dataclass(frozen=True, slots=True)
class Screen:
    """What one person should see (`wanted`) and what was shown (`shown`); equal when the screen is right.

    `message_id` is the card's message, `newest_message_id` the newest one the person sent. `view` names the
    card, `about` what the shown card deals with, and `place` is the line that may stand for it.
    """

    person: str
    message_id: int | None
    newest_message_id: int | None
    view: str
    notice: str
    wanted: int
    shown: int
    about: str
    place: str


@dataclass(frozen=True, slots=True)
class Found:
    """The person as they were here last, None for somebody new, and what is on their screen.

    `corrects` tells whether they are about to type the words of a voice message anew.
    """

    person: Person | None
    screen: Screen
    corrects: bool


_FINDING = f"""SELECT EXISTS (SELECT 1 FROM voices WHERE voices.person = :person AND state = :correcting),
    {columns(Person)}, {columns(Screen)} FROM people LEFT JOIN screens ON screens.person = people.id
    WHERE people.id = :person"""


def found(db: Database, person: str) -> Found:
    """All that a move finds of whoever makes it, looked up at once."""
    row = db.execute(_FINDING, {"person": person, "correcting": CORRECTING}).fetchone()
    if row is None:
        return Found(None, _nothing_shown(person), corrects=False)
    corrects, known, shown = row[0], row[1:4], row[4:]
    screen = made(db, Screen, shown) if shown[0] is not None else _nothing_shown(person)
    return Found(made(db, Person, known), screen, bool(corrects))


def here(db: Database, person: str) -> None:
    """Note that somebody who is known was here just now."""
    db.execute("UPDATE people SET last_seen = ? WHERE id = ?", (now(), person))


def meet(db: Database, person: str) -> Person:
    """The person, made known if new; notes that they were here just now."""
    return written(
        db,
        Person,
        """INSERT INTO people (id, last_seen) VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET last_seen = excluded.last_seen""",
        (person, now()),
    )


def last_seen(db: Database, person: str) -> str | None:
    """When this person was here last; None for somebody new."""
    found = one(db, Person, "FROM people WHERE id = ?", (person,))
    return found.last_seen if found else None


def current_draft(db: Database, person: str) -> int | None:
    """The draft the person is writing now."""
    found = one(db, Person, "FROM people WHERE id = ?", (person,))
    return found.current_draft if found else None


def everybody(db: Database) -> list[Person]:
    """All people, in the order of their ids."""
    return list(rows(db, Person, "FROM people ORDER BY id"))


def screen(db: Database, person: str) -> Screen:
    """What this person has on the screen; an empty one if nothing was ever shown."""
    return one(db, Screen, "FROM screens WHERE person = ?", (person,)) or _nothing_shown(person)


def _nothing_shown(person: str) -> Screen:
    return Screen(person, None, None, "", "", 0, 0, "", "")


def want(db: Database, person: str, *, view: str, notice: str, newest_message_id: int | None) -> Screen:
    """Say what should be on the screen now; belongs into the transaction that stores the events."""
    return written(
        db,
        Screen,
        """INSERT INTO screens (person, view, notice, wanted, newest_message_id, place)
        VALUES (?, ?, ?, 1, ?, '')
        ON CONFLICT (person) DO UPDATE SET view = excluded.view, notice = excluded.notice,
        wanted = wanted + 1,
        newest_message_id = max(coalesce(newest_message_id, 0), coalesce(excluded.newest_message_id, 0))""",
        (person, view, seal(db, notice), newest_message_id),
    )


def shown(db: Database, person: str, *, message_id: int, wanted: int, about: str, place: str) -> None:
    """Note that the card of `wanted` stands on the screen as `message_id`."""
    db.execute(
        "UPDATE screens SET message_id = ?, shown = ?, about = ?, place = ? WHERE person = ?",
        (message_id, wanted, about, seal(db, place), person),
    )


def behind(db: Database, channel: str) -> list[str]:
    """Whose screens do not show yet what they should: what a restart has to repair."""
    found = db.execute(
        "SELECT person FROM screens WHERE wanted <> shown AND person LIKE ? ORDER BY person",
        (f"{channel}:%",),
    )
    return [str(person) for (person,) in found]
