"""Text files in the encodings people have, and PDFs with text."""

import pytest

from bot.documents.pdf import pdf_file
from bot.documents.reading import read_document
from tests.documents import needs
from tests.documents.reports import long_report

FIRST = "一年来，本人“分管”农业农村工作，张堃、李喆负责PM2.5监测。"
SECOND = "完成秋粮收购1.2万吨，同比增长8.5%。"
TEXT = f"\u3000\u3000{FIRST}\r\n\r\n\u3000\u3000{SECOND}\r"
READ = f"{FIRST}\n{SECOND}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encodings_of_windows_and_wechat(encoding: str) -> None:
    assert read_document("述职.txt", TEXT.encode(encoding)) == READ


def test_rare_characters_of_gb18030() -> None:
    text = "村民㐂先生与𠮷先生反映道路不平的问题"
    assert read_document("a.txt", text.encode("gb18030")) == f"{text}\n"


def test_a_short_name_is_enough() -> None:
    assert read_document("a.txt", "王五".encode("gb18030")) == "王五\n"
    assert read_document("a.txt", b"ok") == "ok\n"


@needs.chinese_font
def test_a_pdf_of_ours_comes_back_in_paragraphs() -> None:
    report = long_report()
    text = read_document("a.pdf", pdf_file(report))
    assert "".join(text.split()) == "".join("".join(block.text for block in report.blocks).split())
    assert "特此报告，请予评议。" in text.splitlines()
