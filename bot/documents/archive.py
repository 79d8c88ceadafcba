"""A zip from a stranger, opened within limits that hold whatever the zip says of itself."""

import io
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from bot.documents.refusals import Refusal, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

MOST_ENTRIES = 5_000
MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes that one file may unpack to, all parts that are read together. 200 pages of Word are about 8 MB."""

MOST_RATIO = 250
"""How many times larger than packed a part may become; Word's own parts stay under 50."""

RATIO_FROM = 4 * 1024 * 1024
"""Bytes from which the ratio is looked at: a short text of one repeated word is no bomb."""


class Archive:
    """The parts of one zip, read as streams; their sizes count together."""

    def __init__(self, zipped: "ZipFile") -> None:
        self._zip = zipped
        self._read = 0
        if len(zipped.infolist()) > MOST_ENTRIES:
            raise Unreadable(Refusal.BOMB)

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    @contextmanager
    def part(self, name: str) -> "Iterator[IO[bytes]]":
        """One part as a stream that raises Unreadable as soon as a limit is passed."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Unreadable(Refusal.PASSWORD)
        with self._zip.open(info) as stream:
            yield io.BufferedReader(_Counted(stream, max(info.compress_size, 1), self._count))

    def _count(self, size: int, part_size: int, packed: int) -> None:
        self._read += size
        swollen = part_size > RATIO_FROM and part_size > packed * MOST_RATIO
        if self._read > MOST_UNPACKED or swollen:
            raise Unreadable(Refusal.BOMB)


class _Counted(io.RawIOBase):
    """A stream that reports every byte it hands out."""

    def __init__(self, stream: IO[bytes], packed: int, count: "Count") -> None:
        super().__init__()
        self._stream, self._packed, self._count = stream, packed, count
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        self._size += len(data)
        self._count(len(data), self._size, self._packed)
        view[: len(data)] = data
        return len(data)


if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

    Count = Callable[[int, int, int], None]
