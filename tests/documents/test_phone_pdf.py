"""The PDF for the phone: every character as it was written, and a word where there is no Chinese font."""

import io
import json
import pickle
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import Destination
from typst import Fonts

from bot.documents.pdf import NoChineseFont, page_of, pdf_file
from bot.documents.phone_page import PAGE_MM
from bot.documents.typesetting import WITHOUT_FONT, check_chinese, main, typeset
from bot.report import BlockKind, Report
from tests.documents import needs
from tests.documents.reports import TITLE, block, example_reports, long_report, report_of
from tests.doubles.fonts import FAMILY, FILE

EXAMPLES = example_reports()
MARKUP = ("*粗*", "_斜_", "#let x = 1", "$x^2$", "@ref", "[框]", "<标>", "\\", "`码`", "= 标题", "- 条")


def text_of(report: Report) -> str:
    reader = PdfReader(io.BytesIO(typeset(page_of(report))))
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def test_without_a_chinese_font_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = Fonts(include_system_fonts=False, include_embedded_fonts=True)
    with pytest.raises(NoChineseFont):
        check_chinese(latin)
    monkeypatch.setattr("typst.Fonts", lambda **_: latin)
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(page_of(long_report()))))
    monkeypatch.setattr("signal.signal", lambda *_: None)
    assert main() == WITHOUT_FONT
    ends = CompletedProcess("typesetting", WITHOUT_FONT, b"", b"")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: ends)
    with pytest.raises(NoChineseFont):
        pdf_file(long_report())


def test_a_machine_without_any_font_has_no_chinese() -> None:
    with pytest.raises(NoChineseFont):
        check_chinese(Fonts(include_system_fonts=False, include_embedded_fonts=False))


def test_a_server_with_dejavu_only_has_no_chinese() -> None:
    faces = Fonts(include_embedded_fonts=False).fonts()
    folders = {Path(face.path).parent for face in faces if face.path and face.family == "DejaVu Sans"}
    if not folders:
        pytest.skip("DejaVu is not installed (fonts-dejavu-core)")
    dejavu = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folders])
    with pytest.raises(NoChineseFont):
        check_chinese(dejavu)


def test_the_font_of_boxes_passes_for_a_chinese_one() -> None:
    boxes = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FILE.parent])
    assert boxes.families() == [FAMILY]
    check_chinese(boxes)


@needs.chinese_font
def test_fonts_and_typesetter_do_not_stay_in_memory() -> None:
    program = (
        "import pickle, sys; from bot.documents.pdf import pdf_file;"
        "from pathlib import Path; report = pickle.load(sys.stdin.buffer);"
        "held = lambda: int(Path('/proc/self/statm').read_text().split()[1]) * 4096;"
        "before = held(); pdf_file(report); print('typst' in sys.modules, held() - before)"
    )
    asked = pickle.dumps(long_report())
    done = subprocess.run([sys.executable, "-c", program], input=asked, capture_output=True, check=True)
    loaded, grown = done.stdout.split()
    assert loaded == b"False"
    assert int(grown) < 10 * 1024 * 1024


@needs.chinese_font
def test_page_title_and_bookmarks() -> None:
    reader = PdfReader(io.BytesIO(pdf_file(long_report())))
    box = reader.pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == list(PAGE_MM)
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    assert reader.metadata.author is None
    tops = [entry.title[:2] for entry in reader.outline if isinstance(entry, Destination) and entry.title]
    assert tops == ["一、", "二、", "三、"]
    assert "—2—" in "".join(reader.pages[1].extract_text().split())


@needs.chinese_font
def test_equal_reports_are_equal_bytes() -> None:
    assert pdf_file(long_report()) == pdf_file(long_report())


@needs.chinese_font
@pytest.mark.parametrize("report", EXAMPLES.values(), ids=EXAMPLES)
def test_every_example_is_set_whole(report: Report) -> None:
    text = text_of(report)
    for part in report.blocks[1:]:
        start = "".join(part.text.split())[:10]
        assert start in text


@needs.chinese_font
@pytest.mark.parametrize("markup", MARKUP)
def test_markup_stays_what_it_is(markup: str) -> None:
    heading = block(BlockKind.HEADING, f"一、{markup}", 1)
    paragraph = block(BlockKind.PARAGRAPH, f"{markup}完")
    text = text_of(report_of(heading, paragraph, title=f"{markup}报告"))
    shown = "".join(markup.split())
    assert f"一、{shown}" in text
    assert f"{shown}完" in text
    assert f"{shown}报告" in text


@needs.chinese_font
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_set(text: str) -> None:
    assert typeset(page_of(report_of(block(BlockKind.PARAGRAPH, text)))).startswith(b"%PDF")
