"""What goes to a model and what comes back."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation put to a model."""

    role: Literal["system", "user", "assistant"]
    content: str


class Outcome(StrEnum):
    """How one attempt ended."""

    WRITTEN = "written"
    """A whole text."""
    CUT = "cut"
    """The text reached max_tokens; it is thrown away."""
    REFUSED = "refused"
    """A content filter, before or after writing."""
    EMPTY = "empty"
    """A proper end, and no text (or nothing but reasoning)."""
    BROKEN = "broken"
    """The stream was cut, was not JSON, or ended without a finish reason."""
    STALLED = "stalled"
    """Nothing came for longer than patience allows."""
    LATE = "late"
    """The deadline passed."""
    BUSY = "busy"
    """429."""
    FAILING = "failing"
    """500 and its like, or an error inside the stream."""
    UNREACHABLE = "unreachable"
    """No connection, or it was closed before an answer began."""
    NO_ACCESS = "no access"
    """The key is wrong, has no right to the model, or the account is empty."""
    NO_MODEL = "no model"
    """The server does not know the model."""
    WRONG_ADDRESS = "wrong address"
    """There is no chat/completions at this address."""
    FOREIGN = "foreign"
    """A 200 that is neither a stream nor a completion: a web page, most often."""
    REJECTED = "rejected"
    """Any other 4xx, such as a prompt that is too long."""
    ADJUSTED = "adjusted"
    """The server does not take a parameter; asked again without it."""
    SET_ASIDE = "set aside"
    """Not asked, because an earlier call showed that it is pointless."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request, or why there was none. `detail` holds no word of a server, a key or a prompt."""

    provider: str
    outcome: Outcome
    detail: str = ""
    cost: Decimal = Decimal(0)

    def __str__(self) -> str:
        return f"{self.provider}: {self.outcome}{f' ({self.detail})' if self.detail else ''}"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the server counted them."""

    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Completion:
    """
    A whole text, without reasoning and without blanks at either end, never empty.

    Tokens are those of the answer; `cost` includes what failed attempts are known to have cost. If the server
    reported no usage, `metered` is False and the tokens are 0. `seconds` is the time spent with providers and
    `waited` the time spent waiting for a free place at one; the deadline is for `seconds` alone.
    """

    text: str
    model: str
    provider: str
    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int
    cost: Decimal
    seconds: float
    waited: float
    metered: bool
    attempts: tuple[Attempt, ...]


class NoModel(Exception):
    """No provider gave a whole text; `attempts` says why, in order. Empty if no provider is configured."""

    def __init__(self, attempts: tuple[Attempt, ...]) -> None:
        super().__init__("; ".join(map(str, attempts)) or "no model is configured")
        self.attempts = attempts

    @property
    def cost(self) -> Decimal:
        """What the failed attempts are known to have cost."""
        return sum((attempt.cost for attempt in self.attempts), Decimal(0))
