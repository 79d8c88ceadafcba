"""A plain note of one to three things, told faithfully and with one error: harder than paragraphs.

Every file holds errors of one sort: `words` tells one word as another of its kind (银牌 as 金牌), `names`
gives a name that nobody gave, `status` tells what is denied or planned as done, `added` leaves something out
or adds it, `doers` mixes up who did what, `degrees` changes how much, how far and how often. Written by
testers who saw nothing of the reader. `tune` was looked at, of `report` only sums are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Pair(NamedTuple):
    """What was said, told faithfully and with one error, and what sort of error the tester calls it."""

    note: str
    faithful: str
    unfaithful: str
    sort: str


def load_pairs(part: str) -> dict[str, list[Pair]]:
    """All of `tune` or `report`, by sort. A line without four fields raises ValueError with its number."""
    return {file.stem: list(_read(file)) for file in sorted((HERE / part).glob("*.txt"))}


def _read(file: Path) -> Iterator[Pair]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        fields = line.split("|")
        if len(fields) != len(Pair._fields):
            raise ValueError(f"{file.name}:{number} has not four fields")
        yield Pair(*fields)
