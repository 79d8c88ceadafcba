"""Everything that is kept of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bot.assistant.export import exported, exported_loose
from bot.assistant.recall import OutlineGone, outline_of, recall
from bot.interview.event import EventKind
from bot.interview.outline import Outline
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from storage import drafts
from storage.belongings import everything

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """One report: what was said for it, and its state at every finish whose report was not kept as such."""

    row: Row
    said: tuple[Row, ...]
    outline: Outline | None
    finishes: Mapping[int, DraftState]


@dataclass(frozen=True, slots=True)
class OwnData:
    """Every row of a person's by table, with what is sealed opened; and their reports."""

    rows: Mapping[str, list[dict[str, Any]]]
    reports: tuple[Row, ...]
    loose: tuple[Row, ...]
    drafts: tuple[OwnDraft, ...]


def own_data(db: Database, person: str, shelf: Shelf) -> OwnData:
    """What is kept of that person, and of nobody else."""
    rows = everything(db, person)
    reports = tuple(exported(db, person))
    kept = {row["seq"] for row in rows["finished_reports"]}
    finishes = [row for row in rows["events"] if row["kind"] == EventKind.FINISH and row["seq"] not in kept]
    own: list[OwnDraft] = []
    for row, report in zip(drafts.of_person(db, person), reports, strict=True):
        said = sorted([*report["notes"], *report["answers"]], key=lambda one: one["seq"])
        try:
            outline = outline_of(shelf, row)
            states = {
                f["seq"]: recall(db, shelf, row, until=f["seq"]) for f in finishes if f["draft"] == row.id
            }
        except OutlineGone:
            outline, states = None, {}
        stored = next(one for one in rows["drafts"] if one["id"] == row.id)
        own.append(OwnDraft(stored, tuple(said), outline, states))
    return OwnData(rows, reports, tuple(exported_loose(db, person)), tuple(own))
