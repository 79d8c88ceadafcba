"""Where Telegram pushes over several connections, what was sent one after the other is handled so.

The messages and edits of a chat are pushed one after the other, a press beside them. Handled before them it
would lead on, and what answers one question would be kept as an answer to the next; handled behind a message
that was sent later it would lead on too late. The numbers of updates tell: they follow one another without a
gap, but for updates that Telegram gave up.
"""

import asyncio
import time

PATIENCE = 1.0
"""Seconds without any earlier update after which none is expected any more."""
ON_ITS_WAY = 0.25
"""Seconds for which a message waits: presses before it were pushed no later, and can only be on their way."""
FARTHEST = 1000
"""Numbers so far apart do not belong together: they start again at random after a quiet week."""


class _Early:
    """What came early, and when an update from before it came last."""

    __slots__ = ("heard", "turn")

    def __init__(self) -> None:
        self.heard = time.monotonic()
        self.turn = asyncio.Event()


class InTurn:
    """Knows which updates have been taken."""

    def __init__(self) -> None:
        self._all_up_to: int | None = None
        self._beyond: set[int] = set()
        self._gap_since = 0.0
        self._early: dict[int, _Early] = {}

    async def before(self, number: int, *, press: bool) -> None:
        """Wait until all updates before this one have been taken, or no more of them come.

        A message may be held up by presses only, and waits for a moment at most; it need not where it comes
        when it was sent.
        """
        self._look(number)
        if self._in_turn(number):
            return
        early = self._early[number] = _Early()
        try:
            async with asyncio.timeout(None if press else ON_ITS_WAY):
                await self._all_before(number, early)
        except TimeoutError:
            return
        finally:
            self._early.pop(number, None)

    async def _all_before(self, number: int, early: _Early) -> None:
        while not self._in_turn(number):
            try:
                async with asyncio.timeout(early.heard + PATIENCE - time.monotonic()):
                    await early.turn.wait()
            except TimeoutError:
                if early.heard + PATIENCE <= time.monotonic():
                    self._reach(number - 1)

    def took(self, number: int) -> None:
        """This update is on disk."""
        self._look(number)
        if not self._beyond:
            self._gap_since = time.monotonic()
        self._beyond.add(number)
        if len(self._beyond) > FARTHEST:
            self._reach(min(self._beyond))
        elif self._all_up_to is not None:
            self._reach(self._all_up_to)
        for later, early in self._early.items():
            if number < later:
                early.heard = time.monotonic()
            if self._in_turn(later):
                early.turn.set()

    def _in_turn(self, number: int) -> bool:
        return self._all_up_to is not None and self._all_up_to >= number - 1

    def _look(self, number: int) -> None:
        """Begin anew where the numbers do, and pass over what has been missing for too long.

        After the beginning what came first was the first.
        """
        lowest = self._all_up_to if self._all_up_to is not None else min(self._beyond, default=None)
        if lowest is None or number < lowest - FARTHEST:
            self._all_up_to = None
            self._beyond.clear()
        elif self._beyond and time.monotonic() - self._gap_since > PATIENCE:
            self._reach(min(self._beyond))

    def _reach(self, number: int) -> None:
        """Everything up to this number has been taken, or is not expected any more."""
        while number + 1 in self._beyond:
            number += 1
        if number != self._all_up_to:
            self._gap_since = time.monotonic()
        self._all_up_to = number
        self._beyond = {other for other in self._beyond if other > number}
