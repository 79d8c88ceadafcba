"""Handing over finished files, each exactly once.

A send whose answer is lost may have arrived, and sending again would deliver twice. So a line of text is
sent first, where its number can be stored; once it is, it is turned into the file by an edit, which may be
repeated at will.
Where the answer to that first send is lost, by the network or by a kill, its number is unknown for ever: that
line stays, above the file. Nothing else leaves a line behind, and nothing a second file.
"""

import asyncio
import logging
from contextlib import suppress
from functools import partial

from telegram import Bot, InputMediaDocument
from telegram.constants import FileSizeLimit, MessageLimit
from telegram.error import BadRequest, TelegramError

from bot.assistant.desk import Assistant
from bot.assistant.files import File, NotToBeMade
from bot.assistant.handing_over import Gone
from bot.interview.clipping import clipped
from bot.telegram.calling import calling, is_unchanged
from storage import UnwritableDatabase
from storage.deliveries import Delivery

log = logging.getLogger(__name__)

STORAGE_PAUSE = 0.5
PINNED = "docx"
"""The format that is pinned once it has arrived."""


async def deliver(bot: Bot, assistant: Assistant, person: str, chat: int) -> None:
    """Hand over everything that waits for this person; what arrived is noted at once.

    Of a report that is deleted meanwhile nothing more is handed over.
    """
    for delivery in await assistant.files.waiting(person):
        try:
            file = await assistant.files.made(delivery)
        except Gone:
            continue
        except NotToBeMade as problem:
            await _say(bot, assistant, delivery, chat, str(problem))
            continue
        if len(file.content) > FileSizeLimit.FILESIZE_UPLOAD:
            sentence = assistant.shelf.texts("file_too_big", name=file.name)
            await _say(bot, assistant, delivery, chat, sentence)
        else:
            await _hand_over(bot, assistant, delivery, chat, file)


async def hand_out(bot: Bot, assistant: Assistant, person: str, chat: int) -> None:
    """Hand the person everything that is kept of them; if that fails they are told to ask again.

    A file beyond Telegram's limit becomes a sentence that says so.
    """
    texts = assistant.shelf.texts
    try:
        for file in await assistant.data(person):
            if len(file.content) > FileSizeLimit.FILESIZE_UPLOAD:
                sentence = texts("file_too_big", name=file.name)
                await calling(partial(bot.send_message, chat, sentence), repeatable=False)
                continue
            caption = clipped(file.caption, MessageLimit.CAPTION_LENGTH)
            await calling(
                partial(bot.send_document, chat, file.content, caption=caption, filename=file.name),
                repeatable=False,
            )
    except TelegramError as problem:
        log.warning("somebody's own data could not be handed out: %s", type(problem).__name__)
        await calling(partial(bot.send_message, chat, texts("mydata_failed")), repeatable=False)


async def _say(bot: Bot, assistant: Assistant, delivery: Delivery, chat: int, sentence: str) -> None:
    told = await calling(partial(bot.send_message, chat, sentence), repeatable=False)
    await assistant.files.arrived(delivery, told.message_id)


async def _hand_over(bot: Bot, assistant: Assistant, delivery: Delivery, chat: int, file: File) -> None:
    place = delivery.message_id or await _place(bot, assistant, delivery, chat, file)
    try:
        await _fill(bot, chat, place, file)
    except BadRequest:
        # it cannot become a file any more: most likely the person has deleted it
        with suppress(BadRequest):
            await calling(partial(bot.delete_message, chat, place), repeatable=True)
        place = await _place(bot, assistant, delivery, chat, file)
        await _fill(bot, chat, place, file)
    if delivery.format == PINNED:
        await _pin(bot, assistant, delivery, chat, place)
    await assistant.files.arrived(delivery, place)


async def _pin(bot: Bot, assistant: Assistant, delivery: Delivery, chat: int, place: int) -> None:
    """Pin the file without a sound, in place of the one before; where that fails the file is there all the
    same. Safe to repeat."""
    try:
        before = await assistant.files.pinned(delivery)
        pin = partial(bot.pin_chat_message, chat, place, disable_notification=True)
        await calling(pin, repeatable=True)
        await assistant.files.pin(delivery, place)
        if before not in (None, place):
            with suppress(BadRequest):
                await calling(partial(bot.unpin_chat_message, chat, before), repeatable=True)
    except TelegramError as problem:
        log.info("a file in chat %s was not pinned: %s", chat, type(problem).__name__)


async def _place(bot: Bot, assistant: Assistant, delivery: Delivery, chat: int, file: File) -> int:
    await assistant.files.placing(delivery)
    sentence = assistant.shelf.texts("file_coming", name=file.name)
    sent = await calling(partial(bot.send_message, chat, sentence), repeatable=False)
    while True:
        try:
            await assistant.files.placed(delivery, sent.message_id)
        except UnwritableDatabase:
            await asyncio.sleep(STORAGE_PAUSE)
        else:
            return sent.message_id


async def _fill(bot: Bot, chat: int, place: int, file: File) -> None:
    caption = clipped(file.caption, MessageLimit.CAPTION_LENGTH)
    media = InputMediaDocument(file.content, filename=file.name, caption=caption)
    try:
        await calling(partial(bot.edit_message_media, media, chat, place), repeatable=True)
    except BadRequest as problem:
        if not is_unchanged(problem):
            raise
