"""What a move leads to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be shown after a move: a view of the person's current draft, and a remark.

    `orders` says that something was ordered from the writer, or called off; `kept` that a message of theirs
    was kept, as a note or as a correction. A remark on a press is shown for a moment only, unless it is
    `lasting`; one that `resumes` already says where the person was. With `data` everything kept of them is to
    be handed out; `gone`: nothing of them is left.
    """

    view: str
    notice: str = ""
    orders: bool = False
    kept: bool = False
    lasting: bool = False
    resumes: bool = False
    data: bool = False
    gone: bool = False
    erased: bool = False
    """Whether something was deleted that is to leave no trace in the file."""
