"""The guard behind the door: a message with a mark of secrecy is stored nowhere; its sender is told why."""

from collections.abc import Iterator
from typing import Any

from bot.assistant.desk import Assistant
from bot.assistant.guarding import file_refusal, refusal
from bot.telegram.raw import content, sender
from bot.telegram.telling import Teller

CUT_FROM = 3000
"""A message this long may be the beginning of a text that the app cut into several messages."""
SAME_PASTE = 2
"""Seconds between the pieces of one paste, at most."""
_QUOTED = ("reply_to_message", "external_reply", "pinned_message")
_WORDS = ("text", "caption")
_OF_A_CARD = ("message_id", "chat", "date")
"""What is kept of the card that was pressed: what the bot itself shows is not stored with every press."""


class Guard:
    """Keeps out messages with marks of state secrets, and what else belongs to the same paste."""

    def __init__(self, assistant: Assistant, teller: Teller) -> None:
        self._assistant = assistant
        self._teller = teller
        self._cut: dict[int, int] = {}
        """When somebody sent a long message that was kept out."""

    def let_through(self, updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The updates that may be stored, in order, without refused words quoted from elsewhere."""
        return [update for update in updates if self._harmless(update)]

    def _harmless(self, update: dict[str, Any]) -> bool:
        message, who = content(update), sender(update)
        if "callback_query" in update and isinstance(shown := message.get("message"), dict):
            message["message"] = {key: shown[key] for key in _OF_A_CARD if key in shown}
            return True
        if who is None:
            return True
        why = self._refusal(message)
        if self._goes_on(who, message) and not why:
            why = self._assistant.shelf.texts("guard_refused_piece")
        if not why:
            self._blank_quotes(message)
            return True
        sent = message.get("date")
        if isinstance(sent, int) and len(str(message.get("text") or "")) >= CUT_FROM:
            self._cut[who] = sent
        self._teller.tell(who, why)
        return False

    def _goes_on(self, who: int, message: dict[str, Any]) -> bool:
        """Whether this is the next piece of something that was kept out just now."""
        begun, sent = self._cut.pop(who, None), message.get("date")
        return begun is not None and isinstance(sent, int) and 0 <= sent - begun <= SAME_PASTE

    def _refusal(self, message: dict[str, Any]) -> str:
        """Why the message may not be stored."""
        shelf = self._assistant.shelf
        quote = message.get("quote")
        parts = [message, quote] if isinstance(quote, dict) else [message]
        said = "\n".join(str(part[key]) for part in parts for key in _WORDS if key in part)
        return refusal(said, shelf) or next(
            (why for name in _file_names(message) if (why := file_refusal(name, shelf))), ""
        )

    def _blank_quotes(self, message: dict[str, Any]) -> None:
        """Take refused words out of what the message quotes: it would carry them into the inbox."""
        for key in _QUOTED:
            quoted = message.get(key)
            if not isinstance(quoted, dict):
                continue
            if self._refusal(quoted):
                message[key] = {k: v for k, v in quoted.items() if k not in (*_WORDS, "document", "entities")}
            else:
                self._blank_quotes(quoted)


def _file_names(message: dict[str, Any]) -> Iterator[str]:
    for value in message.values():
        if isinstance(value, dict) and isinstance(name := value.get("file_name"), str):
            yield name
