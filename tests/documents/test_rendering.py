"""The page as LibreOffice prints it: 22 lines, 28 characters, margins, page number. Skipped without it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.documents.docx import docx_file
from bot.documents.page import (
    BODY_SIZE,
    BOTTOM_MM,
    CHARACTERS,
    LEFT_MM,
    LINES,
    PAGE_NUMBER_BELOW_MM,
    PAGE_NUMBER_SIZE,
    PAPER_MM,
    RIGHT_MM,
    TOP_MM,
    TYPE_AREA_MM,
)
from bot.report import BlockKind, Report
from tests.documents import needs
from tests.documents.reports import example_reports, example_summaries, long_report, solid_report

pytestmark = [needs.libreoffice, needs.pdftotext, needs.chinese_font, pytest.mark.timeout(300)]

SUMMARIES = example_summaries()
REPORTS = {"solid": solid_report(), "long": long_report(), **example_reports(), **SUMMARIES}
POINT = 25.4 / 72
PITCH = TYPE_AREA_MM[1] / LINES
SAME_LINE_MM = 4
MOST_FREE_LINES = 5
"""Lines that may stay empty where headings or the end of the report move to the next page together."""

BASELINE = 0.8
"""Where in a line of fixed height LibreOffice sets the baseline: four fifths down."""

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Line:
    """A line of type: its edges and middle in millimetres from the page's edges, its text without blanks."""

    left: float
    right: float
    middle: float
    text: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All reports as PDF, printed in one run of LibreOffice with a profile of its own."""
    where = tmp_path_factory.mktemp("rendered")
    for name, report in REPORTS.items():
        (where / f"{name}.docx").write_bytes(docx_file(report))
    assert needs.OFFICE
    profile = f"-env:UserInstallation={(where / 'profile').as_uri()}"
    files = [str(where / f"{name}.docx") for name in REPORTS]
    subprocess.run(
        [needs.OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", str(where), *files],
        check=True,
        capture_output=True,
        timeout=240,
    )
    yield where
    shutil.rmtree(where, ignore_errors=True)


def pages(path: Path) -> list[list[Line]]:
    """The lines of each page, top to bottom, the page number last."""
    assert needs.MEASURE
    told = subprocess.run(
        [needs.MEASURE, "-bbox", path, "-"], check=True, capture_output=True, encoding="utf-8"
    )
    return [_lines(page) for page in told.stdout.split("<page ")[1:]]


def _lines(page: str) -> list[Line]:
    words = []
    for *edges, text in _WORD.findall(page):
        left, top, right, bottom = (float(edge) * POINT for edge in edges)
        words.append(Line(left, right, (top + bottom) / 2, unescape(text)))
    rows: list[list[Line]] = []
    for word in sorted(words, key=lambda word: word.middle):
        if rows and word.middle - rows[-1][0].middle < SAME_LINE_MM:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_joined(sorted(row, key=lambda word: word.left)) for row in rows]


def _joined(words: list[Line]) -> Line:
    text = "".join(word.text for word in words)
    return Line(words[0].left, max(word.right for word in words), words[0].middle, text)


def body(page: list[Line]) -> list[Line]:
    """The lines above the foot of the page."""
    return [line for line in page if line.middle < PAPER_MM[1] - BOTTOM_MM]


def tops(path: Path, page: int) -> list[float]:
    """How far below the paper's upper edge the lines of body type begin, told by their baselines."""
    found: set[float] = set()

    def look(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip() and size == BODY_SIZE:
            baseline = PAPER_MM[1] - (tm[5] * cm[3] + cm[5]) * POINT
            found.add(round(baseline - BASELINE * PITCH, 1))

    PdfReader(path).pages[page].extract_text(visitor_text=look)
    return sorted(found)


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_summary_stands_on_one_page(folder: Path, name: str) -> None:
    assert len(pages(folder / f"{name}.pdf")) == 1


def test_22_lines_of_28_characters(folder: Path) -> None:
    first, *inner, _last = pages(folder / "solid.pdf")
    assert [len(line.text) for line in body(first)] == [4, CHARACTERS - 2, *[CHARACTERS] * (LINES - 3)]
    assert inner
    for page in inner:
        assert [len(line.text) for line in body(page)] == [CHARACTERS] * LINES


def test_margins_within_a_millimetre(folder: Path) -> None:
    for number, page in enumerate(pages(folder / "solid.pdf")[1:-1], 1):
        assert min(line.left for line in body(page)) == pytest.approx(LEFT_MM, abs=1)
        assert max(line.right for line in body(page)) == pytest.approx(PAPER_MM[0] - RIGHT_MM, abs=1)
        found = tops(folder / "solid.pdf", number)
        assert len(found) == LINES
        assert (found[-1] - found[0]) / (LINES - 1) == pytest.approx(PITCH, abs=0.05)
        assert found[0] == pytest.approx(TOP_MM, abs=1)
        assert found[-1] + PITCH == pytest.approx(PAPER_MM[1] - BOTTOM_MM, abs=1)


@pytest.mark.parametrize("name", REPORTS)
def test_no_line_leaves_the_type_area(folder: Path, name: str) -> None:
    for page in pages(folder / f"{name}.pdf"):
        assert min(line.left for line in body(page)) > LEFT_MM - 1
        assert max(line.right for line in body(page)) < PAPER_MM[0] - RIGHT_MM + 1


@pytest.mark.parametrize("name", REPORTS)
def test_page_numbers_stand_outside_below_the_text(folder: Path, name: str) -> None:
    for number, page in enumerate(pages(folder / f"{name}.pdf"), 1):
        footer = page[-1]
        assert footer.text == f"—{number}—"
        assert footer.middle - (PAPER_MM[1] - BOTTOM_MM) == pytest.approx(PAGE_NUMBER_BELOW_MM, abs=1)
        if number % 2:
            edge = PAPER_MM[0] - RIGHT_MM - PAGE_NUMBER_SIZE * POINT
            assert footer.right == pytest.approx(edge, abs=1)
        else:
            assert footer.left == pytest.approx(LEFT_MM + PAGE_NUMBER_SIZE * POINT, abs=1)


@pytest.mark.parametrize(("name", "report"), REPORTS.items(), ids=REPORTS)
def test_every_report_is_printed_whole_on_full_pages(folder: Path, name: str, report: Report) -> None:
    box = PdfReader(folder / f"{name}.pdf").pages[0].mediabox
    assert [round(float(side) * POINT) for side in (box.width, box.height)] == list(PAPER_MM)
    printed = pages(folder / f"{name}.pdf")
    for page in printed[:-1]:
        free = (PAPER_MM[1] - BOTTOM_MM - body(page)[-1].middle) / PITCH
        assert free < MOST_FREE_LINES
    text = "".join(line.text for page in printed for line in body(page))
    assert text == "".join("".join(block.text for block in report.blocks).split())


@pytest.mark.parametrize("name", REPORTS)
def test_no_heading_and_no_bare_signature_at_an_edge(folder: Path, name: str) -> None:
    blocks = REPORTS[name].blocks
    headings = {"".join(block.text.split()) for block in blocks if block.kind is BlockKind.HEADING}
    signed = {block.text for block in blocks if block.kind is BlockKind.SIGNATURE}
    for page in pages(folder / f"{name}.pdf"):
        assert body(page)[-1].text not in headings
        assert body(page)[0].text not in signed
