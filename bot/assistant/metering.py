"""What models cost: answers kept so that none is paid twice, calls counted, daily limits."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.assistant.flights import Flights
from bot.writing.model import Answered, Complete, NoAnswer, Turn, Why
from bot.writing.model.answered import Call, OnText
from storage import Store, UnwritableDatabase, calls

ONE_CALL_ANSWERS = 1500
"""How many tokens the answer to a call under way is taken for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be used on one day; None is no limit. Money in whatever the providers' prices are in.

    Calls are those that brought an answer or cost money; an answer that was kept before costs none.
    """

    calls_per_person: int | None = None
    tokens_per_person: int | None = None
    tokens: int | None = None
    money_per_person: Decimal | None = None
    money: Decimal | None = None

    @property
    def by_person(self) -> bool:
        """Whether it matters how much one person has used."""
        mine = self.calls_per_person, self.tokens_per_person, self.money_per_person
        return any(most is not None for most in mine)

    def reached(self, mine: tuple[int, Decimal], everybody: tuple[int, Decimal], my_calls: int = 0) -> bool:
        """Whether no further call may be begun."""
        return any(
            most is not None and used >= most
            for used, most in (
                (my_calls, self.calls_per_person),
                (mine[0], self.tokens_per_person),
                (everybody[0], self.tokens),
                (mine[1], self.money_per_person),
                (everybody[1], self.money),
            )
        )


@dataclass
class Meter:
    """Counts what all reports of this process use, and knows when it is enough for today.

    A call is begun only while what was used today, and what the calls under way are expected to use, is below
    every limit.
    """

    store: Store
    limits: Limits = field(default_factory=Limits)
    today: Callable[[], date] = date.today
    storage_pause: float = 0.25
    """Before what could not be stored is tried again."""
    held: dict[tuple[str, str], str] = field(default_factory=dict)
    """Answers that wait to be stored, by person and prompt."""
    flights: Flights = field(default_factory=Flights)
    _under_way: Counter[str] = field(default_factory=Counter)
    """Tokens."""
    _calls_under_way: Counter[str] = field(default_factory=Counter)
    _one_by_one: asyncio.Lock = field(default_factory=asyncio.Lock)

    def kept(self, person: str, draft: int | None) -> "StoredKept":
        """The answers kept for one person."""
        return StoredKept(self, person, draft)

    def metered(self, complete: Complete, person: str, draft: int | None) -> "MeteredComplete":
        """The same models, within the limits."""
        return MeteredComplete(self, complete, person, draft)

    async def begin(self, person: str, tokens: int) -> None:
        """Count a call as under way that may use so much. NoAnswer(LIMIT) if today's limits leave no room."""
        async with self._one_by_one:
            day = self.today().isoformat()
            mine, everybody, made = await self.store.read(
                lambda db: (calls.spent(db, day, person), calls.spent(db, day), calls.made(db, day, person))
            )
            coming, all_coming = self._under_way[person], self._under_way.total()
            used = (mine[0] + coming, mine[1]), (everybody[0] + all_coming, everybody[1])
            if self.limits.reached(*used, made + self._calls_under_way[person]):
                raise NoAnswer("today's limit is reached", why=Why.LIMIT)
            self.came(person, tokens)

    def came(self, person: str, tokens: int) -> None:
        """A call has used so much, and is yet to be stored: until `end` it counts as under way."""
        self._under_way[person] += tokens
        self._calls_under_way[person] += 1

    def end(self, person: str, tokens: int) -> None:
        """That call is over, or stored."""
        self._under_way[person] -= tokens
        self._calls_under_way[person] -= 1

    async def note(self, person: str, draft: int | None, key: str, answer: Answered, *, text: bool) -> None:
        """Store one call that was paid; without `text` its answer could not be used.

        Cancelled, it is stored all the same: the program may be about to stop.
        """
        day = self.today().isoformat()
        storing = self.store.write_begun(
            lambda db: calls.keep(
                db,
                person,
                draft,
                day=day,
                key=key,
                answer=answer.text if text else None,
                prompt_tokens=answer.prompt_tokens,
                completion_tokens=answer.completion_tokens,
                cached_tokens=answer.cached_tokens,
                metered=answer.metered,
                cost=answer.cost,
            )
        )
        await asyncio.shield(storing)


@dataclass(frozen=True, slots=True)
class StoredKept:
    """Answers in the database, by person and prompt."""

    meter: Meter
    person: str
    draft: int | None

    async def get(self, key: str) -> str | None:
        """What this prompt brought before."""
        held = self.meter.held.get((self.person, key))
        return held or await self.meter.store.read(lambda db: calls.answer(db, self.person, key))

    async def bring(self, key: str, call: Call, on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        """What the call brings, kept; or what one for the same prompt brings, or has just brought."""

        async def made(on_text: OnText, on_restart: Callable[[], None]) -> Answered:
            if (text := await self.get(key)) is not None:
                return Answered(text, kept=True)
            answer = await call(on_text, on_restart)
            await self.put(key, answer)
            return answer

        return await self.meter.flights.share((self.person, key), made, on_text, on_restart)

    async def put(self, key: str, answer: Answered) -> None:
        """Keep what was just paid for, answer and cost in one, also when writing is stopped just now.

        While nothing can be written it is held until it can.
        """
        await asyncio.shield(self._put(key, answer))

    async def _put(self, key: str, answer: Answered) -> None:
        while True:
            try:
                await self.meter.note(self.person, self.draft, key, answer, text=True)
            except UnwritableDatabase:
                self.meter.held[self.person, key] = answer.text
                await asyncio.sleep(self.meter.storage_pause)
            else:
                self.meter.held.pop((self.person, key), None)
                self.meter.end(self.person, answer.tokens)
                return


@dataclass(frozen=True, slots=True)
class MeteredComplete:
    """Models asked for one person, within the limits."""

    meter: Meter
    complete: Complete
    person: str
    draft: int | None

    async def __call__(
        self,
        turns: Sequence[Turn],
        *,
        max_tokens: int,
        temperature: float,
        on_text: OnText | None = None,
        on_restart: Callable[[], None] | None = None,
    ) -> Answered:
        """As the models do; NoAnswer(LIMIT) without asking once a limit is reached."""
        asked = sum(len(turn.content) for turn in turns)
        expected = asked + ONE_CALL_ANSWERS
        await self.meter.begin(self.person, expected)
        try:
            answer = await self.complete(
                turns,
                max_tokens=max_tokens,
                temperature=temperature,
                on_text=on_text,
                on_restart=on_restart,
            )
        except NoAnswer as problem:
            if problem.cost:
                failed = Answered("", cost=problem.cost)
                await self.meter.note(self.person, self.draft, "", failed, text=False)
            raise
        finally:
            self.meter.end(self.person, expected)
        if not answer.metered:
            answer = Answered(answer.text, asked, len(answer.text), 0, answer.cost)
        self.meter.came(self.person, answer.tokens)
        return answer
