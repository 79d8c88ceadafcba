"""What some tests need of the machine; without it they are skipped and say what to install."""

import shutil

import pytest

from tests.doubles.fonts import has_chinese

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
MEASURE = shutil.which("pdftotext")


chinese_font = pytest.mark.skipif(not has_chinese(), reason="no Chinese font is installed (fonts-noto-cjk)")
libreoffice = pytest.mark.skipif(
    not OFFICE, reason="LibreOffice is not installed (libreoffice-writer-nogui): no page is measured"
)
pdftotext = pytest.mark.skipif(
    not MEASURE, reason="pdftotext is not installed (poppler-utils): no page is measured"
)
