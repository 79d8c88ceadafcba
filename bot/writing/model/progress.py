"""What a screen can show while a report is written."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where a section stands."""

    WAITING = "waiting"
    WRITING = "writing"
    CHECKING = "checking"
    REPAIRING = "repairing"
    DONE = "done"
    PLAIN = "plain"
    """Done, and every sentence is the plain writer's."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`section` is the section's key, `name` what the chat calls it, `text` what can be read of it so far."""

    section: str
    name: str
    stage: Stage
    text: str = ""


OnProgress = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """For those who do not watch."""
