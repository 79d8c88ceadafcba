"""What a move leads to at a draft."""

from dataclasses import dataclass

from bot.interview.event import NewEvent

QUESTION, PLACING = "question", "place"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a move leads to: an event to store, the view to show, and the key of a short remark."""

    event: NewEvent | None = None
    view: str = QUESTION
    notice: str = ""
    besides: tuple[NewEvent, ...] = ()
    """What is stored in the same transaction behind the event."""
