"""An HTTP/1.1 answer as it comes in, in pieces of any size."""

from dataclasses import dataclass

LARGEST = 64 * 1024 * 1024
_HEAD_END, _LINE_END = b"\r\n\r\n", b"\r\n"
_NO_BODY = (204, 304)


class Garbled(Exception):
    """What came is no HTTP/1.1 answer, or larger than any."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A whole answer. `goes_on` says whether another request may follow on the same connection."""

    status: int
    body: bytes
    goes_on: bool


class Coming:
    """The answer to one request, while it comes."""

    def __init__(self) -> None:
        self._came = b""

    def add(self, data: bytes) -> Answered | None:
        """The answer, once these bytes make it whole. Raises Garbled."""
        self._came = self._came + data if self._came else data
        if len(self._came) > LARGEST:
            raise Garbled
        try:
            return self._answered(ended=False)
        except ValueError as problem:
            raise Garbled from problem

    def ended(self) -> Answered | None:
        """The answer, if it is one that ends with its connection, as now. Raises Garbled."""
        try:
            return self._answered(ended=True)
        except ValueError as problem:
            raise Garbled from problem

    def _answered(self, *, ended: bool) -> Answered | None:
        came = self._came
        head = came.find(_HEAD_END)
        if head < 0:
            return None
        begins = head + len(_HEAD_END)
        told = came[: head + len(_LINE_END)].lower()
        version, _, rest = told.partition(b" ")
        status = int(rest[:3])
        if not version.startswith(b"http/1."):
            raise ValueError(version)
        if status < 200:
            self._came = came[begins:]
            return self._answered(ended=ended)
        goes_on = version == b"http/1.1" and _header(told, b"connection") != b"close"
        if status in _NO_BODY:
            return Answered(status, b"", goes_on)
        if coding := _header(told, b"transfer-encoding"):
            if coding != b"chunked":
                raise ValueError(coding)
            body = _joined(came, begins)
            return None if body is None else Answered(status, body, goes_on)
        if length := _header(told, b"content-length"):
            ends = begins + int(length)
            if len(came) < ends:
                return None
            return Answered(status, came[begins:ends], goes_on and len(came) == ends)
        return Answered(status, came[begins:], goes_on=False) if ended else None


def _header(told: bytes, name: bytes) -> bytes:
    """What a header says, in small letters; nothing if it is not there."""
    at = told.find(b"\r\n%b:" % name)
    return told[at:].partition(b":")[2].partition(_LINE_END)[0].strip() if at >= 0 else b""


def _joined(came: bytes, at: int) -> bytes | None:
    """A body that comes in chunks; None while it is not whole."""
    chunks: list[bytes] = []
    while (line := came.find(_LINE_END, at)) >= 0:
        size = int(came[at:line].partition(b";")[0], 16)
        at = line + len(_LINE_END)
        if size == 0:
            whole = came.startswith(_LINE_END, at) or came.find(_HEAD_END, at) >= 0
            return b"".join(chunks) if whole else None
        chunks.append(came[at : at + size])
        at += size + len(_LINE_END)
    return None
