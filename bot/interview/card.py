"""A card: what the person sees now, as text blocks and buttons, without a channel."""

from dataclasses import dataclass
from enum import StrEnum

GOES_ON = "next"
"""The action that leads to the next question."""


class Style(StrEnum):
    """How a block is set off; a channel shows it as well as it can."""

    HEAD = "head"
    PLAIN = "plain"
    HINT = "hint"
    SAID = "said"
    REPORT = "report"
    FOLDED = "folded"
    """Something long that need not be read: shown by a few lines, opened by a touch."""

    __hash__ = str.__hash__  # an enumeration's own is written in Python


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a card. The text is plain: a channel escapes it."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press; `action` is what a Press brings back.

    One with `copy` has no action: it puts that text on the phone's clipboard, where a channel can do so.
    """

    label: str
    action: str
    copy: str = ""

    @property
    def answers(self) -> bool:
        """Whether pressing it answers the question."""
        return self.action.startswith(("choose:", "declare:", "place:"))

    @property
    def signs(self) -> bool:
        """Whether pressing it signs a declaration, or refuses to."""
        return self.action.startswith("declare:")


@dataclass(frozen=True, slots=True)
class Card:
    """What the person sees. `place` is one line that stands for this card once another has replaced it."""

    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    draft: int = 0
    version: int = 0
    place: str = ""
    about: str = ""
    """What the card deals with; a card about the same thing takes its place on the screen."""

    question: str = ""
    """The key of the question that it asks, if it asks one."""

    quiet: bool = False
    """It comes by itself: as a message of its own, without a sound."""

    follow_up: str = ""
    """The rule of the follow-up question that it asks, if it asks one."""

    asks_back: str = ""
    """The words of that question."""

    def labels(self) -> list[Button]:
        """All buttons that do something here, in reading order."""
        return [button for row in self.buttons for button in row if not button.copy]

    def numbered(self) -> list[Button]:
        """Those that may be chosen by number: what answers, then what goes on, then the rest.

        So where words are wanted, 1 goes on, whatever else a card offers. Nobody signs by a number, which
        would mean something else on the card before.
        """
        free = (one for one in self.labels() if not one.signs)
        return sorted(free, key=lambda one: 0 if one.answers else 1 if one.action == GOES_ON else 2)
