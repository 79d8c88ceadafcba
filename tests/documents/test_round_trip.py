"""Docx to text to docx: not a character, level or place is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.docx import docx_file
from bot.documents.outlined import report_from
from bot.documents.reading import read_document
from bot.documents.text import text_file
from bot.report import BlockKind, Report
from tests.documents.reports import block, example_reports, long_report, report_of

EXAMPLES = example_reports()

words = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.sampled_from("，、：“”《》%．.0123456789*_#$@[]<>&\\`'\"+～—·ab"),
    ),
    min_size=1,
    max_size=60,
)


def there_and_back(report: Report) -> Report:
    return report_from(read_document("a.docx", docx_file(report)))


def shape(report: Report) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, block.text) for block in report.blocks]


@pytest.mark.parametrize("report", [*EXAMPLES.values(), long_report()], ids=[*EXAMPLES, "long"])
def test_reports_come_back_whole(report: Report) -> None:
    back = there_and_back(report)
    assert shape(back) == shape(report)
    assert back.title == report.title
    assert docx_file(back) == docx_file(report)


@pytest.mark.parametrize("report", EXAMPLES.values(), ids=EXAMPLES)
def test_the_text_file_reads_as_the_word_file(report: Report) -> None:
    assert read_document("a.txt", text_file(report)) == read_document("a.docx", docx_file(report))


@settings(deadline=None)
@given(words, st.lists(words, max_size=5))
def test_any_words_come_back(title: str, paragraphs: list[str]) -> None:
    report = report_of(
        *(block(BlockKind.PARAGRAPH, f"{text}完。") for text in paragraphs),
        block(BlockKind.PARAGRAPH, "特此报告。"),
        title=f"{title}报告",
    )
    assert read_document("a.docx", docx_file(report)).splitlines() == [b.text for b in report.blocks]


def test_headings_take_their_levels_from_the_report() -> None:
    report = report_from("述职报告\n一、履职情况\n1.抓产业\n1.5万亩农田丰收，这是正文的一句话。\n2.抓治理\n")
    assert [(b.kind, b.level) for b in report.blocks[1:]] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 2),
    ]


def test_nothing_is_an_empty_report() -> None:
    assert report_from("") == Report("", ())
