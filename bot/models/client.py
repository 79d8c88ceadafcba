"""The models: several providers, asked one after the other until one gives a whole text."""

import logging
from collections.abc import Callable, Sequence
from decimal import Decimal
from types import TracebackType

from .asking import Question
from .completion import Attempt, Completion, Message, NoModel, Outcome, Usage
from .deadline import Deadline
from .line import Line
from .patience import Patience
from .provider import Provider, Seals
from .reading import Answer

log = logging.getLogger(__name__)


class Models:
    """
    Belongs to one event loop; any number of calls may run at the same time. Nothing is opened, and the
    library is not even imported, before the first question. `async with` it, or call `close`.
    """

    def __init__(self, providers: Sequence[Provider], patience: Patience | None = None) -> None:
        self._lines = [Line(provider, patience or Patience()) for provider in providers]

    def __repr__(self) -> str:
        return f"Models({', '.join(provider.name for provider in self.providers)})"

    @property
    def providers(self) -> tuple[Provider, ...]:
        """All of them, in the order in which they are asked."""
        return tuple(line.provider for line in self._lines)

    @property
    def seals(self) -> Seals:
        """`visible` only if every provider may see the values of facts: any of them may have to answer."""
        return "visible" if self._lines and all(p.seals == "visible" for p in self.providers) else "sealed"

    async def complete(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        temperature: float,
        deadline_seconds: float,
        on_text: Callable[[str], None] | None = None,
        on_restart: Callable[[], None] | None = None,
    ) -> Completion:
        """
        A whole text from the first provider that gives one. Raises NoModel when none does.

        The deadline is wall-clock time for everything (connecting, retries, all providers) but the waiting
        for a free place at a provider. `on_text` gets the text as it comes, never reasoning; `on_restart`
        says that what it got so far is void. Both are called in the event loop, and what they raise comes out
        of here. When the task is cancelled the connection is closed at once.
        """
        question = Question(tuple(messages), max_tokens, temperature, on_text, on_restart)
        attempts: list[Attempt] = []
        deadline = Deadline(deadline_seconds)
        asked: Line | None = None
        try:
            async with deadline:
                for line in self._lines:
                    asked = line
                    answer = await line.ask(question, deadline, attempts)
                    if answer is not None:
                        return _completion(line.provider, answer, attempts, deadline)
        except TimeoutError:
            if not deadline.expired or asked is None:
                raise
            late = f"no whole answer within {deadline_seconds:g} s"
            attempts.append(Attempt(asked.provider.name, Outcome.LATE, late))
            log.info("%s", attempts[-1])
            if on_restart is not None:
                on_restart()
        raise NoModel(tuple(attempts)) from None

    async def close(self) -> None:
        """Closes all connections. May be called twice; a question after it opens them again."""
        for line in self._lines:
            await line.close()

    async def __aenter__(self) -> "Models":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _completion(
    provider: Provider, answer: Answer, attempts: list[Attempt], deadline: Deadline
) -> Completion:
    usage = answer.usage or Usage(0, 0)
    return Completion(
        text=answer.text,
        model=provider.model,
        provider=provider.name,
        prompt_tokens=usage.prompt_tokens,
        completion_tokens=usage.completion_tokens,
        cached_tokens=usage.cached_tokens,
        cost=sum((attempt.cost for attempt in attempts), Decimal(0)),
        seconds=deadline.spent,
        waited=deadline.waited,
        metered=answer.usage is not None,
        attempts=tuple(attempts),
    )
