"""What a person did in Telegram, once it is read: the move, who made it and where."""

from dataclasses import dataclass

from bot.assistant.voices import Sent
from bot.interview.move import Correct, Move, Unusable

CHANNEL = "telegram"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was sent, and the words `beside` it."""

    message_id: int
    file_id: str
    name: str
    size: int
    beside: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """A move, who made it and where; `message_id` is that of a new message, `query` of a press to answer.

    `sent` is a voice message that came along, or the whole of it; `paper` is a document: once it is read,
    what it says is the move.
    """

    person: str
    chat: int
    move: Move
    message_id: int | None = None
    query: str | None = None
    sent: Sent | None = None
    paper: Paper | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing has to be fetched or heard before the move can be made."""
        return self.sent is None and self.paper is None

    @property
    def captioned(self) -> bool:
        """Whether a voice message came with words of its own."""
        return not isinstance(self.move, Unusable)

    @property
    def touched(self) -> int | None:
        """The person's own message that this is about: a new one, or the one they edited."""
        return self.move.message_id if isinstance(self.move, Correct) else self.message_id


def chat_of(person: str) -> int:
    """The chat in which a person is reached."""
    return int(person.partition(":")[2])


def person_id(user: int) -> str:
    """How a Telegram user is called in the house."""
    return f"{CHANNEL}:{user}"
