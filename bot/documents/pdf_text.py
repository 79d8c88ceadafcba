"""The text of a PDF, with the lines of the page put together into paragraphs again."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from bot.documents.refusals import Refusal, Unreadable
from bot.documents.widths import width

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_PAGES = 300
MOST_OPERATIONS = 300_000
"""Drawing operations of all pages together: 200 pages have fewer, a small file may hold millions."""
MOST_SECONDS = 60.0
MOST_STREAM = 8 * 1024 * 1024
"""Bytes that one stream may unpack to; a page of text has some ten thousand."""
FULL = 0.85
"""The part of the longest line from which a line counts as full, so that the next continues it."""

_ENDS = "。！？：；"


def pdf_lines(data: bytes) -> Iterator[str]:
    """The paragraphs of a PDF that has text. Raises Unreadable for scans, passwords, damage and length."""
    from pypdf import Configuration, PasswordType, PdfReader, apply_configuration
    from pypdf.errors import LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    limits = Configuration(
        zlib_maximum_output_length=MOST_STREAM,
        lzw_maximum_output_length=MOST_STREAM,
        run_length_maximum_output_length=MOST_STREAM,
        brotli_maximum_output_length=MOST_STREAM,
        array_based_stream_maximum_output_length=MOST_STREAM,
        stream_parsing_work_maximum_count=2 * MOST_OPERATIONS,
    )
    try:
        with apply_configuration(limits):
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
                raise Unreadable(Refusal.PASSWORD)
            if len(reader.pages) > MOST_PAGES:
                raise Unreadable(Refusal.TOO_LONG)
            budget = _Budget(monotonic() + MOST_SECONDS, MOST_OPERATIONS)
            lines = [line for page in reader.pages for line in budget.text(page).splitlines()]
    except LimitReachedError as error:
        raise Unreadable(Refusal.BOMB) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unreadable(Refusal.BROKEN) from error
    lines = [line.strip() for line in lines if line.strip() and not _is_page_number(line)]
    if not lines:
        raise Unreadable(Refusal.PDF_NO_TEXT)
    yield from _joined(lines)


@dataclass(slots=True)
class _Budget:
    """What may still be spent on one file."""

    until: float
    operations: int

    def text(self, page: "PageObject") -> str:
        """The page's text. Raises Unreadable as soon as the file has asked for too much."""
        found = page.extract_text(visitor_operand_before=self._spend)
        self._check()
        return found

    def _spend(self, *_operation: object) -> None:
        self.operations -= 1
        self._check()

    def _check(self) -> None:
        if self.operations < 0 or monotonic() > self.until:
            raise Unreadable(Refusal.TOO_LONG)


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
