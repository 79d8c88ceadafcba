"""Better follow-up questions on a phone: by an edit of the card that stands there, or not at all."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.assistant.better_questions import Better, BetterQuestions
from bot.assistant.desk import Assistant
from bot.assistant.faults import where_it_failed
from bot.telegram.plain import edit_to_card
from storage import StorageError

log = logging.getLogger(__name__)

PAUSE = 1.0
"""Somebody who writes on within so many seconds is not asked about what they said before."""


class AskingBack:
    """One task per person who has said something just now; no move waits for it.

    `lock` is what keeps two hands from one screen: it is held for the one edit, never while a model thinks.
    `settle` brings a screen up to date where that edit failed.
    """

    def __init__(
        self,
        bot: Bot,
        assistant: Assistant,
        lock: Callable[[int], asyncio.Lock],
        settle: Callable[[str], Awaitable[None]],
    ) -> None:
        self._bot = bot
        self._assistant = assistant
        self._questions = BetterQuestions(assistant)
        self._lock = lock
        self._settle = settle
        self._said: set[str] = set()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._closed = False

    def said(self, person: str, chat: int) -> None:
        """The person has said something, and the card shows it."""
        if self._closed or not self._questions.on:
            return
        self._said.add(person)
        task = self._tasks.get(person)
        if task is None or task.done():
            self._tasks[person] = asyncio.create_task(self._work(person, chat))

    async def close(self) -> None:
        """Leave out what is not asked yet, and ask no more."""
        self._closed = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _work(self, person: str, chat: int) -> None:
        try:
            while person in self._said:
                self._said.discard(person)
                await asyncio.sleep(PAUSE)
                if person not in self._said and (better := await self._questions.find(person)):
                    await self._show(person, chat, better)
        except StorageError:
            log.info("chat %s was not asked back: nothing can be stored", chat)
        except TelegramError:
            await self._settle(person)
        except Exception as problem:  # noqa: BLE001 - a fault of ours: the chat goes on without the question
            log.error("chat %s was not asked back: %s", chat, where_it_failed(problem))
        finally:
            self._said.discard(person)
            self._tasks.pop(person, None)

    async def _show(self, person: str, chat: int, better: Better) -> None:
        """One edit; a card that cannot be edited any more is not sent anew for this."""
        async with self._lock(chat):
            reply = await self._questions.put(person, better)
            if reply is None or reply.screen.message_id is None:
                return
            message = reply.screen.message_id
            try:
                await edit_to_card(self._bot, chat, message, reply.card)
            except BadRequest as problem:
                log.info("a card in chat %s was not edited: %s", chat, type(problem).__name__)
            await self._assistant.reported.shown(reply, message)
