"""People who type: each sends the next thing as soon as the card shows the one before."""

import asyncio
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from bench.peers.bots.interview import NEXT
from tests.doubles import BotApi, Call, Phone

NOTES_TO_A_QUESTION = 4
SHOWING = ("sendMessage", "editMessageText")


@dataclass(frozen=True)
class Move:
    """What a person does next, and which words then stand on the card, any of them."""

    says: str
    then: tuple[str, ...]


def script(asked: list[str]) -> Iterator[Move]:
    """One person's interview: notes to every question, then the press that brings the next."""
    number = 0
    for following in asked[1:]:
        for _ in range(NOTES_TO_A_QUESTION):
            number += 1
            head = f"第{number}件"
            yield Move(f"{head}：走访群众{number + 20}户，收集问题{number % 9 + 40}个", (head,))
        yield Move(NEXT, (following, NEXT))


class Person:
    """Somebody at a phone, who has read the last card."""

    def __init__(self, phone: Phone, asked: list[str]) -> None:
        self._phone = phone
        self.moves = deque(script(asked))
        self._buttons: dict[str, str] = {}
        self._card = 0
        self._then: tuple[str, ...] = ()
        self._shown: asyncio.Future[float] | None = None
        self.since = 0.0

    @property
    def waits(self) -> bool:
        """The card does not show yet what was done last."""
        return self._shown is not None and not self._shown.done()

    async def does(self, says: str, then: tuple[str, ...]) -> float:
        """Say it, or press the button of that name if there is one; the seconds until a card shows it."""
        self._then, self._shown = then, asyncio.get_running_loop().create_future()
        self.since = time.perf_counter()
        if says in self._buttons:
            await self._phone.presses_data(self._buttons[says], self._card)
        else:
            await self._phone.says(says)
        return await self._shown - self.since

    def sees(self, call: Call) -> None:
        """The bot has put something on the screen."""
        result = call.result
        rows = (result.get("reply_markup") or {}).get("inline_keyboard", [])
        if rows:
            self._buttons = {button["text"]: button["callback_data"] for row in rows for button in row}
            self._card = result["message_id"]
        elif self._buttons:
            return  # a card that was left behind has become a line
        if self.waits and self._shown and any(words in result["text"] for words in self._then):
            self._shown.set_result(time.perf_counter())


@dataclass
class Measured:
    """One stretch of typing. `late` are the ages of what was not shown yet when time was up."""

    seconds: float = 0.0
    took: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    calls: int = 0
    cpu: float = 0.0
    peak_mb: float = 0.0

    def quantile(self, share: float) -> tuple[float, bool]:
        """Seconds within which that share was shown; and whether it is a lower bound only."""
        waits = sorted([*((took, False) for took in self.took), *((age, True) for age in self.late)])
        return waits[min(int(share * len(waits)), len(waits) - 1)] if waits else (0.0, True)


class Crowd:
    """All who will ever type to one bot."""

    def __init__(self, api: BotApi, size: int, asked: list[str]) -> None:
        self._api = api
        self._asked = asked
        self._people = {1001 + n: Person(api.phone(1001 + n), asked) for n in range(size)}
        api.watch(self._watch)

    def _watch(self, call: Call) -> None:
        if call.ok and call.method in SHOWING:
            self._people[int(call.params["chat_id"])].sees(call)

    async def begin(self, command: str) -> None:
        """Everybody gets the first question."""
        waiting = [person.does(command, (self._asked[0], command)) for person in self._people.values()]
        await asyncio.wait_for(asyncio.gather(*waiting), 120)

    async def calls_of_a_move(self) -> tuple[int, int]:
        """How many calls a note costs, and how many a press: one person, and time enough for all of them."""
        person = self._people[1001]
        found = []
        for says, then in ((f"第0件：走访{len(self._asked)}户", ("第0件",)), (NEXT, (self._asked[1], NEXT))):
            before = self._made()
            await person.does(says, then)
            await self._api.settles(quiet=0.3, timeout=30)
            found.append(self._made() - before)
        for _ in range(NOTES_TO_A_QUESTION + 1):
            person.moves.popleft()
        return found[0], found[1]

    async def types(self, seats: int, seconds: float) -> Measured:
        """So many at once, for that long; whoever has come to the end is followed by the next."""
        free = deque(person for person in self._people.values() if person.moves)
        seated = list(islice(free, seats))
        for _ in seated:
            free.popleft()
        found, begun = Measured(), time.perf_counter()
        end = begun + seconds

        async def sit(person: Person) -> None:
            while time.perf_counter() < end:
                if not person.moves:
                    if not free:
                        return
                    person = free.popleft()
                    seated.append(person)
                move = person.moves.popleft()
                took = await person.does(move.says, move.then)
                if time.perf_counter() < end:
                    found.took.append(took)

        calls = self._made()
        sitting = [asyncio.create_task(sit(person)) for person in list(seated)]
        if not sitting:
            raise SystemExit("nobody has anything left to say: measure for fewer seconds or in fewer cells")
        _, unfinished = await asyncio.wait(sitting, timeout=seconds)
        now = time.perf_counter()
        found.seconds = now - begun
        found.calls = self._made() - calls
        found.late = [now - person.since for person in seated if person.waits]
        self._unfinished = unfinished
        return found

    async def rest(self) -> None:
        """Until everything that was sent is on the cards."""
        if self._unfinished:
            await asyncio.wait_for(asyncio.gather(*self._unfinished), 120)
        await self._api.settles(quiet=0.05, timeout=60)

    def _made(self) -> int:
        return self._api.counts.total() - self._api.counts["getUpdates"]
