"""The guard behind the door: a message with a mark of secrecy is stored nowhere; its sender is told why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.assistant.desk import Assistant
from bot.assistant.guarding import file_refusal, refusal
from bot.telegram.raw import content, sender
from storage.kept_out import Cut

CUT_FROM = 3000
"""A message this long may be a piece of a text that the app cut into several messages."""
SAME_PASTE = 2
"""Seconds between the pieces of one paste, at most."""
AGAIN = 10
"""Seconds in front of a refused piece in which its paste began: an earlier piece may be delivered again."""
TAIL = 24
"""So many characters of a piece are looked at together with the next one: a mark may be cut in two."""
_QUOTED = ("reply_to_message", "external_reply", "pinned_message")
_PEOPLE = ("from", "chat", "sender_chat", "via_bot", "forward_from", "forward_from_chat", "forward_origin")
"""Names of people and chats are no text that somebody sends."""
_NOT_SAID = frozenset((*_QUOTED, *_PEOPLE))
_OF_A_QUOTE = ("message_id", "chat", "date", "from", "origin")
_OF_A_CARD = ("message_id", "chat", "date")
"""What is kept of the card that was pressed: what the bot itself shows is not stored with every press."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A message kept out: whose it is and why; `begun` is when the first piece of its paste was sent."""

    who: int
    why: str
    begun: int | None
    pieces: int = 0
    """How many earlier pieces of its paste were kept out with it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What may be stored, in order; what may not; and what was kept out of each chat last."""

    kept: list[dict[str, Any]] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    cuts: dict[int, Cut] = field(default_factory=dict)


class Guard:
    """Keeps out messages with marks of state secrets. The pieces of one paste stand or fall together."""

    def __init__(self, assistant: Assistant) -> None:
        self._shelf = assistant.shelf
        self._cuts: dict[int, Cut] = {}
        self._tails: dict[int, tuple[int, str]] = {}

    def remember(self, cuts: dict[int, Cut]) -> None:
        """Take up what an earlier run kept out: the rest of it may only be coming now."""
        self._cuts.update(cuts)

    def judge(self, updates: list[dict[str, Any]]) -> Judged:
        """Tell what may be stored from what may not, and blank refused words that are only quoted."""
        judged = Judged()
        for update in updates:
            message, who = content(update), sender(update)
            if "callback_query" in update and isinstance(shown := message.get("message"), dict):
                message["message"] = {key: shown[key] for key in _OF_A_CARD if key in shown}
            elif who is not None and (why := self._why(who, message, new="message" in update)):
                judged.refused.append(self._refused(judged, who, why, message, new="message" in update))
                continue
            else:
                self._blank_quotes(message)
            judged.kept.append(update)
        return judged

    def _why(self, who: int, message: dict[str, Any], *, new: bool) -> str:
        """Why the message may not be stored; empty if it may."""
        sent, text = message.get("date"), str(message.get("text") or "")
        before, tail = self._tails.pop(who, (None, "")) if new else (None, "")
        if why := self._refusal(message, tail if _soon(before, sent) else ""):
            return why
        if new and isinstance(sent, int) and self._belongs(who, message, sent):
            return self._shelf.texts("guard_refused_piece")
        if new and isinstance(sent, int) and may_be_cut(message):
            self._tails[who] = sent, text[-TAIL:]
        return ""

    def _belongs(self, who: int, message: dict[str, Any], sent: int) -> bool:
        """Whether a message goes on with what was kept out, or is a piece of it that comes once more.

        They come once more where the batch they came in could not be stored: the last one is short.
        """
        cut, number = self._cuts.get(who), message.get("message_id")
        if cut is None or not isinstance(number, int):
            return False
        if number > cut.message:
            return cut.more and _soon(cut.sent, sent)
        if number == cut.message:
            return True
        return may_be_cut(message) and cut.sent - sent <= AGAIN

    def _refused(self, judged: Judged, who: int, why: str, message: dict[str, Any], *, new: bool) -> Refused:
        """The message and what came before it in the same batch, as kept out."""
        sent = message.get("date")
        if not new or not isinstance(sent, int):
            return Refused(who, why, None)
        number, last = message.get("message_id"), self._cuts.get(who)
        if isinstance(number, int) and (last is None or number >= last.message):
            self._cuts[who] = judged.cuts[who] = Cut(sent, number, may_be_cut(message))
        mine = [update for update in judged.kept if sender(update) == who]
        pieces = earlier_pieces(reversed(mine), sent)
        for piece in pieces:
            judged.kept.remove(piece)
        return Refused(who, why, pieces[-1]["message"]["date"] if pieces else sent, len(pieces))

    def _refusal(self, message: dict[str, Any], before: str = "") -> str:
        """The reason that lies in the message itself, read together with what stood `before` it."""
        said = before + "\n".join(_texts(message))
        return refusal(said, self._shelf) or next(
            (why for name in _file_names(message) if (why := file_refusal(name, self._shelf))), ""
        )

    def _blank_quotes(self, message: dict[str, Any]) -> None:
        """Take refused words out of what the message quotes: it would carry them into the inbox."""
        for key in _QUOTED:
            quoted = message.get(key)
            if not isinstance(quoted, dict):
                continue
            if self._refusal(quoted):
                message[key] = {k: v for k, v in quoted.items() if k in _OF_A_QUOTE}
            else:
                self._blank_quotes(quoted)


def may_be_cut(message: dict[str, Any]) -> bool:
    """Whether this may be one piece of a longer text, and not the last one."""
    return len(str(message.get("text") or "")) >= CUT_FROM


def earlier_pieces(newest_first: Iterable[dict[str, Any]], sent: int) -> list[dict[str, Any]]:
    """Of one person's updates, newest first, those that belong to the paste of a message sent then."""
    found: list[dict[str, Any]] = []
    for update in newest_first:
        message = update.get("message")
        if not isinstance(message, dict) or not may_be_cut(message):
            continue
        date = message.get("date")
        if not isinstance(date, int) or not _soon(date, sent):
            break
        found.append(update)
        sent = date
    return found


def _soon(before: int | None, sent: object) -> bool:
    """Whether something sent at `sent` may belong to what was sent `before` it."""
    return before is not None and isinstance(sent, int) and 0 <= sent - before <= SAME_PASTE


def _texts(value: object) -> Iterator[str]:
    """Every text in a message, whatever kind of message it is; not what it quotes, nor people's names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inside in value.items():
            if key not in _NOT_SAID:
                yield from _texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _texts(inside)


def _file_names(message: dict[str, Any]) -> Iterator[str]:
    for value in message.values():
        if isinstance(value, dict) and isinstance(name := value.get("file_name"), str):
            yield name
