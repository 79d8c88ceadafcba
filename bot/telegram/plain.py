"""The calls that every answer is made of: plain parameters go out, and what comes back is read as it came.

`telegram.Bot` looks at every parameter that a method could have, and makes objects of what nobody reads: for
these calls that was a tenth of what an answer costs.
"""

from dataclasses import dataclass
from typing import Any, cast

from telegram import Bot
from telegram.constants import ParseMode
from telegram.request import RequestData

from bot.interview.card import Card
from bot.telegram.view import buttons, html

_HTML = ParseMode.HTML.value


@dataclass(frozen=True, slots=True)
class _Plain:
    """As much of the library's RequestData as a request class reads where there are no files."""

    parameters: dict[str, Any]
    contains_files: bool = False


async def call(bot: Bot, method: str, **parameters: Any) -> Any:
    """Call a method of the Bot API; return its result. Raises the errors that `bot`'s own methods raise."""
    return await bot.request.post(f"{bot.base_url}/{method}", cast("RequestData", _Plain(parameters)))


async def send_card(bot: Bot, chat: int, card: Card, **more: Any) -> int:
    """Send a card; return the message that shows it."""
    sent = await call(bot, "sendMessage", chat_id=chat, **_looks(card), **more)
    return int(sent["message_id"])


async def edit_to_card(bot: Bot, chat: int, message_id: int, card: Card) -> None:
    """Let a message show this card from now on."""
    await call(bot, "editMessageText", chat_id=chat, message_id=message_id, **_looks(card))


async def edit_to_line(bot: Bot, chat: int, message_id: int, text: str) -> None:
    """Let a message be this text from now on, without buttons."""
    await call(bot, "editMessageText", chat_id=chat, message_id=message_id, text=text)


async def delete(bot: Bot, chat: int, message_id: int) -> None:
    """Take a message away."""
    await call(bot, "deleteMessage", chat_id=chat, message_id=message_id)


async def react(bot: Bot, chat: int, message_id: int, emoji: str) -> None:
    """Set the reaction on a message."""
    await call(bot, "setMessageReaction", **reaction(chat, message_id, emoji))


async def answer_press(bot: Bot, query: str, notice: str) -> None:
    """Stop the spinner on a pressed button, with a notice if there is one."""
    await call(bot, "answerCallbackQuery", **press_answered(query, notice))


def reaction(chat: int, message_id: int, emoji: str) -> dict[str, Any]:
    """The parameters of a reaction."""
    return {"chat_id": chat, "message_id": message_id, "reaction": [{"type": "emoji", "emoji": emoji}]}


def press_answered(query: str, notice: str) -> dict[str, Any]:
    """The parameters of an answer to a press."""
    return {"callback_query_id": query, **({"text": notice} if notice else {})}


def _looks(card: Card) -> dict[str, Any]:
    return {"text": html(card), "parse_mode": _HTML, **buttons(card)}
