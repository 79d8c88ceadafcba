"""A file that a person sent, as text; or a sentence why not. Its bytes tell what it is, before its name."""

import io
import re
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree.ElementTree import ParseError

from bot.documents.archive import Archive
from bot.documents.pdf_text import pdf_lines
from bot.documents.plain_text import decoded
from bot.documents.refusals import Refusal, Unreadable
from bot.documents.word_around import words_around
from bot.documents.word_left_out import left_out
from bot.documents.word_text import word_lines

__all__ = [
    "MOST_BYTES",
    "MOST_CHARACTERS",
    "Refusal",
    "Unreadable",
    "not_read",
    "read_around",
    "read_document",
    "read_docx",
    "says_what_it_is",
]

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that Telegram hands to a bot."""

MOST_CHARACTERS = 500_000
"""Of text in one file: more than 200 pages hold."""

TEXT_ENDINGS = ("", ".txt", ".text", ".md")
WORD_ENDINGS = (".docx", ".docm", ".dotx")
OLD_ENDINGS = (".doc", ".wps", ".rtf", ".dot", ".wpt")
OLD_SHEETS = (".xls", ".ppt", ".et", ".dps")

_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RTF = b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGE = (
    ParseError,
    KeyError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    zlib.error,
)
_DROPPED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BLANK = " \u3000\xa0"


def read_document(name: str, data: bytes) -> str:
    """The text of a .docx, .txt or .pdf: a paragraph a line, without indents and without blank lines.

    Raises Unreadable, and nothing else. Word files stay within 250 MB.
    """
    if not data:
        raise Unreadable(Refusal.EMPTY)
    if len(data) > MOST_BYTES:
        raise Unreadable(Refusal.TOO_BIG)
    ending = Path(name).suffix.lower()
    if data.startswith(_ZIPPED):
        return _tidy(_unzipped(data, word_lines))
    if data.startswith(_OLE):
        old = Refusal.UNKNOWN if ending in OLD_SHEETS else Refusal.OLD_FORMAT
        raise Unreadable(Refusal.PASSWORD if _ENCRYPTED in data else old)
    if b"%PDF-" in data[:1024]:
        return _tidy(pdf_lines(data))
    if data.startswith(_RTF) or ending in OLD_ENDINGS:
        raise Unreadable(Refusal.OLD_FORMAT)
    if ending in WORD_ENDINGS or ending == ".pdf":
        raise Unreadable(Refusal.BROKEN)
    if ending not in TEXT_ENDINGS:
        raise Unreadable(Refusal.UNKNOWN)
    return _tidy([decoded(data)])


def says_what_it_is(data: bytes) -> bool:
    """Whether the bytes are those of a Word, Excel, RTF or PDF file, or another that only a program reads."""
    return data.startswith((*_ZIPPED, _OLE, _RTF)) or b"%PDF-" in data[:1024]


def read_around(data: bytes) -> str:
    """What a Word file says outside its text: headers, footers, notes, comments, properties; else nothing.

    Raises Unreadable, and nothing else.
    """
    if not data.startswith(_ZIPPED):
        return ""
    return "\n".join(_unzipped(data, words_around))


def not_read(data: bytes) -> tuple[str, ...]:
    """What a Word file holds that its text does not tell, by the names of `word_left_out`; else nothing.

    Raises Unreadable, and nothing else.
    """
    return tuple(_unzipped(data, left_out)) if data.startswith(_ZIPPED) else ()


def read_docx(path: Path) -> str:
    """The text of a .docx on this machine, as `read_document` gives it."""
    with path.open("rb") as file:
        return read_document(path.name, file.read(MOST_BYTES + 1))


def _unzipped(data: bytes, read: Callable[[Archive], Iterable[str]]) -> Iterable[str]:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(io.BytesIO(data)) as zipped:
            yield from read(Archive(zipped))
    except (BadZipFile, *_DAMAGE) as error:
        raise Unreadable(Refusal.BROKEN) from error


def _tidy(paragraphs: Iterable[str]) -> str:
    lines: list[str] = []
    size = 0
    for paragraph in paragraphs:
        for line in _BREAKS.split(paragraph):
            clean = _DROPPED.sub("", line).strip(_BLANK).rstrip("\t")
            size += len(clean)
            if size > MOST_CHARACTERS:
                raise Unreadable(Refusal.TOO_LONG)
            if clean:
                lines.append(clean)
    if not lines:
        raise Unreadable(Refusal.NO_TEXT)
    return "\n".join(lines) + "\n"
