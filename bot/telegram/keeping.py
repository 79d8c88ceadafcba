"""Letting go what was kept long enough. Of a report that goes its person is warned a week before."""

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlite_utils import Database
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.assistant.desk import Assistant
from bot.telegram.calling import calling
from bot.telegram.incoming import CHANNEL, chat_of
from storage import StorageError, forgotten, retention
from storage.purge import purge_draft
from storage.retention import Untouched

log = logging.getLogger(__name__)

WARNED_BEFORE = timedelta(days=7)
ROUND = 3600.0
HOURS_WARNED = WARNED_BEFORE // timedelta(hours=1)


class Retention:
    """Goes round once an hour. No report is deleted of which the person was not told a week before.

    A week is seven days by the clock, and as many hours in which the bot was up and the report could be kept:
    a clock that jumps ahead, or a bot that is down, takes nothing from it. Somebody who has shut the bot out
    counts as told. Messages that were set aside have their week in the same way.
    """

    def __init__(self, bot: Bot, assistant: Assistant) -> None:
        self._bot = bot
        self._assistant = assistant

    async def run(self) -> None:
        """For ever."""
        store, days = self._assistant.store, self._assistant.keeping.report_days
        while True:
            try:
                await store.write(lambda db: forgotten.lapse(db, self._assistant.today()))
                if days is not None:
                    await self._round(days)
            except StorageError:
                log.debug("nothing was deleted: nothing can be stored")
            await asyncio.sleep(ROUND)
            with suppress(StorageError):
                await store.write(retention.hour_passed)

    async def _round(self, days: int) -> None:
        store = self._assistant.store
        found = await store.read(lambda db: retention.untouched(db, CHANNEL, days - WARNED_BEFORE.days))
        await store.write(lambda db: retention.due_no_more(db, found))
        deleted = 0
        for report in found:
            if report.warned_at is None or report.warned_at < report.last:
                await self._warn(report, days)
            elif (
                report.hours >= HOURS_WARNED
                and _long_ago(report.warned_at, WARNED_BEFORE)
                and _long_ago(report.last, timedelta(days=days))
                and await store.write(partial(_let_go, report=report))
            ):
                deleted += 1
                await self._say(report, "retention_gone")
        deleted += await store.write(lambda db: retention.forget_handled(db, days, HOURS_WARNED))
        if deleted:
            await self._assistant.scrubber.scrub()

    async def _warn(self, report: Untouched, days: int) -> None:
        texts = self._assistant.shelf.texts
        last = datetime.fromisoformat(report.last) + timedelta(days=days)
        until = max(last, datetime.now(UTC) + WARNED_BEFORE).astimezone()
        button = InlineKeyboardButton(texts("retention_keep"), callback_data=f"0:0:retain:{report.draft}")
        untouched = (datetime.now(UTC) - datetime.fromisoformat(report.last)).days
        told = await self._say(
            report,
            "retention_warning",
            n=untouched,
            date=f"{until.year}年{until.month}月{until.day}日",
            button=button,
        )
        if told:
            await self._assistant.store.write(lambda db: retention.warned(db, report))

    async def _say(
        self, report: Untouched, key: str, *, button: InlineKeyboardButton | None = None, **values: object
    ) -> bool:
        """Whether the person was told, or cannot be told at all."""
        shelf = self._assistant.shelf
        title = shelf.outlines[report.outline].title if report.outline in shelf.outlines else report.outline
        try:
            await calling(
                partial(
                    self._bot.send_message,
                    chat_of(report.person),
                    shelf.texts(key, title=title, **values),
                    reply_markup=InlineKeyboardMarkup([[button]]) if button else None,
                ),
                repeatable=False,
            )
        except (Forbidden, BadRequest):
            return True
        except TelegramError as problem:
            log.warning("somebody could not be warned yet: %s", type(problem).__name__)
            return False
        return True


def _let_go(db: Database, report: Untouched) -> bool:
    """Whether it was deleted: warning others may take minutes, and somebody may have come back to it."""
    gone = retention.still(db, report)
    if gone:
        purge_draft(db, report.draft)
    return gone


def _long_ago(at: str, span: timedelta) -> bool:
    return datetime.fromisoformat(at) + span < datetime.now(UTC)
