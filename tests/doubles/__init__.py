"""Doubles of the outside world. Here: Telegram's Bot API and the people who write to the bot."""

from .botapi.api import STRANGER, TOKEN, BotApi, bot_api
from .botapi.phone import Phone
from .botapi.screen import Button, Document, Screen, Seen, Toast
from .botapi.server import Call
from .botapi.threaded import ThreadedBotApi, threaded_bot_api

__all__ = [
    "STRANGER",
    "TOKEN",
    "BotApi",
    "Button",
    "Call",
    "Document",
    "Phone",
    "Screen",
    "Seen",
    "ThreadedBotApi",
    "Toast",
    "bot_api",
    "threaded_bot_api",
]
