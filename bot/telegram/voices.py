"""Voice messages: answered by a slip each, heard beside everything else, shown as words to decide about."""

import asyncio
import logging

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.assistant.faults import where_it_failed
from bot.assistant.voices import FETCH, VoiceBook, next_to_hear
from bot.interview.card import Card
from bot.models.listening import Listener, Problem, Unheard
from bot.telegram.calling import calling
from bot.telegram.fetching import TooBig, fetched
from bot.telegram.incoming import CHANNEL, Incoming, chat_of
from bot.telegram.plain import send_card
from bot.telegram.reactions import Reactions
from bot.telegram.screen import edited
from storage import StorageError
from storage.voices import Voice

log = logging.getLogger(__name__)

PAUSE = 5.0
LONGEST_PAUSE = 300.0
AT_ONCE = 8
"""So many sounds are held in memory, each of its own person: more than listeners take at once."""


class Voices:
    """One task per person with open voices: they are heard in the order in which they were spoken.

    Without a listener nothing new is taken in; what was queued waits for one, and slips can still be pressed.
    """

    def __init__(self, bot: Bot, book: VoiceBook, listener: Listener | None) -> None:
        self._bot = bot
        self._book = book
        self._listener = listener
        self._reactions = Reactions(bot, book.acknowledged)
        self._held = asyncio.Semaphore(AT_ONCE)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._woken: dict[str, asyncio.Event] = {}

    async def take_up(self) -> None:
        """Go on with what an earlier run left."""
        for person in await self._book.people(CHANNEL):
            self.look_after(person)

    @property
    def hears(self) -> bool:
        """Whether there is a listener."""
        return self._listener is not None

    async def takes(self, incoming: Incoming, inbox_seq: int) -> bool:
        """Queue the voice in what arrived, if there is one. Whether that was all there was in it.

        Raises StorageError if it could not be stored, TakenBack if it is not to be.
        """
        if incoming.sent is None or self._listener is None:
            return False
        alone = not incoming.captioned
        taken = await self._book.arrived(incoming.person, incoming.sent, inbox_seq, alone=alone)
        self.look_after(incoming.person)
        return alone and taken

    def look_after(self, person: str) -> None:
        """Show what changed and hear what waits, without waiting for either."""
        task = self._tasks.get(person)
        if task is None or task.done():
            self._woken[person] = asyncio.Event()
            self._tasks[person] = asyncio.create_task(self._work(person, self._woken[person]))
        else:
            self._woken[person].set()

    async def close(self) -> None:
        """Stop; what was being heard is heard again by the next run."""
        tasks = [*self._tasks.values(), *self._reactions.under_way()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._listener is not None:
            await self._listener.close()

    async def _work(self, person: str, woken: asyncio.Event) -> None:
        pause = PAUSE
        hearing: asyncio.Task[None] | None = None
        try:
            while True:
                woken.clear()
                if hearing is not None and hearing.done():
                    hearing = None
                waiting: float | None
                try:
                    await self._show(person)
                    voice, waiting = next_to_hear(await self._book.open(person))
                except Forbidden:
                    log.warning("a person's voices cannot be answered: they have blocked the bot")
                    return
                except (TelegramError, StorageError) as problem:
                    log.warning("voices not shown yet: %s", type(problem).__name__)
                    voice, waiting = None, pause
                    pause = min(pause * 2, LONGEST_PAUSE)
                else:
                    pause = PAUSE
                    if self._listener is None:
                        voice, waiting = None, None
                if hearing is None and voice is not None and self._listener is not None:
                    hearing = asyncio.create_task(self._hear(self._listener, voice))
                    hearing.add_done_callback(lambda _: woken.set())
                elif hearing is None and waiting is None and not woken.is_set():
                    return
                await _sleep(woken, None if hearing is not None else waiting)
        except Exception as problem:  # noqa: BLE001 - a fault of ours: it must not end in silence
            log.error("voices were given up until the next one: %s", where_it_failed(problem))
        finally:
            if hearing is not None:
                hearing.cancel()
                await asyncio.gather(hearing, return_exceptions=True)

    async def _hear(self, listener: Listener, voice: Voice) -> None:
        try:
            try:
                async with self._held:
                    sound = await fetched(self._bot, voice.file_id)
                    words = await listener.hear(
                        sound, name=voice.file_name, mime=voice.mime, hint=self._book.hint
                    )
                if self._book.empty(words):
                    raise Unheard(Problem.SILENT, "made up by the listener")
            except TooBig:
                await self._book.unheard(voice, Problem.TOO_BIG)
            except Unheard as problem:
                log.warning("voice %s not heard (%s): %s", voice.id, problem.problem, problem)
                await self._book.unheard(voice, problem.problem)
            except TelegramError as problem:
                log.warning("voice %s not fetched: %s", voice.id, type(problem).__name__)
                await self._book.unheard(voice, FETCH)
            else:
                await self._book.heard(voice, words, sound)
        except StorageError as problem:
            log.debug("voice %s is heard again: %s", voice.id, problem)
            await asyncio.sleep(PAUSE)
        except Exception as problem:  # noqa: BLE001 - a fault of ours: tried again later, like any other
            log.error("voice %s failed: %s", voice.id, where_it_failed(problem))
            await self._book.unheard(voice, Problem.DOWN)

    async def _show(self, person: str) -> None:
        for voice in await self._book.open(person):
            if voice.look != voice.shown:
                slip = await self._slip(chat_of(person), voice, self._book.card(voice))
                await self._book.shown(voice, slip)

    async def _slip(self, chat: int, voice: Voice, card: Card | None) -> int | None:
        """Bring the slip up to date; returns the message that it is."""
        if card is None:
            self._reactions.acknowledge(voice.person, chat, voice.message_id)
            if voice.slip is not None:
                await self._delete(chat, voice.slip)
            return None
        if voice.slip is not None and await edited(self._bot, chat, voice.slip, card):
            return voice.slip
        to = {"message_id": voice.message_id, "allow_sending_without_reply": True}
        return await calling(lambda: send_card(self._bot, chat, card, reply_parameters=to), repeatable=False)

    async def _delete(self, chat: int, slip: int) -> None:
        """Take the slip away. One that cannot be deleted any more loses its buttons."""
        try:
            await calling(lambda: self._bot.delete_message(chat, slip), repeatable=True)
        except BadRequest:
            try:
                await calling(lambda: self._bot.edit_message_reply_markup(chat, slip), repeatable=True)
            except BadRequest:
                return


async def _sleep(woken: asyncio.Event, seconds: float | None) -> None:
    """Until somebody wakes the task, or so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        return
