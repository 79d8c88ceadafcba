"""Looking through a text for a long pattern, quickly."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


class Scan:
    """A pattern of many branches that is tried only where a match can begin.

    Guaranteed to find what `whole.finditer` finds, as long as `first` matches wherever `whole` does. An
    engine that has no common prefix to look for tries every branch at every character.
    """

    __slots__ = ("_first", "whole")

    def __init__(self, first: str, whole: str) -> None:
        """Take the pattern, and one for the characters that it can begin with."""
        self._first = re.compile(first)
        self.whole = re.compile(whole)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches between two places, from left to right, none inside another."""
        match, upto = self.whole.match, start
        for place in self._first.finditer(text, start, end):
            at = place.start()
            if at >= upto and (found := match(text, at, end)) is not None:
                upto = found.end()
                yield found
