"""Locked phrases: what stands for them, and the texts they stand in."""

from dataclasses import dataclass
from typing import Literal

from bot.facts import Direction, Hedge

Seals = Literal["sealed", "visible"]
"""Whether a model sees the values of locked phrases, or only their shapes."""
BLANK = "▢"
_ESCAPED = str.maketrans(
    {
        "⟦": "［",
        "⟧": "］",
        "〔": "［",
        "〕": "］",
        "[": "［",
        "]": "］",
        "<": "＜",
        ">": "＞",
        "`": "’",
        "#": "＃",
        BLANK: "□",
        "@": "＠",
    }
)


@dataclass(frozen=True, slots=True)
class Sealed:
    """One locked phrase: its marker's id, the text that stands for it, what a model is shown of it."""

    id: str
    text: str
    shape: str
    is_number: bool = False
    is_name: bool = False
    direction: Direction = Direction.NONE
    hedge: Hedge = Hedge.NONE

    @property
    def marker(self) -> str:
        """What a model writes."""
        return f"⟦{self.id}⟧"

    @property
    def shown(self) -> str:
        """What a model sees in the notes."""
        return f"⟦{self.id}：{self.shape}⟧"


@dataclass(frozen=True, slots=True)
class SealedText:
    """A note in three forms: open pieces and locked phrases by turns, ready to be shown or marked."""

    pieces: tuple[str | Sealed, ...]

    @property
    def facts(self) -> tuple[Sealed, ...]:
        """The locked phrases in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Sealed))

    @property
    def shown(self) -> str:
        """With markers and shapes, fit to stand between fences."""
        return "".join(p.shown if isinstance(p, Sealed) else escaped(p) for p in self.pieces)

    @property
    def marked(self) -> str:
        """With bare markers."""
        return "".join(p.marker if isinstance(p, Sealed) else escaped(p) for p in self.pieces)

    @property
    def blanked(self) -> str:
        """With shapes alone: for words that are shown and must not be written."""
        return "".join(p.shape if isinstance(p, Sealed) else escaped(p) for p in self.pieces)


def escaped(text: str) -> str:
    """Text without the characters that markers, fences and tags are made of; nothing else changes."""
    return " ".join(text.translate(_ESCAPED).split("\n"))
