"""How far a report has come that is being written: what a progress card shows."""

from dataclasses import dataclass, field
from enum import StrEnum


class Stand(StrEnum):
    """Where one section stands."""

    WAITING = "waiting"
    WRITING = "writing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One section: its name, where it stands, and what can be read of it so far."""

    name: str
    stand: Stand = Stand.WAITING
    text: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """All sections in the report's order; `newest` is the key of the one that changed last."""

    lines: dict[str, BoardLine] = field(default_factory=dict)
    newest: str = ""

    def with_line(self, key: str, line: BoardLine) -> "Board":
        """The board with this line for that section."""
        return Board({**self.lines, key: line}, key)

    def count(self, stand: Stand) -> int:
        """How many sections stand there."""
        return sum(line.stand is stand for line in self.lines.values())

    @property
    def growing(self) -> tuple[int, BoardLine] | None:
        """The first section in the report's order that is being written and can be read, numbered from 1."""
        numbered = enumerate(self.lines.values(), 1)
        return next(((at, line) for at, line in numbered if line.stand is Stand.WRITING and line.text), None)

    @property
    def text(self) -> str:
        """What can be read of the section that changed last."""
        line = self.lines.get(self.newest)
        return line.text if line else ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Who wrote how many sentences of a report or a section, and what was found on the way.

    `failed` are the reasons for which nobody answered: down, refused, no_access, limit.
    """

    by_model: int = 0
    by_plain: int = 0
    by_hand: int = 0
    found: int = 0
    repaired: int = 0
    failed: tuple[str, ...] = ()
