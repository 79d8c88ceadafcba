"""A fact: a locked phrase read out of a note or of finished prose."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class FactKind(StrEnum):
    """What sort of thing a fact states."""

    QUANTITY = "quantity"
    COUNT = "count"
    PERCENTAGE = "percentage"
    RATIO = "ratio"
    RANGE = "range"
    RANK = "rank"
    DATE = "date"
    NAME = "name"
    TITLE = "title"
    HONOUR = "honour"
    DOCUMENT = "document"
    ACTIVITY = "activity"
    STATUS = "status"
    NEGATION = "negation"
    PLACEHOLDER = "placeholder"


class Hedge(StrEnum):
    """How exactly a number is meant. `SEVERAL` is 几十, 数百; `ODD` is 来 (1200来户); `NEARLY` is 差不多."""

    NONE = ""
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"
    NEARLY = "nearly"
    ODD = "odd"
    SEVERAL = "several"


class Direction(StrEnum):
    """Whether a number tells of more or of less."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class Status(StrEnum):
    """How far a thing has come."""

    NONE = ""
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"


class Fact(NamedTuple):
    """One thing read, with its place.

    `text` is exactly the characters from `start` to `end` of what was read. `value` (and `upper`, for a
    range) is a Decimal in single units: 3.2亿 is 320000000, 百分之十二点五 is 12.5 with unit `%`. `unit` is
    the word as written, `measure` the group of convertible units it belongs to and `factor` its size in
    that group. `subject` is what the clause says around it. `scope` is the time it holds for, when one was
    said.
    """

    kind: FactKind
    start: int
    end: int
    text: str
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    measure: str = ""
    factor: Decimal = Decimal(1)
    scale: str = ""
    hedge: Hedge = Hedge.NONE
    direction: Direction = Direction.NONE
    status: Status = Status.NONE
    negated: bool = False
    scope: str = ""
    subject: str = ""
    around: str = ""
    """The line or sentence that the number stands in."""
    loose: bool = False
    """True for an activity word that good filler uses as well (走访, 宣传)."""
    weak: bool = False
    """True for 一个 and its like, where Chinese says "one" as English says "a": it may come and go."""

    def said_with(
        self, direction: Direction, status: Status, negated: bool, scope: str, subject: str, around: str
    ) -> Fact:
        """The fact with what is said about it."""
        said = (direction, status, negated, scope, subject, around)
        return Fact._make(self[:11] + said + self[17:])

    @property
    def is_number(self) -> bool:
        """Whether the fact carries a number to be matched."""
        return self.value is not None

    @property
    def size(self) -> Decimal:
        """The value in the base unit of its measure, so that 5里 and 2.5公里 are equal."""
        return Decimal(0) if self.value is None else self.value * self.factor
