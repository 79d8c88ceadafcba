"""What some tests need of the machine; without it they are skipped and say what to install."""

import shutil

import pytest
from typst import Fonts

from bot.documents.typesetting import NoChineseFont, check_chinese

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
MEASURE = shutil.which("pdftotext")


def _have_chinese() -> bool:
    try:
        check_chinese(Fonts(include_embedded_fonts=False))
    except NoChineseFont:
        return False
    return True


chinese_font = pytest.mark.skipif(not _have_chinese(), reason="no Chinese font is installed (fonts-noto-cjk)")
libreoffice = pytest.mark.skipif(
    not OFFICE, reason="LibreOffice is not installed (libreoffice-writer-nogui): no page is measured"
)
pdftotext = pytest.mark.skipif(
    not MEASURE, reason="pdftotext is not installed (poppler-utils): no page is measured"
)
