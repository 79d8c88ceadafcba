"""The models as the writing room asks them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.guard import Masks, PersonalWords
from bot.models import Message, Models, NoModel, Outcome
from bot.writing.model import Answered, NoAnswer, Turn, Why
from bot.writing.model.answered import OnText

DEADLINE = 240.0
"""Seconds for one call, all providers and retries together."""
POINTLESS = frozenset({Outcome.NO_ACCESS, Outcome.NO_MODEL, Outcome.WRONG_ADDRESS, Outcome.SET_ASIDE})


@dataclass(frozen=True, slots=True)
class AskModels:
    """The models as the writing room asks them. What is personal is masked on the way out, and comes back."""

    models: Models
    words: PersonalWords
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
        masks = Masks(self.words)
        sent = masks.mask_all(turn.content for turn in turns)

        def streamed(text: str) -> None:
            if on_text is not None:
                on_text(masks.restore(text))

        try:
            done = await self.models.complete(
                [Message(turn.role, text) for turn, text in zip(turns, sent, strict=True)],
                max_tokens=max_tokens,
                temperature=temperature,
                deadline_seconds=self.deadline,
                on_text=streamed if on_text is not None else None,
                on_restart=on_restart,
            )
        except NoModel as problem:
            raise NoAnswer(str(problem), problem.cost, _why(problem)) from problem
        return Answered(
            masks.restore(done.text),
            done.prompt_tokens,
            done.completion_tokens,
            done.cached_tokens,
            done.cost,
            done.metered,
        )


def _why(problem: NoModel) -> Why:
    outcomes = {attempt.outcome for attempt in problem.attempts}
    if Outcome.REFUSED in outcomes:
        return Why.REFUSED
    return Why.NO_ACCESS if outcomes and outcomes <= POINTLESS else Why.DOWN
