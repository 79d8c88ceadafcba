"""What a person is to see: a reply to a move, and a glance at how far their report has come."""

from dataclasses import dataclass, field

from bot.assistant.contents import Lines
from bot.interview.card import Card
from storage.people import Screen


@dataclass(frozen=True, slots=True)
class Reply:
    """What the person should see now. `wanted` numbers it; the channel reports it back once it is shown."""

    card: Card
    notice: str
    wanted: int
    screen: Screen
    kept: bool = False
    """Whether the message that caused it was kept, as a note or a correction."""
    orders: bool = False
    """Whether something was ordered from the writer, or called off."""
    data: bool = False
    """Whether the person is to be handed everything that is kept of them."""
    files: bool = False
    """Whether files wait to be handed over."""
    voices: bool = False
    """Whether spoken messages wait to be heard or shown."""
    gone: bool = False
    """Whether nothing of the person is left; then nothing is stored of this reply either."""
    erased: bool = False
    """Whether something was deleted that is to leave no trace in the file."""
    below: bool = False
    """Whether it is to stand below whatever the person wrote, and no edit above that is enough."""
    left: Lines = field(default_factory=Lines)
    """What stays of the card on the screen if this one is shown below it; not looked up if it is not."""

    @property
    def in_place(self) -> bool:
        """Whether the card takes the place of the one on the screen, and is not shown below."""
        screen = self.screen
        if screen.message_id is None:
            return False
        elsewhere = screen.about != self.card.about
        below = (screen.newest_message_id or 0) > screen.message_id
        return not (below and (elsewhere or screen.notice or self.below)) and not (
            self.card.quiet and elsewhere
        )


@dataclass(frozen=True, slots=True)
class Glance:
    """The progress card as it is now, and the text that grows just now, if any does, under its number."""

    reply: Reply
    number: int = 0
    text: str = ""
