"""The .txt: UTF-8 with a byte order mark, CRLF, two-character indents, headings on lines of their own."""

import pytest

from bot.documents.text import INDENT, file_name, pages, text_file, text_of
from bot.interview.event import EventKind, NewEvent
from bot.report import BlockKind, Report, ReportBlock, Sentence
from tests.doubles.botapi.world import kept_file_name
from tests.office import shipped, written
from tests.writing.answering import OUTLINES, everything


def full(kind: str = "mayor") -> Report:
    """A report with everything answered."""
    outline = shipped().outlines[kind]
    return written(outline, everything(outline))


@pytest.mark.parametrize("kind", OUTLINES)
def test_windows_opens_it_correctly(kind: str) -> None:
    content = text_file(full(kind))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r") > 25
    assert content.endswith(b"\r\n")
    assert content.decode("utf-8-sig").replace("\r\n", "\n") == text_of(full(kind))


@pytest.mark.parametrize("kind", OUTLINES)
def test_every_paragraph_and_heading_is_indented_by_two_characters(kind: str) -> None:
    report = full(kind)
    shown = text_of(report).splitlines()
    for block in report.blocks:
        flush = block.kind in (BlockKind.TITLE, BlockKind.SALUTATION)
        assert (block.text if flush else INDENT + block.text) in shown
    assert INDENT == "　　"


@pytest.mark.parametrize("kind", OUTLINES)
def test_every_heading_stands_on_its_own_line(kind: str) -> None:
    report = full(kind)
    headings = [INDENT + block.text for block in report.blocks if block.kind is BlockKind.HEADING]
    shown = text_of(report).splitlines()
    assert [line for line in shown if line in headings] == headings
    assert not any(heading.endswith(("。", "：")) for heading in headings)


def test_it_begins_with_the_title_and_ends_with_name_and_date() -> None:
    shown = text_of(full()).splitlines()
    assert shown[0] == "2026年望舒县青枫镇党委副书记述职述德述廉报告"
    assert shown[1] == ""
    assert shown[2] == "各位领导、同志们："
    assert shown[-2:] == ["　　述职人：司马长风", "　　2026年12月19日"]


def test_the_order_of_sections_is_the_outlines() -> None:
    report, outline = full(), shipped().outlines["mayor"]
    order = list(dict.fromkeys(block.section for block in report.blocks if block.section))
    assert order == [section.key for section in outline.sections]


@pytest.mark.parametrize(
    "title",
    [
        'a/b\\c:d*e?f"g<h>i|j',
        "..",
        "",
        "  ",
        "述职\n报告\t",
        "\x00\x1f",
        "🙂" * 80,
        "长" * 300,
        "CON",
        "【待补：县】报告",
    ],
)
def test_a_file_name_is_safe_whatever_the_title(title: str) -> None:
    name = file_name(Report(title, ()), "txt")
    stem, dot, ending = name.rpartition(".")
    assert (dot, ending) == (".", "txt")
    assert stem
    assert not set(name) & set('/\\:*?"<>|\n\t\x00\x1f ')
    assert not stem.startswith(".")
    assert len(name.encode()) <= 255
    assert kept_file_name(name) == name


def test_a_file_name_says_whose_report_it_is() -> None:
    assert file_name(full(), "txt") == "2026年望舒县青枫镇党委副书记述职述德述廉报告.txt"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2026年12月5日", "2026年12月5日"),
        ("2026-12-05", "2026年12月5日"),
        ("2026.12.5", "2026年12月5日"),
        ("2026年12月5号", "2026年12月5日"),
        ("2026/1/15", "2026年1月15日"),
        ("２０２６年１２月５日", "2026年12月5日"),
        ("2026 年 12 月 5 日", "2026年12月5日"),
        ("二〇二六年十二月", "二〇二六年十二月"),
    ],
)
def test_the_date_is_written_as_the_standard_says(typed: str, printed: str) -> None:
    outline = shipped().outlines["mayor"]
    assert written(outline, [NewEvent(EventKind.NOTE, "sign_date", typed)]).blocks[-1].text == printed


@pytest.mark.parametrize("most", [50, 300, 3000])
def test_pages_hold_the_whole_text_in_order(most: int) -> None:
    report = full()
    shown = pages(report, most)
    assert all(0 < len(page) <= most for page in shown)
    assert "".join("".join(shown).split()) == "".join("".join(b.text for b in report.blocks).split())


def test_length_counts_all_but_blanks() -> None:
    blocks = (ReportBlock(BlockKind.PARAGRAPH, (Sentence("一 二\u3000三，"), Sentence("四。"))),)
    assert Report("", blocks).length == 6
