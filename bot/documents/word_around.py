"""What stands in a Word file around its text: headers, footers, notes, comments and properties."""

import html
import re
from collections.abc import Iterator

from bot.documents.archive import Archive

_AROUND = re.compile(
    r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml|docProps/\w+\.xml", re.IGNORECASE
)
_ENDS = re.compile(r"</w:p>|</(?!w:)[\w:]+>|<w:(?:br|tab)\b[^>]*>")
LONGEST = 1 << 20
"""Bytes of one part that are looked at: a hundred pages of footnotes."""
_TAG = re.compile(r"<[^>]*>")


def words_around(archive: Archive) -> Iterator[str]:
    """Its words, a paragraph or a property a line; what is no XML comes out as whatever it is."""
    for name in archive.names:
        if _AROUND.fullmatch(name):
            with archive.part(name) as stream:
                xml = stream.read(LONGEST).decode("utf-8", "replace")
            for line in _ENDS.split(xml):
                if words := html.unescape(_TAG.sub("", line)).strip():
                    yield words
