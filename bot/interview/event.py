"""Events: what happened to a draft. Answers, progress, undo and the cursor are folds over them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """Everything that can happen to a draft; the values are what the database stores."""

    NOTE = "note"
    """The person answered `question_key` with `text`, kept verbatim.

    With a `target` it replies to that note; or it was spoken right after that event, and confirmed only now;
    or that note stood where a choice has taken its place.
    """
    JOIN = "join"
    """Note `target` goes on with `text`: the app had split one long message."""
    CORRECT = "correct"
    """Note `target` now reads `text`."""
    WITHDRAW = "withdraw"
    """Note `target` of `question_key` counts no more: what was said right before it tells the same.

    With the text BY_ITSELF the person dropped it, and undo brings it back.
    """
    UNKNOWN = "unknown"
    """The person does not know yet: a gap."""
    SKIP = "skip"
    CHOOSE = "choose"
    """`text` is one of the question's choices, or the year it asks for, as it was said."""
    DECLARE = "declare"
    """`text` is yes or no."""
    FILL = "fill"
    """Placeholder number `text.split(':')[0]` of note `target` is what follows the colon."""
    GO = "go"
    """The cursor moves to `question_key`; to nothing, when the end is reached."""
    UNDO = "undo"
    REDO = "redo"
    FINISH = "finish"
    WISH = "wish"
    """The section `question_key` of the finished report is to be written again as `text` says."""
    OWN = "own"
    """A sentence of the section `question_key` of the finished report now reads `text`."""
    RESTATE = "restate"
    """The place `question_key` outside the report's running text now reads `text`; empty: taken out."""
    ADD = "add"
    """The lines `text` were put into the finished report, behind one place and before another."""
    KEEP = "keep"
    """Version `target` of the section `question_key` is to stand."""
    RETURN = "return"
    """The report came back edited: `text` is what it reads."""
    BESIDE = "beside"
    """Words that came with a returned report."""
    SHORTER = "shorter"
    """A shorter version of the finished report is wanted; `text` names it."""
    CANCEL = "cancel"
    RESTORE = "restore"
    LET = "let"
    """The person lets a place stand that the proofreader marked; `text` names the finding.

    Or, as `beside:NOTE`, a note that seemed to correct another one is to stand beside it; or, as `hand:KEY`
    and `note:KEY`, which of the two holds where a note has changed under a sentence by hand.
    """


CONTENT = frozenset(
    {
        EventKind.NOTE,
        EventKind.JOIN,
        EventKind.CORRECT,
        EventKind.WITHDRAW,
        EventKind.UNKNOWN,
        EventKind.SKIP,
        EventKind.CHOOSE,
        EventKind.DECLARE,
        EventKind.FILL,
    }
)
"""What undo takes back: everything that says something. Moving about is not undone."""


BY_ITSELF = "dropped"
BESIDE = "beside:"
"""Begins what LET names where it lets a note stand."""
HAND = "hand:"
"""Begins what LET names where a sentence by hand is to stay, whatever its note reads now."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that is about to be stored."""

    kind: EventKind
    question_key: str = ""
    text: str = ""
    target: int | None = None
    message_id: int | None = None
    at: datetime | None = None
    """When it was said, if that is known; else it is the moment of storing."""


@dataclass(frozen=True, slots=True)
class Event:
    """A stored event; `seq` grows over all drafts and never repeats."""

    seq: int
    kind: EventKind
    at: datetime
    question_key: str = ""
    text: str = ""
    target: int | None = None
    message_id: int | None = None

    @property
    def beside(self) -> int | None:
        """The note that is to stand beside the one it seemed to correct, if that is what happened."""
        if self.kind is not EventKind.LET or not self.text.startswith(BESIDE):
            return None
        return int(self.text.removeprefix(BESIDE))
