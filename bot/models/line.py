"""The line to one provider: what has been learned of it, and when to ask it again."""

import asyncio
import logging
from collections import Counter
from dataclasses import replace
from functools import partial

from .asking import Question, asked
from .completion import Attempt, Outcome, Usage
from .connection import open_client
from .deadline import Deadline
from .dialect import Dialect
from .failure import Failure
from .opened import Opened
from .patience import Patience
from .provider import Provider
from .reading import Answer

log = logging.getLogger(__name__)

POINTLESS = frozenset({Outcome.NO_ACCESS, Outcome.NO_MODEL, Outcome.WRONG_ADDRESS})
"""No later call can go better: the provider is set aside."""
PASSING = frozenset({Outcome.UNREACHABLE, Outcome.FAILING, Outcome.BROKEN, Outcome.STALLED, Outcome.EMPTY})
"""May go better in a moment."""
ONCE = frozenset({Outcome.STALLED, Outcome.EMPTY, Outcome.CUT})
"""At most one retry: each costs much time or money."""


class Line:
    """Shared by all calls, in one event loop."""

    def __init__(self, provider: Provider, patience: Patience) -> None:
        self.provider = provider
        self.set_aside: str | None = None
        self._patience = patience
        self._places = asyncio.Semaphore(provider.concurrency)
        self._opened = Opened(partial(open_client, provider, patience))
        self._dialect = Dialect()
        self._busy_until = 0.0

    async def ask(self, question: Question, deadline: Deadline, attempts: list[Attempt]) -> Answer | None:
        """A whole answer, or None when it is the next provider's turn. Notes every attempt."""
        cap = self.provider.max_tokens
        if cap is not None and question.max_tokens > cap:
            question = replace(question, max_tokens=cap)
        if self.set_aside is None:
            async with deadline.place(self._places):
                answer = await self._ask(question, deadline, attempts)
        else:
            answer = None
            self._note(attempts, Outcome.SET_ASIDE, self.set_aside)
        return answer

    async def close(self) -> None:
        """Close the connections; the next question opens them again."""
        await self._opened.close()

    async def _ask(self, question: Question, deadline: Deadline, attempts: list[Attempt]) -> Answer | None:
        retries: Counter[Outcome] = Counter()
        while True:
            if self.set_aside is not None:
                self._note(attempts, Outcome.SET_ASIDE, self.set_aside)
                return None
            if not await self._left_alone(deadline):
                self._note(attempts, Outcome.BUSY, "asked to be left alone for longer than a call may wait")
                return None
            dialect = self._dialect
            try:
                client = await self._opened.client()
                answer = await asked(client, self.provider, dialect, question, self._patience)
            except Failure as failure:
                self._failed(attempts, failure)
                again = await self._after(failure, question, dialect, deadline, retries)
                if again is None:
                    return None
                question = again
            else:
                self._note(attempts, Outcome.WRITTEN, "", answer.usage)
                return answer

    async def _after(
        self,
        failure: Failure,
        question: Question,
        dialect: Dialect,
        deadline: Deadline,
        retries: Counter[Outcome],
    ) -> Question | None:
        """What to ask next here, when it is time to; None for the next provider's turn."""
        outcome, patience = failure.outcome, self._patience
        if outcome in POINTLESS:
            return None
        if outcome is Outcome.ADJUSTED:
            return question if self._adjusted(dialect, failure.parameter or "") else None
        if outcome in ONCE and retries[outcome]:
            return None
        retries[outcome] += 1
        if outcome is Outcome.CUT:
            return self._larger(question)
        if outcome is Outcome.BUSY:
            return question if self._leave_alone(failure, retries[outcome], deadline) else None
        tried = sum(retries[passing] for passing in PASSING)
        if outcome not in PASSING or tried > patience.retries:
            return None
        pause = max(patience.pause(tried - 1), failure.retry_after or 0.0)
        if pause > self._longest_pause(deadline):
            return None
        await asyncio.sleep(pause)
        return question

    def _leave_alone(self, failure: Failure, times: int, deadline: Deadline) -> bool:
        """Makes all calls wait as long as a 429 asks; whether this one can wait so long."""
        pause = failure.retry_after
        if pause is None:
            pause = self._patience.pause(times - 1)
        self._busy_until = max(self._busy_until, asyncio.get_running_loop().time() + pause)
        return times <= self._patience.busy_retries and pause <= self._longest_pause(deadline)

    async def _left_alone(self, deadline: Deadline) -> bool:
        """Waits until the provider may be asked again; False at once if that is too long."""
        pause = self._busy_until - asyncio.get_running_loop().time()
        if pause > self._longest_pause(deadline):
            return False
        await asyncio.sleep(max(0.0, pause))
        return True

    def _longest_pause(self, deadline: Deadline) -> float:
        return min(self._patience.longest_wait, deadline.remaining)

    def _adjusted(self, dialect: Dialect, parameter: str) -> bool:
        """Whether there is another way to ask; what is learned holds for all later calls."""
        if dialect.without(parameter) is None:
            return False
        self._dialect = self._dialect.without(parameter) or self._dialect
        return True

    def _larger(self, question: Question) -> Question | None:
        larger = min(2 * question.max_tokens, self.provider.max_tokens or 2 * question.max_tokens)
        return replace(question, max_tokens=larger) if larger > question.max_tokens else None

    def _failed(self, attempts: list[Attempt], failure: Failure) -> None:
        self._note(attempts, failure.outcome, failure.detail, failure.usage)
        log.info("%s", attempts[-1])
        if failure.outcome in POINTLESS and self.set_aside is None:
            self.set_aside = failure.detail
            log.warning("%s will not be asked again until the next start", attempts[-1])

    def _note(
        self, attempts: list[Attempt], outcome: Outcome, detail: str, usage: Usage | None = None
    ) -> None:
        tokens = (usage.prompt_tokens, usage.completion_tokens) if usage else (0, 0)
        attempts.append(Attempt(self.provider.name, outcome, detail, self.provider.cost(*tokens)))
