"""From stored rows to a draft's state, and from new events to stored rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from bot.interview.decision import Decision
from bot.interview.event import Event, EventKind, NewEvent
from bot.interview.folding import Folding, fold
from bot.interview.outline import Outline
from bot.interview.state import DraftState
from bot.library.shelf import Shelf
from storage import drafts
from storage.drafts import DraftRow, EventRow
from storage.sealing import remembered


@dataclass(slots=True)
class _Known:
    """What was read of a draft, the fold of it, which goes on, and its state after that, once wanted."""

    row: DraftRow
    events: list[Event]
    folding: Folding
    made: DraftState | None = None

    def add(self, events: Iterable[Event]) -> None:
        """These have happened since."""
        for event in events:
            self.folding.add(event)
            self.events.append(event)
            self.made = None

    @property
    def version(self) -> int:
        """The number of the newest event."""
        return self.events[-1].seq if self.events else 0

    @property
    def state(self) -> DraftState:
        """The state after all of them."""
        if self.made is None:
            self.made = self.folding.state()
        return self.made


class OutlineGone(Exception):
    """A draft was started with an outline that is no longer in prompts/outlines/."""


def recall(db: Database, shelf: Shelf, draft: DraftRow, *, until: int | None = None) -> DraftState:
    """The draft's state, as of event `until` if that is given. Raises OutlineGone.

    Events never change: those that were read before are neither read nor folded again.
    """
    outline, memory = outline_of(shelf, draft), remembered(db)
    known: _Known | None = memory.get(draft.id)
    if known is None or known.folding.outline is not outline:
        known = _Known(draft, [], Folding(draft.id, outline))
        memory.outdate(draft.id)
    if not memory.is_current(draft.id):
        known.add(map(_event, drafts.events(db, draft.id, after=known.version)))
    memory.hold(draft.id, known, 1 + len(known.events))
    if until is None or until >= known.version:
        return known.state
    return fold(draft.id, outline, [event for event in known.events if event.seq <= until])


def recall_numbered(db: Database, shelf: Shelf, draft: int) -> DraftState | None:
    """The state of the draft of that number; None if there is none, or if its outline is gone."""
    known: _Known | None = remembered(db).get(draft)
    row = known.row if known is not None else drafts.get(db, draft)
    try:
        return recall(db, shelf, row) if row else None
    except OutlineGone:
        return None


def own_draft(db: Database, shelf: Shelf, person: str, draft: int) -> DraftState | None:
    """The person's draft of that number; None if it is not theirs, or written by an outline now gone."""
    row = drafts.get(db, draft)
    if row is None or row.person != person:
        return None
    try:
        return recall(db, shelf, row)
    except OutlineGone:
        return None


def outline_of(shelf: Shelf, draft: DraftRow) -> Outline:
    """The outline a draft is written by: today's text of it, whose `renames` carry older answers over."""
    try:
        return shelf.outlines[draft.outline]
    except KeyError:
        raise OutlineGone(draft.outline) from None


def keep(db: Database, draft: int, event: NewEvent, inbox_seq: int | None) -> int:
    """Store an event; return its number. What is remembered of the draft goes on with it."""
    memory = remembered(db)
    known: _Known | None = memory.get(draft) if memory.is_current(draft) else None
    row = drafts.append(
        db,
        draft,
        kind=event.kind.value,
        question_key=event.question_key,
        text=event.text,
        target=event.target,
        message_id=event.message_id,
        inbox_seq=inbox_seq,
        at=event.at.astimezone(UTC).isoformat(timespec="milliseconds") if event.at else None,
    )
    if known is not None:
        known.add([_event(row)])
        memory.hold(draft, known, 1 + len(known.events))
    return row.seq


def keep_all(db: Database, draft: int, decision: Decision, inbox_seq: int | None) -> None:
    """Store what was decided: the event is what the inbox's row led to, the others come with it."""
    for number, event in enumerate(filter(None, (decision.event, *decision.besides))):
        keep(db, draft, event, None if number else inbox_seq)


def _event(row: EventRow) -> Event:
    at = datetime.fromisoformat(row.at).astimezone(UTC)
    return Event(row.seq, EventKind(row.kind), at, row.question_key, row.text, row.target, row.message_id)
