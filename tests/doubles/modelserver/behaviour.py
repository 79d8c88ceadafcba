"""What the server does with one call."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal

Json = dict[str, Any]


class _Cut(Enum):
    CUT = "cut"


CUT = _Cut.CUT
"""In the pieces of a Raw: the connection is cut here."""


@dataclass(frozen=True)
class Says:
    """
    Says a text, streamed if the call asks for a stream. None means as the server is set.

    `latency` passes before the first byte, `delay` between chunks of `chunk` characters. With `cut_after` the
    connection is cut after that many chunks. `finish` None and `done` False leave out what ends a stream.
    """

    text: str
    reasoning: str = ""
    reasoning_in: Literal["reasoning_content", "reasoning"] = "reasoning_content"
    finish: str | None = "stop"
    done: bool = True
    chunk: int | None = None
    latency: float | None = None
    delay: float | None = None
    cut_after: int | None = None
    usage: Json | None = None
    plain: bool = False
    """A JSON completion even if a stream was asked for."""


@dataclass(frozen=True)
class Fails:
    """Answers with an HTTP error. `error` is put under `error`; `body` is sent as it is, text as HTML."""

    status: int
    error: Json | str | None = None
    body: Json | str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    latency: float | None = None


@dataclass(frozen=True)
class Raw:
    """Sends these pieces: text as bytes, a number as a pause in seconds, CUT as the end of the connection."""

    pieces: tuple[str | bytes | float | _Cut, ...]
    content_type: str = "text/event-stream"
    status: int = 200


@dataclass(frozen=True)
class Hangs:
    """Sends not even headers for so many seconds."""

    seconds: float = 3600.0


Behaviour = Says | Fails | Raw | Hangs
