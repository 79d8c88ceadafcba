"""What is kept of a person: showing it, handing it out, and letting it go."""

import base64
import json
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.assistant.files import File
from bot.assistant.own_data import OwnData
from bot.assistant.own_text import own_text
from bot.documents.text import windows_text
from bot.interview.card import Card
from bot.interview.cards.keeping import Kept, forget_card, forgotten_card
from bot.interview.texts import Texts
from bot.library.shelf import Shelf
from storage import drafts
from storage.belongings import counted


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long things are kept, in days: finished reports, and backups; None is for ever, or not known."""

    report_days: int | None = None
    backup_days: int | None = None


def forget_view(
    db: Database,
    person: str,
    texts: Texts,
    keeping: Keeping,
    *,
    models: bool,
    counts: bool,
    version: int,
) -> Card:
    """What is kept, and the one question before it goes."""
    rows = counted(db, person)
    kept = Kept(
        reports=rows["drafts"],
        finished=drafts.finished(db, person),
        said=rows["events"] + rows["loose_notes"],
        messages=rows["inbox"],
        written=rows["section_versions"] + rows["model_calls"],
    )
    days = keeping.backup_days
    return forget_card(kept, texts, backup_days=days, models=models, counts=counts, version=version)


def forgotten_view(texts: Texts, keeping: Keeping, *, counts: bool) -> Card:
    """What stands on the screen when nothing is left."""
    return forgotten_card(texts, backup_days=keeping.backup_days, counts=counts)


def data_files(data: OwnData, person: str, shelf: Shelf, now: datetime) -> tuple[File, ...]:
    """Everything that is kept of the person: as a text to be read, and every row as stored, for programs."""
    texts = shelf.texts
    rows = {
        "person": person,
        "reports": data.reports,
        "before_any_report": data.loose,
        "everything": data.rows,
    }
    stored = json.dumps(rows, ensure_ascii=False, indent=2, default=_written)
    return (
        File(texts("mydata_text"), windows_text(own_text(data, shelf, now)), texts("mydata_caption")),
        File(texts("mydata_name"), stored.encode(), texts("mydata_rows_caption")),
    )


def _written(value: object) -> str:
    """A kept sound as text."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(type(value).__name__)
