"""One of many words as a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """A pattern for the longest of the words that stands at a place; it goes into brackets: `(?:…)`.

    The character that words begin with is written once (`公(?:里|斤)`), and so rules out all of them.
    """
    endings: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        endings.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})")
        for first, rests in endings.items()
    )
