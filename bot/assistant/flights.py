"""Calls to models under way: whoever asks for the same meanwhile hears the one that is made already."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.writing.model import Answered
from bot.writing.model.answered import Call, OnText

LINGER_SECONDS = 10.0
"""So long a call goes on that nobody waits for: a newer order may be about to ask the same."""


class Flights:
    """One call at a time for one person and prompt. A stopped order does not end its calls at once."""

    def __init__(self, linger: float = LINGER_SECONDS) -> None:
        self._linger = linger
        self._under_way: dict[tuple[str, str], _Flight] = {}

    async def share(
        self, key: tuple[str, str], call: Call, on_text: OnText, on_restart: Callable[[], None]
    ) -> Answered:
        """What the call under way for this key brings, or else this one; raises what that raises.

        Who comes later hears at once what was said so far. Cancelled as the last that waits, it leaves the
        call under way for some seconds.
        """
        flight = self._under_way.get(key)
        if flight is None:
            flight = self._under_way[key] = _Flight()
            flight.call = asyncio.ensure_future(call(flight.more, flight.restart))
            flight.call.add_done_callback(lambda ended: self._ended(key, ended))
        hearer = _Hearer(on_text, on_restart)
        flight.join(hearer)
        try:
            return await asyncio.shield(flight.call)
        finally:
            flight.hearers.remove(hearer)
            if not flight.hearers:
                seconds = self._linger if flight.lingers else 0.0
                asyncio.get_running_loop().call_later(seconds, self._end_unheard, key, flight)

    async def end(self, person: str) -> None:
        """End this person's calls as soon as nobody waits for them."""
        for key, flight in list(self._under_way.items()):
            if key[0] == person:
                flight.lingers = False
                self._end_unheard(key, flight)

    def _end_unheard(self, key: tuple[str, str], flight: "_Flight") -> None:
        if self._under_way.get(key) is flight and not flight.hearers:
            del self._under_way[key]
            flight.call.cancel()

    def _ended(self, key: tuple[str, str], call: "asyncio.Future[Answered]") -> None:
        flight = self._under_way.get(key)
        if flight is not None and flight.call is call:
            del self._under_way[key]
        if not call.cancelled():
            call.exception()  # those who waited were told; if nobody did, nobody misses it


@dataclass(frozen=True, slots=True, eq=False)
class _Hearer:
    on_text: OnText
    on_restart: Callable[[], None]


@dataclass(slots=True)
class _Flight:
    """One call, those who hear it, and what it has said."""

    call: "asyncio.Future[Answered]" = field(init=False)
    hearers: list[_Hearer] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    lingers: bool = True

    def join(self, hearer: _Hearer) -> None:
        if self.said:
            hearer.on_text("".join(self.said))
        self.hearers.append(hearer)

    def more(self, text: str) -> None:
        self.said.append(text)
        for hearer in self.hearers:
            hearer.on_text(text)

    def restart(self) -> None:
        self.said.clear()
        for hearer in self.hearers:
            hearer.on_restart()
