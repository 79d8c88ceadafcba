"""Putting a reply on a person's screen: edited in place, or below when they have written below it."""

import asyncio
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
) -> "asyncio.Future[None] | None":
    """Show the card and note that it is shown. Safe to repeat: an edit that changes nothing is a success.

    What stays of the card before is brought in order `beside`. That a card was edited may be noted a little
    later: then what says so, or raises StorageError, is returned.
    """
    screen = reply.screen
    if reply.in_place and screen.message_id is not None:
        if await edited(bot, chat, screen.message_id, reply.card):
            return assistant.reported.shown_again(reply, screen.message_id)
        reply = await assistant.shown_below(reply)
    quietly = {"disable_notification": True} if reply.card.quiet else {}
    message_id = await calling(lambda: send_card(bot, chat, reply.card, **quietly), repeatable=False)
    await assistant.reported.shown(reply, message_id)
    if screen.message_id is not None:
        beside.later(chat, partial(_leave, bot, chat, screen.message_id, reply.left.text))
    if reply.left.older is not None:
        renew = partial(edit_to_line, bot, chat, reply.left.older, reply.left.renewed)
        beside.later(chat, partial(calling, renew, repeatable=True))
    return None


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
