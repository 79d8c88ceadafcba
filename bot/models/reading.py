"""Puts the chunks of an answer together, whatever shape this server gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .completion import Outcome, Usage
from .failure import Failure
from .verdict import verdict_in_stream
from .visible import Visible

_WHOLE = ("stop", "eos", "eos_token", "end_turn", "stop_sequence")
_CUT = ("length", "max_tokens")
_REFUSED = ("content_filter", "sensitive")


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole text, and what the server says it cost."""

    text: str
    usage: Usage | None


class Reading:
    """One answer in the making."""

    def __init__(self, visible: Visible, address: str) -> None:
        self._visible = visible
        self._address = address
        self._streamed = False
        self._refusal = False
        self.finish: str | None = None
        self.usage: Usage | None = None

    def take(self, chunk: object) -> bool:
        """
        Whether the chunk brought any word of text or reasoning. Takes stream chunks and whole completions.

        Raises Failure for an error object and for JSON that is neither.
        """
        if not isinstance(chunk, Mapping):
            raise Failure(Outcome.BROKEN, "a chunk that is not an object")
        if chunk.get("error") or chunk.get("object") == "error":
            raise verdict_in_stream(chunk, address=self._address)
        choice = _first(chunk.get("choices"))
        self.usage = _usage(chunk.get("usage")) or _usage(choice.get("usage")) or self.usage
        finish = choice.get("finish_reason")
        if isinstance(finish, str) and finish not in ("", "null"):
            self.finish = finish
        delta = choice.get("delta")
        if isinstance(delta, Mapping):
            return self._words(delta, streamed=True)
        message = choice.get("message")
        # Some servers repeat the whole text as a message at the end of a stream.
        if isinstance(message, Mapping) and not self._streamed:
            return self._words(message, streamed=False)
        return False

    def answer(self) -> Answer:
        """The whole text; raises Failure if it is not whole or not text."""
        self._visible.end()
        text = self._visible.text
        if self.finish is None:
            raise self._failed(Outcome.BROKEN, f"ended without a finish reason after {len(text)} characters")
        if self.finish in _CUT:
            raise self._failed(Outcome.CUT, f"reached max_tokens after {len(text)} characters")
        if self.finish.startswith(_REFUSED) or (self._refusal and not text):
            raise self._failed(Outcome.REFUSED, "a refusal as finish reason")
        if self.finish not in _WHOLE:
            raise self._failed(Outcome.BROKEN, "an unknown finish reason")
        if not text:
            raise self._failed(Outcome.EMPTY, "no text")
        return Answer(text, self.usage)

    def _failed(self, outcome: Outcome, detail: str) -> Failure:
        return Failure(outcome, detail, usage=self.usage)

    def _words(self, part: Mapping[str, Any], *, streamed: bool) -> bool:
        content = _plain(part.get("content"))
        if content:
            self._streamed = self._streamed or streamed
            self._visible.take(content)
        self._refusal = self._refusal or bool(part.get("refusal"))
        return any(part.get(key) for key in ("content", "reasoning_content", "reasoning", "refusal"))


def _first(choices: object) -> Mapping[str, Any]:
    """The first choice; empty for the chunks that have none."""
    if not isinstance(choices, list):
        return {}
    return next(
        (choice for choice in choices if isinstance(choice, Mapping) and not choice.get("index")),
        {},
    )


def _plain(content: object) -> str:
    """Content as text; some servers give a list of parts, reasoning among them."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(
            part["text"]
            for part in content
            if isinstance(part, Mapping) and part.get("type") == "text" and isinstance(part.get("text"), str)
        )
    return ""


def _usage(value: object) -> Usage | None:
    if not isinstance(value, Mapping):
        return None
    details = value.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, Mapping) else None
    return Usage(
        _count(value.get("prompt_tokens")),
        _count(value.get("completion_tokens")),
        _count(cached) or _count(value.get("prompt_cache_hit_tokens")),
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
