"""Asking a model without knowing one: so many calls at a time, what was kept first, everything counted."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from bot.writing.model.answered import Answered, Complete, NoAnswer, OnText, Why
from bot.writing.model.kept import Kept
from bot.writing.model.prompt import Prompt


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
        """With one more call, paid now or before."""
        if answer.kept:
            return replace(self, kept=self.kept + 1)
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
            self.spent = self.spent.plus(Answered(text, kept=True))
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
