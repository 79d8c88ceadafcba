"""One of many words as a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """A pattern for the longest of the words that stands at a place; it goes into brackets: `(?:…)`.

    What words begin with alike is written once (`公(?:里|斤)`), so that a character rules out all of them.
    """
    endings: dict[str, list[str]] = {}
    for word in words:
        endings.setdefault(word[0], []).append(word[1:])
    return "|".join(re.escape(first) + _any_of(rests) for first, rests in endings.items())


def _any_of(endings: list[str]) -> str:
    longer = [ending for ending in endings if ending]
    if not longer:
        return ""
    return f"(?:{either(longer)})" + ("?" if len(longer) < len(endings) else "")
