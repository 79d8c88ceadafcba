"""What a Word file holds beside the words that are read of it."""

import re
from collections.abc import Iterator
from typing import IO

from bot.documents.archive import Archive

TRACKED, COMMENTS, NOTES, PICTURES = "tracked", "comments", "notes", "pictures"
_CHUNK = 1 << 16
_LONGEST_TAG = 16
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ />]")
_PICTURE = re.compile(rb"<pic:pic[ >]|<v:imagedata[ />]")
_TEXT = re.compile(rb"<w:t[ >]")
_PARTS = re.compile(r"word/(document|comments|footnotes|endnotes)\d*\.xml")


def left_out(archive: Archive) -> Iterator[str]:
    """TRACKED where changes are read as accepted; what is not read at all: COMMENTS, NOTES, PICTURES."""
    found = set()
    for name in archive.names:
        part = _PARTS.fullmatch(name)
        if part is None:
            continue
        with archive.part(name) as stream:
            if part.group(1) == "document":
                found |= _found(stream, {TRACKED: _TRACKED, PICTURES: _PICTURE})
            else:
                found |= _found(stream, {COMMENTS if part.group(1) == "comments" else NOTES: _TEXT})
    yield from (kind for kind in (TRACKED, COMMENTS, NOTES, PICTURES) if kind in found)


def _found(stream: IO[bytes], marks: dict[str, re.Pattern[bytes]]) -> set[str]:
    """Which of these marks stand in the stream, looked at piece by piece."""
    found: set[str] = set()
    before = b""
    while chunk := stream.read(_CHUNK):
        piece = before + chunk
        found |= {kind for kind, mark in marks.items() if mark.search(piece)}
        before = piece[-_LONGEST_TAG:]
    return found
