"""The text of a PDF, with the lines of the page put together into paragraphs again."""

import io
import logging
from collections.abc import Iterator

from bot.documents.refusals import Refusal, Unreadable
from bot.documents.widths import width

MOST_PAGES = 300
FULL = 0.85
"""The part of the longest line from which a line counts as full, so that the next continues it."""

_ENDS = "。！？：；"


def pdf_lines(data: bytes) -> Iterator[str]:
    """The paragraphs of a PDF that has text. Raises Unreadable for scans, passwords, damage and length."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise Unreadable(Refusal.PASSWORD)
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(Refusal.TOO_LONG)
        lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable(Refusal.BROKEN) from error
    lines = [line.strip() for line in lines if line.strip() and not _is_page_number(line)]
    if not lines:
        raise Unreadable(Refusal.PDF_NO_TEXT)
    yield from _joined(lines)


def _joined(lines: list[str]) -> Iterator[str]:
    full = max(map(width, lines)) * FULL
    paragraph = ""
    for line in lines:
        paragraph += line
        if width(line) < full or line.endswith(tuple(_ENDS)):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _is_page_number(line: str) -> bool:
    bare = line.strip(" —-–－第页/\u3000")
    return bare.isdecimal() and len(bare) <= 3 and bare != line.strip()
