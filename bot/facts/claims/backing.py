"""How far the notes, or the year pack, carry words of the prose."""

from __future__ import annotations

import re

from ..trial import Trial

QUOTES = re.compile(r"[“”\"《》‘’]")


def coverage(trial: Trial, words: str) -> float:
    """The share of neighbouring pairs of characters that stand in the notes too."""
    words = re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", words)
    if len(words) < 2:
        return float(words in trial.notes.text)
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in trial.bigrams for pair in pairs) / len(pairs)


def is_allowed(trial: Trial, words: str) -> bool:
    """Whether the year pack carries these words, or a longer phrase with them."""
    return any(words in term for term in trial.lexicon.allowed)
