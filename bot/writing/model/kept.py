"""What is kept of answers, so that nothing is paid for twice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.writing.model.answered import Answered, Call, OnText


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
