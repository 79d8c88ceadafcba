"""One or two plain sentences in which one word is told as another of its kind: 银牌 as 金牌, 抓阄 as 投票.

Written by testers who named the kinds themselves and saw nothing of the reader. `tune.txt` was looked at, of
`report.txt` only sums are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Swap(NamedTuple):
    """What was said, told faithfully and with one word of a kind for another."""

    note: str
    faithful: str
    unfaithful: str
    kind: str


def load_swaps(part: str) -> list[Swap]:
    """All of `tune` or `report`. A line without four fields raises ValueError with its number."""
    return list(_read(HERE / f"{part}.txt"))


def _read(file: Path) -> Iterator[Swap]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        fields = line.split("|")
        if len(fields) != len(Swap._fields):
            raise ValueError(f"{file.name}:{number} has not four fields")
        yield Swap(*fields)
