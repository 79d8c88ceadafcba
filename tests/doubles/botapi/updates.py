"""The queue of updates: true offsets, true redelivery.

An update stays in the queue until a getUpdates with a higher offset confirms it; until then every poll hands
it out again. That is what makes a crash between "received" and "handled" visible in a test.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from .wire import ApiError, ConnectionCut, Json

TERMINATED = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
FUTURE_MARGIN = 10


class UpdateQueue:
    def __init__(self, first_id: int) -> None:
        self.next_id = first_id
        self.pending: list[Json] = []
        self.everything: list[Json] = []
        self.confirmed: list[int] = []
        self.confirmed_at = 0.0
        self.deliveries: Counter[int] = Counter()
        self.allowed: set[str] | None = None
        self._again: list[Json] = []
        self._again_out: list[Json] = []
        self._held: list[Json] | None = None
        self._poll: asyncio.Future[str] | None = None
        self.news = asyncio.Event()
        self._poll_gone: Callable[[], bool] = bool

    @property
    def drained(self) -> bool:
        """Everything was handed out and confirmed."""
        return not (self.pending or self._again or self._again_out or self._held)

    @property
    def polling(self) -> bool:
        """A long poll is waiting right now, and its client is still there."""
        return self._poll is not None and not self._poll_gone()

    # -- what happens in Telegram

    def put(self, kind: str, body: Json) -> int | None:
        """Queue an update; None when the bot's allowed_updates leave this kind out."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        return self.inject({kind: body})

    def inject(self, raw: Json) -> int:
        """Queue an update exactly as given; only a missing update_id is filled in."""
        if "update_id" not in raw:
            raw = {"update_id": self.next_id, **raw}
            self.next_id += 1
        self.everything.append(raw)
        if self._held is not None:
            self._held.append(raw)
        else:
            self.pending.append(raw)
            self._wake("updates")
        return int(raw["update_id"])

    def redeliver(self, *update_ids: int) -> None:
        """Hand these updates out once more with the next poll, in this order and whatever its offset says."""
        newest = {int(raw["update_id"]): raw for raw in self.everything}
        self._again += [newest[update_id] for update_id in update_ids]
        self._wake("updates")

    def restart_ids(self, at: int) -> None:
        """The next update gets the id `at`, as happens at random after a week without updates."""
        self.next_id = at

    @contextmanager
    def held(self, *, backwards: bool = False) -> Iterator[None]:
        """Keep what is queued inside the block and let it go at once on leaving: a phone out of a tunnel."""
        self._held = []
        try:
            yield
        finally:
            burst, self._held = self._held, None
            self.pending += reversed(burst) if backwards else burst
            self._wake("updates")

    def cut(self) -> None:
        """End the long poll in progress as a network failure does."""
        self._wake("cut")

    # -- what the bot does

    def allow(self, kinds: list[str] | None) -> None:
        if kinds is not None:
            self.allowed = {kind.lower() for kind in kinds} or None

    async def poll(self, offset: int, limit: int, seconds: float, gone: Callable[[], bool]) -> list[Json]:
        """One getUpdates. Ends an older one that still waits with 409."""
        if self._again_out:
            self._again_out = []
            self.confirmed_at = time.monotonic()
        self._confirm(offset)
        self._wake("conflict")
        if not (self.pending or self._again) and seconds > 0:
            self._poll_gone = gone
            await self._wait(seconds)
        if gone():
            return []
        again = [raw for raw in self._again[:limit] if raw not in self.pending]
        batch = (again + self.pending)[:limit]
        self._again, self._again_out = self._again[limit:], again
        self.deliveries.update(int(raw["update_id"]) for raw in batch)
        return batch

    @property
    def to_push(self) -> list[Json]:
        """What the webhook has not taken yet; what was handed out before comes first, and once only."""
        self._again = [raw for raw in self._again if raw not in self.pending]
        return [*self._again, *self.pending]

    async def something_new(self, seconds: float) -> None:
        """Until there may be something to push, or so many seconds have gone by."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.news.wait()

    def pushed(self, raw: Json) -> None:
        """The webhook has taken this update."""
        for queue in (self._again, self.pending):
            if at := [number for number, other in enumerate(queue) if other is raw]:
                del queue[at[0]]
                break
        self.deliveries[int(raw["update_id"])] += 1
        self.confirmed.append(int(raw["update_id"]))
        self.confirmed_at = time.monotonic()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            done, kept = self.pending[:offset], self.pending[offset:]
        elif 0 < offset <= self.next_id + FUTURE_MARGIN:
            done = [raw for raw in self.pending if raw["update_id"] < offset]
            kept = [raw for raw in self.pending if raw["update_id"] >= offset]
        else:  # an offset from before the ids restarted confirms nothing
            return
        if done:
            self.confirmed += [int(raw["update_id"]) for raw in done]
            self.confirmed_at = time.monotonic()
        self.pending = kept

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            why = await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if why == "conflict":
            raise ApiError(409, TERMINATED)
        if why == "cut":
            raise ConnectionCut

    def _wake(self, why: str) -> None:
        self.news.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(why)
