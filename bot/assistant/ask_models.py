"""The models as the writing room asks them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.models import Message, Models, NoModel, Outcome
from bot.writing.model import Answered, NoAnswer, Turn, Why
from bot.writing.model.asking import OnText

DEADLINE = 240.0
"""Seconds for one call, all providers and retries together."""
POINTLESS = frozenset({Outcome.NO_ACCESS, Outcome.NO_MODEL, Outcome.WRONG_ADDRESS, Outcome.SET_ASIDE})


@dataclass(frozen=True, slots=True)
class AskModels:
    """The models as the writing room asks them."""

    models: Models
    deadline: float = DEADLINE

    async def __call__(
        self,
        turns: Sequence[Turn],
        *,
        max_tokens: int,
        temperature: float,
        on_text: OnText | None = None,
        on_restart: Callable[[], None] | None = None,
    ) -> Answered:
        """A whole text with its cost; NoAnswer where no provider gives one."""
        try:
            done = await self.models.complete(
                [Message(turn.role, turn.content) for turn in turns],
                max_tokens=max_tokens,
                temperature=temperature,
                deadline_seconds=self.deadline,
                on_text=on_text,
                on_restart=on_restart,
            )
        except NoModel as problem:
            raise NoAnswer(str(problem), problem.cost, _why(problem)) from problem
        return Answered(
            done.text, done.prompt_tokens, done.completion_tokens, done.cached_tokens, done.cost, done.metered
        )


def _why(problem: NoModel) -> Why:
    outcomes = {attempt.outcome for attempt in problem.attempts}
    if Outcome.REFUSED in outcomes:
        return Why.REFUSED
    return Why.NO_ACCESS if outcomes and outcomes <= POINTLESS else Why.DOWN
