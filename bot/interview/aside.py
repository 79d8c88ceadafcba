"""Words put aside until the person says where they belong: stored like any answer, and in no report.

They are notes to a key of their own, which names the question that was to be answered when they came.
"""

from dataclasses import dataclass

from bot.interview.answer import Note

ASIDE = "aside:"
"""Begins such a key; no question's key has a colon."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A note put aside; `origin` is the key of the question at which it came, nothing behind the last."""

    note: Note
    origin: str


def aside_key(origin: str) -> str:
    """The key of what is put aside at that question."""
    return ASIDE + origin


def is_aside(key: str) -> bool:
    """Whether a key is that of words put aside."""
    return key.startswith(ASIDE)


def origin_of(key: str) -> str:
    """The question that a key belongs to: its own, or that at which words were put aside."""
    return key.removeprefix(ASIDE)
