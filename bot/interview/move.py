"""Moves: what a person just did, freed of the channel they did it in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Say:
    """A message of text. `message_id` is the channel's number for it, if it has one.

    `reply_to` is the message it replies to, `at` the moment it was sent. `left_out` names the text on
    what came with these words and was not taken in, such as a photo.
    """

    text: str
    message_id: int | None = None
    reply_to: int | None = None
    at: datetime | None = None
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Correct:
    """An earlier message was edited and now reads `text`."""

    text: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Press:
    """A button of the card that showed `version` of `draft`; draft 0 is a card that belongs to no draft."""

    draft: int
    version: int
    action: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command, without its slash and in lower case: resume."""

    name: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something the interview cannot take in, such as a sticker: `what` names it in the chat's texts."""

    what: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """A document came back: its `text`, a paragraph a line, and the words that came `beside` it.

    `around` is what stands in its headers, footers, notes and properties: looked at, and never kept.
    `not_read` names what it holds that its text does not tell, such as comments.
    """

    text: str
    message_id: int | None = None
    beside: str = ""
    around: str = ""
    not_read: tuple[str, ...] = ()


Move = Say | Correct | Press | Command | Unusable | Return
