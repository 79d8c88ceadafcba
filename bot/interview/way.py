"""One way that a correction may be meant."""

from dataclasses import dataclass

MOST_WAYS = 3
"""As many figures of one kind are offered to be replaced, each by a button."""


@dataclass(frozen=True, slots=True)
class Way:
    """What the corrected note would read; `old` and `new` are the words that change, if not all do.

    Of several notes those are meant with the greatest `likeness`.
    """

    text: str
    old: str = ""
    new: str = ""
    at: int = 0
    behind: str = ""
    """What stays of the note behind them."""
    likeness: int = 0
