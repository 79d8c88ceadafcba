"""Looking every now and then whether somebody is to be reminded of a deadline."""

import asyncio
import logging

from bot.assistant.desk import Assistant
from bot.telegram.incoming import CHANNEL
from bot.telegram.screens import Screens
from storage import StorageError

log = logging.getLogger(__name__)

EVERY = 30.0


async def remind(assistant: Assistant, screens: Screens) -> None:
    """Until cancelled. What is due is decided and stored by the assistant; here it is only shown."""
    while True:
        try:
            for person in await assistant.remind(CHANNEL):
                await screens.settle(person)
        except StorageError:
            log.debug("reminders wait: nothing can be stored")
        await asyncio.sleep(EVERY)
