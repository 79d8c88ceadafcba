"""The report as a PDF for reading on a phone, set by a process that ends with it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.documents.phone_page import PAGE_MM
from bot.documents.title_lines import title_lines
from bot.documents.typesetting import WITHOUT_FONT, NoChineseFont
from bot.report import BlockKind, Report, ReportBlock

__all__ = ["NoChineseFont", "TooSlow", "page_of", "pdf_file"]

TITLE_LINE = 14
"""Characters of a title line on this page."""

LONGEST = 120.0
"""Seconds for one report; it takes a quarter of one."""

_HOUSE = Path(__file__).parent.parent.parent
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class TooSlow(Exception):
    """The typesetter was still at it after LONGEST and was stopped."""


def pdf_file(report: Report) -> bytes:
    """The PDF, with the headings as bookmarks and no name in its metadata. Equal reports give equal bytes.

    Whatever stands in the report is set as it is: the typesetter never reads it as markup. Raises
    NoChineseFont, and TooSlow.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot.documents.typesetting"],
            input=json.dumps(page_of(report)).encode(),
            capture_output=True,
            check=False,
            cwd=_HOUSE,
            env=_environment(),
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    if done.returncode == WITHOUT_FONT:
        raise NoChineseFont
    done.check_returncode()
    return done.stdout


def page_of(report: Report) -> dict[str, Any]:
    """What the typesetter is given."""
    blocks = [_block(block) for block in report.blocks]
    return {"title": _clean(report.title), "page": PAGE_MM, "blocks": blocks}


def _environment() -> dict[str, str]:
    """This process's, without its token and keys, which a typesetter needs for nothing."""
    own = ("SHUZHI_", "TELEGRAM_", "OPENAI_")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}


def _block(block: ReportBlock) -> dict[str, object]:
    text = _clean(block.text)
    title = block.kind is BlockKind.TITLE
    lines = title_lines(text.replace("\n", ""), TITLE_LINE) if title else text.split("\n")
    return {"kind": block.kind.value, "level": max(block.level, 1), "lines": lines}


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
