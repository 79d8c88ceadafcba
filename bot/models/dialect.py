"""Which parameters a server takes. The protocol has many speakers, and they differ here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from .completion import Message


@dataclass(frozen=True, slots=True)
class Dialect:
    """Starts with what most servers take; `without` gives the dialect of one that refused a parameter."""

    tokens: str = "max_tokens"
    temperature: bool = True
    usage: bool = True

    def without(self, parameter: str) -> "Dialect | None":
        """None if this dialect does not use the parameter or has no other way to say it."""
        if parameter == "max_tokens" and self.tokens == "max_tokens":
            return replace(self, tokens="max_completion_tokens")
        if parameter == "temperature" and self.temperature:
            return replace(self, temperature=False)
        if parameter == "stream_options" and self.usage:
            return replace(self, usage=False)
        return None

    def request(
        self, model: str, messages: Sequence[Message], max_tokens: int, temperature: float
    ) -> dict[str, Any]:
        """The body of a streaming chat/completions request."""
        body: dict[str, Any] = {
            "model": model,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "stream": True,
            self.tokens: max_tokens,
        }
        if self.temperature:
            body["temperature"] = temperature
        if self.usage:
            body["stream_options"] = {"include_usage": True}
        return body
