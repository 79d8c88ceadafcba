"""From a Telegram update to a move."""

import re
from dataclasses import dataclass
from datetime import timedelta

from telegram import Audio, CallbackQuery, Document, Message, Update, Voice
from telegram.constants import ChatType

from bot.assistant.voices import Sent
from bot.interview.move import Command, Correct, Move, Press, Say, Unusable

CHANNEL = "telegram"
_COMMAND = re.compile(r"[/／]([A-Za-z]\w*)(?:@\w+)?(?:\s|$)")
_PRESSED = re.compile(r"(\d{1,18}):(\d{1,18}):(.+)", re.DOTALL)
_UNUSABLE = (
    "sticker",
    "location",
    "voice",
    "audio",
    "photo",
    "document",
    "video",
    "video_note",
    "contact",
    "poll",
)
_SAID_AS = {"audio": "voice", "video_note": "video"}


_NO_PAPER = ("audio/", "image/", "video/")


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
    """A move, who made it and where; `message_id` is that of a new message, `query` a press to answer.

    `sent` is a voice message that came along, or the whole of it; `paper` is a document: once it is read,
    what it says is the move.
    """

    person: str
    chat: int
    move: Move
    message_id: int | None = None
    query: CallbackQuery | None = None
    sent: Sent | None = None
    paper: Paper | None = None

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


def read(update: Update) -> Incoming | None:
    """The move in an update; None for what is none: groups, channels, service messages."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or chat.type != ChatType.PRIVATE:
        return None
    person = person_id(user.id)
    if query := update.callback_query:
        return Incoming(person, chat.id, _press(query.data or ""), query=query)
    if edited := update.edited_message:
        text = _text(edited)
        return Incoming(person, chat.id, Correct(text, edited.message_id)) if text else None
    if message := update.message:
        move = _message(message)
        if move is None:
            return None
        sent, paper = _spoken(message), _paper(message)
        return Incoming(person, chat.id, move, message.message_id, sent=sent, paper=paper)
    return None


def _press(data: str) -> Press:
    """A press; data that is not ours becomes a press on a card that cannot be present."""
    found = _PRESSED.fullmatch(data)
    if found is None:
        return Press(-1, -1, "")
    return Press(int(found.group(1)), int(found.group(2)), found.group(3))


def _text(message: Message) -> str:
    return message.text or message.caption or ""


def _quoted(message: Message) -> str:
    """What the person quotes from another chat: the bot cannot see it anywhere else."""
    if message.external_reply is None or message.quote is None or not message.quote.text:
        return ""
    return f"{message.quote.text}\n"


def _spoken(message: Message) -> Sent | None:
    """The sound in a message: a voice note, or an audio file sent as music or as a document."""
    sound: Voice | Audio | Document | None = message.voice or message.audio
    if sound is None and message.document and (message.document.mime_type or "").startswith("audio/"):
        sound = message.document
    if sound is None:
        return None
    name = "" if isinstance(sound, Voice) else sound.file_name or ""
    replied = message.reply_to_message
    return Sent(
        message.message_id,
        sound.file_id,
        name,
        sound.mime_type or "",
        sound.file_size or 0,
        _seconds(sound),
        replied.message_id if replied else None,
    )


def _seconds(sound: Voice | Audio | Document) -> int:
    """How long a sound is; of a sent file that is not known, and it counts as nothing."""
    length = 0 if isinstance(sound, Document) else sound.duration
    return int(length.total_seconds()) if isinstance(length, timedelta) else length


def _paper(message: Message) -> Paper | None:
    """The document in a message, unless it is a sound, a picture or a film."""
    paper = message.document
    if paper is None or (paper.mime_type or "").startswith(_NO_PAPER):
        return None
    name, size = paper.file_name or "", paper.file_size or 0
    return Paper(message.message_id, paper.file_id, name, size, message.caption or "")


def _message(message: Message) -> Move | None:
    text = _text(message)
    if message.text and (command := _COMMAND.match(text)):
        return Command(command.group(1).lower(), message.message_id)
    if text:
        replied = message.reply_to_message
        reply_to = replied.message_id if replied else None
        return Say(_quoted(message) + text, message.message_id, reply_to, message.date)
    for kind in _UNUSABLE:
        if getattr(message, kind):
            return Unusable(_SAID_AS.get(kind, kind), message.message_id)
    if message.effective_attachment is not None:
        return Unusable("unusable", message.message_id)
    return None
