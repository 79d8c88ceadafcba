"""The .docx read back part by part: page, grid, fonts, styles, page number, metadata."""

import io
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.styles.style import ParagraphStyle

from bot.documents.docx import docx_file
from bot.documents.page import CHARACTER, twips
from bot.report import BlockKind, Report
from tests.documents.reports import TITLE, block, long_report, report_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(report: Report) -> Document:
    return docx.Document(io.BytesIO(docx_file(report)))


@pytest.fixture(scope="module")
def document() -> Document:
    return opened(long_report())


def style(document: Document, name: str) -> ParagraphStyle:
    found = document.styles.get_by_id(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(found, ParagraphStyle)
    assert found.style_id == name
    return found


def test_page_and_margins(document: Document) -> None:
    section = document.sections[0]
    lengths = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 297, 37, 35]
    assert section.left_margin is not None
    assert section.right_margin is not None
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (28, 26)


def test_grid_of_22_lines_and_28_characters(document: Document) -> None:
    grid = document.sections[0]._sectPr.find(f"{W}docGrid")
    assert grid is not None
    assert dict(grid.attrib) == {
        f"{W}type": "linesAndChars",
        f"{W}linePitch": "579",
        f"{W}charSpace": "-848",
    }
    area = twips(225 / 25.4 * 72)
    assert area // 579 == 22
    assert int(156 / 25.4 * 72 / (16 - 848 / 4096) + 0.01) == 28


@pytest.mark.parametrize(
    ("name", "font", "size", "level"),
    [
        ("Title", "方正小标宋简体", 22, None),
        ("Heading1", "黑体", 16, "0"),
        ("Heading2", "楷体", 16, "1"),
        ("Heading3", "仿宋", 16, "2"),
        ("Heading4", "仿宋", 16, "3"),
        ("BodyText", "仿宋", 16, None),
        ("Salutation", "仿宋", 16, None),
        ("Signature", "仿宋", 16, None),
        ("Date", "仿宋", 16, None),
        ("Footer", "宋体", 14, None),
    ],
)
def test_fonts_sizes_and_outline(
    document: Document, name: str, font: str, size: int, level: str | None
) -> None:
    found = style(document, name)
    fonts = found.element.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {font}
    assert found.font.size is not None
    assert found.font.size.pt == size
    assert not found.font.bold
    outline = found.element.find(f"{W}pPr/{W}outlineLvl")
    assert (outline.get(f"{W}val") if outline is not None else None) == level


def test_no_heading_stands_alone_at_the_foot_of_a_page(document: Document) -> None:
    for name in ("Title", "Heading1", "Heading2", "Heading3", "Heading4", "Signature"):
        assert style(document, name).paragraph_format.keep_with_next
    assert not style(document, "BodyText").paragraph_format.widow_control
    last = next(p for p in document.paragraphs if p.text.startswith("特此报告"))
    assert last.paragraph_format.keep_with_next


def test_every_block_has_its_own_built_in_style(document: Document) -> None:
    names = [p.style.name for p in document.paragraphs if p.style is not None]
    assert names[:5] == ["Title", "Salutation", "Body Text", "Heading 1", "Body Text"]
    assert names[-3:] == ["Body Text", "Signature", "Date"]
    assert {f"Heading {n}" for n in range(1, 5)} < set(names)
    assert not any(run.font.size or run.font.name for p in document.paragraphs for run in p.runs)


def test_a_fifth_level_looks_like_the_fourth() -> None:
    deep = opened(report_of(block(BlockKind.HEADING, "①再下一层", 5)))
    assert deep.paragraphs[1].style is not None
    assert deep.paragraphs[1].style.name == "Heading 4"


def test_the_title_breaks_between_words(document: Document) -> None:
    assert document.paragraphs[0].text.replace("\n", "") == TITLE
    assert document.paragraphs[0].text.split("\n") == [
        "2026年清源省平湖县",
        "大柳镇党委副书记、镇长",
        "述德述学述职述廉述法报告",
    ]


@pytest.mark.parametrize(
    ("name", "date", "first", "second"),
    [
        ("述职人：张三", "2026年12月1日", 28 - 2 - 8.5, 28 - 2 - 6.5),
        ("平湖县大柳镇人民政府镇长张三", "2026年12月1日", 28 - 2 - 14, 28 - 14),
    ],
)
def test_signature_and_date(name: str, date: str, first: float, second: float) -> None:
    signature, dated = opened(long_report(name, date)).paragraphs[-2:]
    for paragraph, characters in ((signature, first), (dated, second)):
        indent = paragraph.paragraph_format.left_indent
        assert indent is not None
        assert indent.pt == pytest.approx(characters * CHARACTER, abs=0.1)


def test_page_numbers_between_dashes_outside_on_each_page(document: Document) -> None:
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]._p
        assert "".join(text.text or "" for text in paragraph.iter(f"{W}t")) == "— 1 —"
        field = paragraph.find(f"{W}fldSimple")
        assert field is not None
        assert field.get(f"{W}instr") == " PAGE "
        justified = paragraph.find(f"{W}pPr/{W}jc")
        assert justified is not None
        assert justified.get(f"{W}val") == side


def test_metadata_names_nobody(document: Document) -> None:
    core = document.core_properties
    assert core.title == TITLE
    assert (core.author, core.last_modified_by, core.comments, core.keywords) == ("", "", "", "")
    with ZipFile(io.BytesIO(docx_file(long_report()))) as zipped:
        assert not [name for name in zipped.namelist() if "thumbnail" in name or "app.xml" in name]
        whole = b"".join(map(zipped.read, zipped.namelist())).lower()
        assert b"python" not in whole
        assert b"macintosh" not in whole
        assert {info.date_time[0] for info in zipped.infolist()} == {1980}


def test_fall_backs_are_named_and_no_font_is_shipped() -> None:
    with ZipFile(io.BytesIO(docx_file(long_report()))) as zipped:
        fonts = zipped.read("word/fontTable.xml").decode()
        assert not [name for name in zipped.namelist() if "fonts/" in name]
    assert "仿宋_GB2312" in fonts
    assert "embed" not in fonts


def test_word_opens_it_as_a_current_document() -> None:
    with ZipFile(io.BytesIO(docx_file(long_report()))) as zipped:
        settings = zipped.read("word/settings.xml").decode()
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings


def test_equal_reports_are_equal_bytes() -> None:
    assert docx_file(long_report()) == docx_file(long_report())


def test_characters_that_xml_refuses_are_left_out() -> None:
    document = opened(report_of(block(BlockKind.PARAGRAPH, "前\x00\x0b\ud800后<&>")))
    assert document.paragraphs[1].text == "前后<&>"
