"""Taking up orders in the background: what a channel's people wait for is written, also after a restart."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.assistant.faults import where_it_failed
from bot.assistant.writer import Writer
from bot.interview.board import Board
from storage import StorageError, writings
from storage.writings import Writing

log = logging.getLogger(__name__)

AT_A_TIME = 8
TICK = 1.0
STORAGE_PAUSE = 2.0
Tell = Callable[[str], Awaitable[None]]


class Orders:
    """Follows the table of orders: whatever waits there is written, whatever was called off is stopped.

    `on_progress` is called about once a second at most for each person whose board has changed, `on_end` when
    an order has come to its end; both with the person.
    """

    def __init__(
        self, writer: Writer, channel: str, changed: asyncio.Event, on_progress: Tell, on_end: Tell
    ) -> None:
        self._writer = writer
        self._channel = channel
        self._changed = changed
        self._on_progress = on_progress
        self._on_end = on_end
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._people: dict[int, Writing] = {}
        self._shown: dict[int, Board] = {}

    async def run(self) -> None:
        """Until cancelled; then everything under way is stopped, and waits for the next start."""
        try:
            while True:
                self._changed.clear()
                try:
                    await self._follow()
                except StorageError:
                    await asyncio.sleep(STORAGE_PAUSE)
                    continue
                await self._tick()
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)
            await asyncio.to_thread(self._writer.close)

    async def _follow(self) -> None:
        """Start what waits and is not under way, stop what no longer waits, tell of what is done."""
        waiting = await self._writer.store.read(lambda db: writings.waiting(db, self._channel))
        wanted = {writing.id for writing in waiting}
        people = {writing.person for writing in waiting}
        for number, task in list(self._tasks.items()):
            if task.done() or number not in wanted:
                del self._tasks[number]
                writing = self._people.pop(number)
                self._shown.pop(number, None)
                if not task.done():
                    task.cancel()
                    await asyncio.gather(task, return_exceptions=True)
                    if writing.person not in people:
                        await self._writer.end_calls(writing.person)
                await self._on_end(writing.person)
        for writing in waiting:
            if writing.id not in self._tasks and len(self._tasks) < AT_A_TIME:
                self._people[writing.id] = writing
                task = asyncio.create_task(self._write(writing))
                task.add_done_callback(lambda _: self._changed.set())
                self._tasks[writing.id] = task

    async def _tick(self) -> None:
        """Wait until something changes in the table; meanwhile show how boards change."""
        while not self._changed.is_set():
            try:
                await asyncio.wait_for(self._changed.wait(), TICK if self._tasks else None)
            except TimeoutError:
                for number, writing in self._people.items():
                    board = self._writer.board(writing.draft)
                    if board != self._shown.get(number):
                        self._shown[number] = board
                        await self._on_progress(writing.person)

    async def _write(self, writing: Writing) -> None:
        while True:
            try:
                await self._writer.write(writing)
            except StorageError:
                log.debug("order %s is written again: it could not be stored", writing.id)
                await asyncio.sleep(STORAGE_PAUSE)
            except Exception as problem:  # noqa: BLE001 - a fault of ours: trying again would not mend it
                log.error("order %s failed: %s", writing.id, where_it_failed(problem))
                await self._given_up(writing)
                return
            else:
                return

    async def _given_up(self, writing: Writing) -> None:
        try:
            await self._writer.give_up(writing)
        except StorageError:
            await asyncio.sleep(STORAGE_PAUSE)
