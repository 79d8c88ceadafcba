"""Asking a model without knowing one: what is sent, what comes back, what it cost, and what is kept of it."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import partial
from itertools import takewhile
from typing import Literal, Protocol

RoleOfTurn = Literal["system", "user", "assistant"]
OnText = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation with a model."""

    role: RoleOfTurn
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Everything one call sends. `again` tells a wanted second try from the first; it is not sent."""

    name: str
    turns: tuple[Turn, ...]
    max_tokens: int
    temperature: float
    again: int = 0

    @property
    def key(self) -> str:
        """Equal for equal calls and for nothing else, across processes and machines."""
        sent = [[turn.role, turn.content] for turn in self.turns]
        plain = json.dumps([sent, self.max_tokens, self.temperature, self.again], ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()

    @property
    def text(self) -> str:
        """The turns one after the other, each under its role."""
        return "\n\n".join(f"@@ {turn.role}\n{turn.content}" for turn in self.turns) + "\n"

    def followed_by(self, answer: str, rest: "Prompt") -> "Prompt":
        """The same conversation taken on: its turns, the model's answer, the turns of `rest`."""
        return replace(rest, turns=(*self.turns, Turn("assistant", answer), *rest.turns), again=self.again)


@dataclass(frozen=True, slots=True)
class Answered:
    """A whole text and what it cost. Tokens are 0 and `metered` is False where the server counted nothing."""

    text: str
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    cost: Decimal = Decimal(0)
    metered: bool = False

    @property
    def tokens(self) -> int:
        """Tokens in and out."""
        return self.prompt_tokens + self.completion_tokens


class Why(StrEnum):
    """Why nobody gave a text, as far as a person needs to know."""

    DOWN = "down"
    """Nobody could be reached, or what came was no whole text."""
    REFUSED = "refused"
    """A content filter."""
    NO_ACCESS = "no_access"
    """The key, the account, the model's name or the address is wrong."""
    LIMIT = "limit"
    """Today's limit is reached; nobody was asked."""


class NoAnswer(Exception):
    """Nobody gave a whole text. `cost` is what trying is known to have cost."""

    def __init__(self, reason: str = "", cost: Decimal = Decimal(0), why: Why = Why.DOWN) -> None:
        super().__init__(reason)
        self.cost = cost
        self.why = why


class Complete(Protocol):
    """Gets one whole text, or raises NoAnswer. `on_restart`: what `on_text` brought so far is void."""

    async def __call__(
        self,
        turns: Sequence[Turn],
        *,
        max_tokens: int,
        temperature: float,
        on_text: OnText | None = None,
        on_restart: Callable[[], None] | None = None,
    ) -> Answered: ...


Call = Callable[[OnText, Callable[[], None]], Coroutine[None, None, Answered]]
"""One call to a model, given what hears its text and its starts from the beginning."""


class Kept(Protocol):
    """Remembers answers by the key of their prompt, so that nothing is paid for twice."""

    async def get(self, key: str) -> str | None:
        """What that prompt brought; None if it was never answered."""

    async def bring(self, key: str, call: Call, on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        """What the call brings; when this returns it is kept, with what it cost. Raises what the call raises.

        One that was begun for this key earlier may be heard instead.
        """


@dataclass
class MemoryKept:
    """Remembers as long as the process lives."""

    answers: dict[str, str] = field(default_factory=dict)

    async def get(self, key: str) -> str | None:
        return self.answers.get(key)

    async def bring(self, key: str, call: Call, on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        answer = await call(on_text, on_restart)
        self.answers[key] = answer.text
        return answer


@dataclass(frozen=True, slots=True)
class Spent:
    """What a report cost: calls that were paid, calls answered from what was kept, tokens, money."""

    calls: int = 0
    kept: int = 0
    failed: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    cost: Decimal = Decimal(0)
    metered: bool = True
    whys: frozenset[Why] = frozenset()
    """The reasons of those that failed."""

    def plus(self, answer: Answered) -> "Spent":
        """With one more paid call."""
        return replace(
            self,
            calls=self.calls + 1,
            prompt_tokens=self.prompt_tokens + answer.prompt_tokens,
            completion_tokens=self.completion_tokens + answer.completion_tokens,
            cached_tokens=self.cached_tokens + answer.cached_tokens,
            cost=self.cost + answer.cost,
            metered=self.metered and answer.metered,
        )


class Asker:
    """Asks for one report: at most `limit` calls at a time, answers kept, everything counted."""

    def __init__(self, complete: Complete, kept: Kept, limit: int) -> None:
        self._complete = complete
        self._kept = kept
        self._free = asyncio.Semaphore(limit)
        self.spent = Spent()
        self.first_prompts: list[Prompt] = []

    async def ask(self, prompt: Prompt, on_text: OnText, begun: Callable[[], None]) -> str | None:
        """The answer; None if nobody gives one. `on_text` gets all text so far, `begun` is called first."""
        if len(prompt.turns) <= 2:
            self.first_prompts.append(prompt)
        text = await self._kept.get(prompt.key)
        if text is not None:
            self.spent = replace(self.spent, kept=self.spent.kept + 1)
            return text
        parts: list[str] = []

        def more(piece: str) -> None:
            parts.append(piece)
            on_text("".join(parts))

        async with self._free:
            begun()
            try:
                answer = await self._kept.bring(prompt.key, partial(self._call, prompt), more, parts.clear)
            except NoAnswer as problem:
                self.spent = replace(
                    self.spent,
                    failed=self.spent.failed + 1,
                    cost=self.spent.cost + problem.cost,
                    whys=self.spent.whys | {problem.why},
                )
                return None
        self.spent = self.spent.plus(answer)
        return answer.text

    async def _call(self, prompt: Prompt, on_text: OnText, on_restart: Callable[[], None]) -> Answered:
        return await self._complete(
            prompt.turns,
            max_tokens=prompt.max_tokens,
            temperature=prompt.temperature,
            on_text=on_text,
            on_restart=on_restart,
        )


def shared_share(prompts: Sequence[Prompt]) -> float:
    """How much of the prompts' characters is the beginning that all of them share; 0 for fewer than two."""
    texts = [prompt.text for prompt in prompts]
    total = sum(map(len, texts))
    if len(texts) < 2 or not total:
        return 0.0
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return sum(1 for _ in alike) * len(texts) / total


__all__ = [
    "Answered",
    "Asker",
    "Complete",
    "Kept",
    "MemoryKept",
    "NoAnswer",
    "OnText",
    "Prompt",
    "Spent",
    "Turn",
    "Why",
    "shared_share",
]
