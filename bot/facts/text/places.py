"""Where words stand in a text, without a pattern: `re` keeps patterns, and with them what people said."""

from __future__ import annotations

from collections.abc import Iterator


def places_of(words: str, text: str) -> Iterator[int]:
    """Every place where the words begin, also inside one another."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
