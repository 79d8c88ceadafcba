"""The report as plain text, for a file and for reading in the chat."""

import re
from collections.abc import Iterator

from bot.report import BlockKind, Report, ReportBlock

INDENT = "\u3000\u3000"
LONGEST_NAME = 60
_UNSAFE = re.compile(r"[^0-9A-Za-z\u3400-\u9fff-]+")


def lines(report: Report) -> Iterator[str]:
    """The report line by line: paragraphs and headings indented by two characters."""
    for block in report.blocks:
        match block.kind:
            case BlockKind.TITLE:
                yield block.text
                yield ""
            case BlockKind.SALUTATION:
                yield block.text
            case BlockKind.SIGNATURE:
                yield ""
                yield INDENT + block.text
            case _:
                yield INDENT + block.text


def text_of(report: Report) -> str:
    """The whole report with "\\n" between lines."""
    return "\n".join(lines(report)) + "\n"


def text_file(report: Report) -> bytes:
    """The .txt: UTF-8 with a byte order mark and CRLF, which Windows editors and WeChat open correctly."""
    return windows_text(text_of(report))


def windows_text(text: str) -> bytes:
    """Any text as such a file."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def file_name(report: Report, ending: str) -> str:
    """<title>.<ending>, in letters and digits only: Telegram changes marks in file names, and file systems
    refuse some."""
    stem = _UNSAFE.sub("", report.title).strip("-")[:LONGEST_NAME] or "述职报告"
    return f"{stem}.{ending}"


def pages(report: Report, most: int) -> tuple[str, ...]:
    """The text in pieces of at most `most` characters, broken between blocks or else behind a sentence."""
    out: list[str] = []
    page = ""
    for piece in _pieces(report.blocks, most):
        if page and len(page) + 1 + len(piece) > most:
            out.append(page)
            page = ""
        page = f"{page}\n{piece}" if page else piece
    return (*out, page) if page else tuple(out)


def _pieces(blocks: tuple[ReportBlock, ...], most: int) -> Iterator[str]:
    for block in blocks:
        text = block.text if block.kind in (BlockKind.TITLE, BlockKind.SALUTATION) else INDENT + block.text
        while len(text) > most:
            cut = max(text.rfind(mark, 0, most) for mark in "。；！？") + 1 or most
            yield text[:cut]
            text = text[cut:]
        yield text
