"""What is sent to a model: the turns of a conversation, and how much of several is the same."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

RoleOfTurn = Literal["system", "user", "assistant"]


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


def shared_share(prompts: Sequence[Prompt]) -> float:
    """How much of the prompts' characters is the beginning that all of them share; 0 for fewer than two."""
    texts = [prompt.text for prompt in prompts]
    total = sum(map(len, texts))
    if len(texts) < 2 or not total:
        return 0.0
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return sum(1 for _ in alike) * len(texts) / total
