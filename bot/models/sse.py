"""Server-sent events out of bytes, and the body that should have been events and is not."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass

from .completion import Outcome
from .failure import Failure

MOST_BYTES = 4 * 1024 * 1024
"""No event and no document may be longer."""
_FIELDS = (b"data", b"event", b"id", b"retry")


@dataclass(frozen=True, slots=True)
class Event:
    """The data of one event."""

    data: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole body that is not a stream of events."""

    text: str


async def pieces(chunks: AsyncIterator[bytes]) -> AsyncGenerator[Event | Document, None]:
    """
    Events as they come, or one Document, decided by the first line and not by the content type, which servers
    get wrong. An event that the end of the body cuts short is given too. Bytes not UTF-8 are replaced.
    """
    data: list[bytes] = []
    size = 0
    begun = False
    async with aclosing(_lines(chunks)) as lines:
        async for line in lines:
            field, _, value = line.partition(b":")
            if field == b"data":
                data.append(value.removeprefix(b" "))
                size += len(line) + 1
                if size > MOST_BYTES:
                    raise Failure(Outcome.FOREIGN, f"more than {MOST_BYTES} bytes in one event")
            elif not line:
                if data:
                    yield Event(_text(data))
                    data, size = [], 0
            elif field and field not in _FIELDS and not begun:
                yield Document(await _rest(line, lines))
                return
            begun = begun or bool(line)
    if data:
        yield Event(_text(data))


async def _lines(chunks: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    """Lines, ending in CR, LF or CRLF; not split at the other characters that Unicode calls line ends."""
    pending = bytearray()
    async for chunk in chunks:
        pending += chunk
        if len(pending) > MOST_BYTES:
            raise Failure(Outcome.FOREIGN, f"more than {MOST_BYTES} bytes in one event")
        held = b"\r" if pending.endswith(b"\r") else b""
        whole = bytes(pending.removesuffix(held)).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, last = whole.split(b"\n")
        pending = bytearray(last + held)
        for line in lines:
            yield line
    if pending:
        yield bytes(pending.removesuffix(b"\r"))


async def _rest(first: bytes, lines: AsyncIterator[bytes]) -> str:
    gathered, size = [first], len(first)
    async for line in lines:
        gathered.append(line)
        size += len(line) + 1
        if size > MOST_BYTES:
            raise Failure(Outcome.FOREIGN, f"a body of more than {MOST_BYTES} bytes")
    return _text(gathered)


def _text(lines: list[bytes]) -> str:
    return b"\n".join(lines).decode("utf-8", "replace")
