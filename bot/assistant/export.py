"""What is stored of a person's drafts, as data that can be carried elsewhere and counted."""

from typing import Any

from sqlite_utils import Database

from bot.interview.event import BY_ITSELF
from storage import drafts, people

SAYING = frozenset({"note", "join", "correct", "fill"})
ANSWERING = frozenset({"choose", "declare", "skip", "unknown"})
WITHDRAWING = "withdraw"


def exported(db: Database, person: str | None = None) -> list[dict[str, Any]]:
    """Every draft with every note ever sent, in order: also those undone or corrected since.

    `person` is an id as stored (telegram:1001) or the part behind the colon; None means everybody.
    """
    chosen = [p for p in people.everybody(db) if person is None or person in (p.id, p.id.partition(":")[2])]
    return [_draft(db, row) for somebody in chosen for row in drafts.of_person(db, somebody.id)]


def exported_loose(db: Database, person: str | None) -> list[dict[str, Any]]:
    """What was said before there was a draft to put it into, and still waits for one."""
    return [
        {"person": note.person, "text": note.text, "at": note.at}
        for note in drafts.loose(db)
        if person is None or person in (note.person, note.person.partition(":")[2])
    ]


def _draft(db: Database, row: drafts.DraftRow) -> dict[str, Any]:
    events = drafts.events(db, row.id)
    standing, undone = _standing(events)
    return {
        "draft": row.id,
        "person": row.person,
        "outline": row.outline,
        "outline_version": row.outline_version,
        "created_at": row.created_at,
        "notes": [
            _shown(event, order, event.seq in undone)
            for order, event in enumerate((e for e in events if e.kind in SAYING), 1)
        ],
        "answers": [
            _shown(event, None, event.seq in undone)
            for event in events
            if event.kind in ANSWERING or event.kind == WITHDRAWING
        ],
        "events": len(events),
        "standing": len(standing),
    }


def _standing(events: list[drafts.EventRow]) -> tuple[list[int], set[int]]:
    """The numbers of events that hold now, and of those that were taken back."""
    stack: list[list[int]] = []
    undone: list[list[int]] = []
    gone: set[int] = set()
    for event in events:
        if event.kind in SAYING | ANSWERING | {WITHDRAWING}:
            if stack and _belongs(event, stack[-1][0]):
                stack[-1].append(event.seq)
            else:
                stack.append([event.seq])
            gone.update(seq for together in undone for seq in together)
            undone.clear()
        elif event.kind == "undo" and stack:
            undone.append(stack.pop())
        elif event.kind == "redo" and undone:
            stack.append(undone.pop())
    standing = [seq for together in stack for seq in together]
    return standing, gone | {seq for together in undone for seq in together}


def _belongs(event: drafts.EventRow, first: int) -> bool:
    """Whether the event is undone together with what the event `first` began."""
    withdrawn = event.kind == WITHDRAWING and event.text != BY_ITSELF
    return withdrawn or (event.kind == "join" and event.target == first)


def _shown(event: drafts.EventRow, order: int | None, undone: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "seq": event.seq,
        "question": event.question_key,
        "kind": event.kind,
        "text": event.text,
    }
    if order is not None:
        shown["order"] = order
    if event.target is not None:
        shown["of_note"] = event.target
    if event.message_id is not None:
        shown["message_id"] = event.message_id
    return {**shown, "undone": undone, "at": event.at}
