"""From a Telegram update to a move.

Updates are read as they come, ten fields of each: the library would make an object of everything in them,
at a tenth of what an answer costs.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from telegram.constants import ChatType, MessageAttachmentType

from bot.assistant.voices import Sent
from bot.interview.move import Command, Correct, Move, Press, Say, Unusable
from bot.telegram.incoming import Incoming, Paper, person_id

T = TypeVar("T")
Raw = Mapping[str, Any]
_COMMAND = re.compile(r"[/／]([A-Za-z]\w*)(?:@\w+)?(?:\s|$)")
_PRESSED = re.compile(r"(?!.*\d{19})(\d{1,18}):(\d{1,18}):(.+)", re.DOTALL)
"""No number in it is larger than one that a database holds."""
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
_WITH_WORDS = {
    "photo": "photo_beside",
    "video": "video_beside",
    "voice": "voice_beside",
    "document": "document_beside",
}
_PICTURED = {"image": "photo", "video": "video", "audio": "voice"}


_NO_PAPER = ("audio/", "image/", "video/")


def read(update: Raw) -> Incoming | None:
    """The move in an update; None for what is none: groups, channels, service messages.

    Raises KeyError or TypeError for an update that is not as the Bot API describes it.
    """
    if (query := _part(update, "callback_query")) is not None:
        shown = _part(query, "message")
        if shown is None or not _private(shown):
            return None
        press = _press(_given(query, "data", str) or "")
        return Incoming(_sender(query), _chat(shown), press, query=_needed(query, "id", str))
    edited = _part(update, "edited_message")
    message = edited if edited is not None else _part(update, "message")
    if message is None:
        return None
    number, date = _needed(message, "message_id", int), _needed(message, "date", int)
    if not message.get("from") or not _private(message):
        return None
    person, chat = _sender(message), _chat(message)
    if edited is not None:
        text = _text(message)
        return Incoming(person, chat, Correct(text, number)) if text else None
    move = _message(message, number, datetime.fromtimestamp(date, UTC))
    if move is None:
        return None
    return Incoming(person, chat, move, number, sent=_spoken(message, number), paper=_paper(message, number))


def _given(found: Raw, key: str, kind: type[T]) -> T | None:
    """What stands under the key, if anything does. Raises TypeError if it is of another kind."""
    value = found.get(key)
    if value is not None and not isinstance(value, kind):
        raise TypeError(key)
    return value


def _needed(found: Raw, key: str, kind: type[T]) -> T:
    value = _given(found, key, kind)
    if value is None:
        raise KeyError(key)
    return value


def _part(found: Raw, key: str) -> dict[str, Any] | None:
    return _given(found, key, dict)


def _private(message: Raw) -> bool:
    return _needed(_needed(message, "chat", dict), "type", str) == ChatType.PRIVATE


def _chat(message: Raw) -> int:
    return _needed(_needed(message, "chat", dict), "id", int)


def _sender(caused: Raw) -> str:
    return person_id(_needed(_needed(caused, "from", dict), "id", int))


def _press(data: str) -> Press:
    """A press; data that is not ours becomes a press on a card that cannot be present."""
    found = _PRESSED.fullmatch(data)
    if found is None:
        return Press(-1, -1, "")
    return Press(int(found.group(1)), int(found.group(2)), found.group(3))


def _text(message: Raw) -> str:
    return _given(message, "text", str) or _given(message, "caption", str) or ""


def _quoted(message: Raw) -> str:
    """What the person quotes from another chat: the bot cannot see it anywhere else."""
    quote = _part(message, "quote")
    words = _given(quote, "text", str) if quote and message.get("external_reply") else None
    return f"{words}\n" if words else ""


def _replied_to(message: Raw) -> int | None:
    replied = _part(message, "reply_to_message")
    return _needed(replied, "message_id", int) if replied is not None else None


def _spoken(message: Raw, number: int) -> Sent | None:
    """The sound in a message: a voice note, or an audio file sent as music or as a document.

    How long a sent file lasts is not known, and it counts as nothing.
    """
    voice, document = _part(message, "voice"), _part(message, "document")
    sound = voice or _part(message, "audio")
    seconds = _given(sound, "duration", int) if sound else 0
    if sound is None and document and _mime(document).startswith("audio/"):
        sound = document
    if sound is None:
        return None
    return Sent(
        number,
        _needed(sound, "file_id", str),
        "" if voice else _given(sound, "file_name", str) or "",
        _mime(sound),
        _given(sound, "file_size", int) or 0,
        seconds or 0,
        _replied_to(message),
    )


def _mime(file: Raw) -> str:
    return _given(file, "mime_type", str) or ""


def _paper(message: Raw, number: int) -> Paper | None:
    """The document in a message, unless it is a sound, a picture or a film."""
    paper = _part(message, "document")
    if paper is None or _mime(paper).startswith(_NO_PAPER):
        return None
    name, size = _given(paper, "file_name", str) or "", _given(paper, "file_size", int) or 0
    return Paper(number, _needed(paper, "file_id", str), name, size, _given(message, "caption", str) or "")


def _message(message: Raw, number: int, sent: datetime) -> Move | None:
    text = _text(message)
    if message.get("text") and (command := _COMMAND.match(text)):
        return Command(command.group(1).lower(), number)
    if text:
        beside = "" if message.get("text") else _attached(message)
        if beside:
            beside = _WITH_WORDS.get(beside, "unusable_beside")
        return Say(_quoted(message) + text, number, _replied_to(message), sent, beside)
    attached = _attached(message)
    return Unusable(attached, number) if attached else None


def _attached(message: Raw) -> str:
    """What is in a message besides text, as the chat's texts name it; empty if nothing is."""
    for kind in _UNUSABLE:
        if message.get(kind):
            pictured = _PICTURED.get(_mime(message[kind]).partition("/")[0]) if kind == "document" else None
            return pictured or _SAID_AS.get(kind, kind)
    return "unusable" if any(message.get(kind) for kind in MessageAttachmentType) else ""
