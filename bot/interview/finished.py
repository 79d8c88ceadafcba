"""One section of a finished report, as its cards need it."""

from dataclasses import dataclass

from bot.interview.board import Tally


@dataclass(frozen=True, slots=True)
class Part:
    """`id` is that of the version that stands; `rewritable` says whether a model could write another."""

    key: str
    name: str
    id: int
    tally: Tally
    rewritable: bool
    has_others: bool
    wish: str = ""
