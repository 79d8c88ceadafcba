"""Putting a reply on a person's screen: edited in place, or below when they have written below it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from telegram import Bot
from telegram.error import BadRequest

from bot.assistant.desk import Assistant
from bot.assistant.showing import Reply
from bot.interview.card import Card
from bot.telegram.beside import Beside
from bot.telegram.calling import calling, is_unchanged
from bot.telegram.plain import delete, edit_to_card, edit_to_line, send_card


async def show(
    bot: Bot, assistant: Assistant, chat: int, reply: Reply, beside: Beside
) -> "asyncio.Future[None]":
    """Show the card. Safe to repeat: an edit that changes nothing is a success.

    What is returned says when it is noted that it is shown, or raises StorageError: nobody needs to wait, as
    the next move finds it noted. Then what stays of the card before is brought in order `beside`.
    """
    screen = reply.screen
    if reply.in_place and screen.message_id is not None:
        if await edited(bot, chat, screen.message_id, reply.card):
            return assistant.reported.shown_again(reply, screen.message_id)
        reply = await assistant.shown_below(reply)
    quietly = {"disable_notification": True} if reply.card.quiet else {}
    message_id = await calling(lambda: send_card(bot, chat, reply.card, **quietly), repeatable=False)
    noted = assistant.reported.shown(reply, message_id)
    if screen.message_id is not None:
        leave = partial(_leave, bot, chat, screen.message_id, reply.left.text)
        beside.later(chat, partial(_once, noted, leave))
    if reply.left.older is not None:
        renew = partial(edit_to_line, bot, chat, reply.left.older, reply.left.renewed)
        beside.later(chat, partial(_once, noted, partial(calling, renew, repeatable=True)))
    return noted


async def _once(noted: "asyncio.Future[None]", work: Callable[[], Awaitable[object]]) -> None:
    """Do this once it is noted; leave it out if that fails."""
    await asyncio.wait({noted})
    if not noted.cancelled() and noted.exception() is None:
        await work()


async def edited(bot: Bot, chat: int, message_id: int, card: Card) -> bool:
    """Whether the message now shows the card; False if it can no longer be edited."""
    try:
        await calling(lambda: edit_to_card(bot, chat, message_id, card), repeatable=True)
    except BadRequest as problem:
        return is_unchanged(problem)
    return True


async def _leave(bot: Bot, chat: int, message_id: int, place: str) -> None:
    """Turn a card that was left behind into one line, or take it away if nothing is to stand for it.

    Messages older than two days cannot be taken away: such a card becomes a dot.
    """
    if not place:
        try:
            await calling(lambda: delete(bot, chat, message_id), repeatable=True)
        except BadRequest:
            place = "·"
    if place:
        with suppress(BadRequest):
            await calling(lambda: edit_to_line(bot, chat, message_id, place), repeatable=True)
