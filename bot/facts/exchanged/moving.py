"""What has gone from beside a word between two texts, and what has come to stand there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .company import Parts, Places


class Moved(NamedTuple):
    """A word, which of those it is, its places in notes and prose, and what stands beside it only there.

    Its own characters count as standing beside it: those tell no two words apart. Where a word has several
    places in one text, whatever stands beside it in the other counts as lost or gained.
    """

    word: str
    order: int
    here: Places
    there: Places
    lost: frozenset[str]
    gained: frozenset[str]


class Sides(NamedTuple):
    """Two texts in parts: the notes and the prose."""

    given: Parts
    told: Parts

    def moved(self, words: Iterable[str]) -> list[Moved]:
        """Those of the words that have lost something and gained something."""
        given, told = self
        found: list[Moved] = []
        order = 0
        for word in words:
            if (there := told.of(word)) and (here := given.of(word)):
                order += 1
                lost = given.company(here)
                if len(there) == 1:
                    lost = lost - told.plain(there[0])
                if lost:
                    gained = told.company(there)
                    if len(here) == 1:
                        gained = gained - given.plain(here[0])
                    if gained:
                        found.append(Moved(word, order, here, there, lost, gained))
        return found
