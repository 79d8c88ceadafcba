"""What comes back from a model: a whole text and what it cost, or why there is none."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from bot.writing.model.prompt import Turn

OnText = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Answered:
    """A whole text and what it cost. Tokens are 0 and `metered` is False where the server counted nothing."""

    text: str
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    cost: Decimal = Decimal(0)
    metered: bool = False
    kept: bool = False
    """Whether it had been brought, and paid, before."""

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
