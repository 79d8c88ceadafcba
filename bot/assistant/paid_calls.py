"""Where models are asked: a thread that does nothing else, so that what was paid for is stored at once."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from bot.assistant.loop_thread import LoopThread
from bot.assistant.metering import Meter, StoredKept
from bot.models import Models
from bot.writing.model import Answered, Complete
from bot.writing.model.answered import Call, OnText


class PaidCalls:
    """The models of this process and its meter, in a thread of their own.

    Guaranteed: between the last byte of an answer and its commit no text is read, checked or drafted. Whoever
    asks may be busy for seconds meanwhile, and hears of the answer when there is time.
    """

    def __init__(self, models: Models, meter: Meter) -> None:
        self.models = models
        self.meter = meter
        self._thread = LoopThread("models")

    def asked(self, complete: Complete, person: str, draft: int | None) -> tuple[Complete, "KeptApart"]:
        """These models within one person's limits, and the answers kept; the two belong together."""
        kept = KeptApart(self.meter.kept(person, draft), self._thread)
        return self.meter.metered(complete, person, draft), kept

    async def end(self, person: str) -> None:
        """End this person's calls as soon as nobody waits for them."""
        await self._thread.run(self.meter.flights.end(person))

    def close(self) -> None:
        """End every call. What has come is stored; what is asked later opens the thread again."""
        self._thread.close(self.models.close)


class KeptApart:
    """Answers kept, for a caller in another event loop than that in which models are asked."""

    def __init__(self, kept: StoredKept, thread: LoopThread) -> None:
        self._kept = kept
        self._thread = thread

    async def get(self, key: str) -> str | None:
        """What this prompt brought before."""
        return await self._kept.get(key)

    async def bring(self, key: str, call: Call, on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        """As `StoredKept.bring`, over there. The two callbacks are called here, and cannot spoil a call:
        what they raise comes out of here once the answer is kept.
        """
        heard = _Heard(on_text, on_restart)
        try:
            answer = await self._thread.run(self._kept.bring(key, call, heard.text, heard.restart))
        finally:
            heard.listens = False
        if heard.problem is not None:
            raise heard.problem
        return answer


class _Heard:
    """What is said over there, told here in the same order, until nobody listens any more."""

    def __init__(self, on_text: OnText, on_restart: Callable[[], None]) -> None:
        self._on_text = on_text
        self._on_restart = on_restart
        self._here = asyncio.get_running_loop()
        self.listens = True
        self.problem: Exception | None = None

    def text(self, piece: str) -> None:
        self._tell(lambda: self._on_text(piece))

    def restart(self) -> None:
        self._tell(self._on_restart)

    def _tell(self, what: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody listens any more
            self._here.call_soon_threadsafe(self._hear, what)

    def _hear(self, what: Callable[[], None]) -> None:
        if not self.listens:
            return
        try:
            what()
        except Exception as problem:  # noqa: BLE001 - it is told to whoever waits
            self.problem, self.listens = problem, False
