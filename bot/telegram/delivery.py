"""Handing over finished files."""

from telegram import Bot, InputFile
from telegram.constants import MessageLimit

from bot.assistant.desk import Assistant
from bot.telegram.calling import calling


async def deliver(bot: Bot, assistant: Assistant, person: str, chat: int) -> None:
    """Send everything that waits for this person; what arrived is noted at once and not sent again."""
    for delivery in await assistant.waiting_files(person):
        file = await assistant.file(delivery)
        document = InputFile(file.content, filename=file.name)
        caption = file.caption[: MessageLimit.CAPTION_LENGTH]
        message = await calling(
            lambda document=document, caption=caption: bot.send_document(chat, document, caption=caption),  # type: ignore[misc]
            repeatable=False,
        )
        await assistant.file_arrived(delivery, message.message_id)
