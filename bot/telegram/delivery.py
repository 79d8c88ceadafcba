"""Handing over finished files."""

from functools import partial

from telegram import Bot, InputFile
from telegram.constants import MessageLimit

from bot.assistant.desk import Assistant
from bot.assistant.files import NotToBeMade
from bot.telegram.calling import calling


async def deliver(bot: Bot, assistant: Assistant, person: str, chat: int) -> None:
    """Send everything that waits for this person; what arrived is noted at once and not sent again."""
    for delivery in await assistant.waiting_files(person):
        try:
            file = await assistant.file(delivery)
        except NotToBeMade as problem:
            sentence = str(problem)
            told = await calling(partial(bot.send_message, chat, sentence), repeatable=False)
            await assistant.file_arrived(delivery, told.message_id)
            continue
        document = InputFile(file.content, filename=file.name)
        caption = file.caption[: MessageLimit.CAPTION_LENGTH]
        send = partial(bot.send_document, chat, document, caption=caption)
        message = await calling(send, repeatable=False)
        await assistant.file_arrived(delivery, message.message_id)
