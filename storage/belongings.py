"""What of the database belongs to one person: the one list that counting, exporting and deleting go by."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from storage.sealing import unseal

_OWN = "SELECT id FROM drafts WHERE person = :person"
BELONGINGS: dict[str, str] = {
    "deliveries": f"draft IN ({_OWN})",
    "chosen_versions": f"draft IN ({_OWN})",
    "section_versions": f"draft IN ({_OWN})",
    "finished_reports": f"draft IN ({_OWN})",
    "writings": f"draft IN ({_OWN})",
    "cards": f"draft IN ({_OWN})",
    "events": f"draft IN ({_OWN})",
    "retention": f"draft IN ({_OWN})",
    "follow_ups": f"draft IN ({_OWN})",
    "deadlines": f"draft IN ({_OWN})",
    "reminders": f"draft IN ({_OWN})",
    "pins": f"draft IN ({_OWN})",
    "not_followed_up": "person = :person",
    "voices": "person = :person",
    "held": "person = :person",
    "model_calls": "person = :person",
    "loose_notes": "person = :person",
    "acknowledgements": "person = :person",
    "screens": "person = :person",
    "drafts": "person = :person",
    "people": "id = :person",
    "usage": "person = :person",
    "members": "person = :person",
    "invitations": "used_by = :person",
    "knocks": "person = :person",
    "kept_out": "chat = :chat AND :channel = 'telegram'",
    "inbox": "chat = :chat AND source LIKE :channel || ':%'",
}
"""Table and condition, in an order in which rows can be deleted; a test asks about every table."""


def whose(person: str) -> dict[str, str]:
    """The values that the conditions need, for one person (telegram:1001)."""
    channel, _, chat = person.partition(":")
    return {"person": person, "channel": channel, "chat": chat}


def counted(db: Database, person: str) -> dict[str, int]:
    """How many rows of each table belong to the person."""
    return {
        table: int(db.execute(f"SELECT count(*) FROM {table} WHERE {where}", whose(person)).fetchone()[0])
        for table, where in BELONGINGS.items()
    }


def everything(db: Database, person: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of the person's, by table, with what is sealed in it opened."""
    return {table: list(_rows(db, table, where, person)) for table, where in BELONGINGS.items()}


def _rows(db: Database, table: str, where: str, person: str) -> Iterator[dict[str, Any]]:
    found = db.execute(f"SELECT * FROM {table} WHERE {where}", whose(person))
    names = [column[0] for column in found.description]
    for values in found:
        yield dict(zip(names, (unseal(db, value) for value in values), strict=True))
