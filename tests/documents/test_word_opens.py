"""What Word asks of a .docx and LibreOffice does not: order by the schema, whole relations, known types."""

import io
import posixpath
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest

from bot.documents.docx import docx_file
from bot.documents.page import LINE_TWIPS
from bot.report import Report
from tests.documents.reports import example_reports, example_summaries, long_report
from tests.documents.schema_order import W, misplaced

REPORTS = {"long": long_report(), **example_reports(), **example_summaries()}
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def parts(report: Report) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(docx_file(report))) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def root(report: Report, name: str) -> Element:
    return fromstring(parts(report)[f"word/{name}.xml"])


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_every_element_stands_where_the_schema_wants_it(report: Report) -> None:
    looked = 0
    for name, content in parts(report).items():
        if name.startswith("word/") and name.endswith(".xml"):
            looked += 1
            assert list(misplaced(fromstring(content))) == [], name
    assert looked >= 6


@pytest.mark.parametrize(
    ("xml", "found"),
    [
        ("<w:pPr><w:jc/><w:ind/></w:pPr>", "ind after jc in pPr"),
        ("<w:pPr><w:ind/><w:ind/></w:pPr>", "ind twice in pPr"),
        ("<w:rPr><w:sz/><w:rFonts/></w:rPr>", "rFonts after sz in rPr"),
        ("<w:p><w:r/><w:pPr/></w:p>", "pPr later in p"),
        ("<w:body><w:sectPr/><w:p/></w:body>", "p after sectPr"),
        ("<w:settings><w:compat/><w:zoom/></w:settings>", "zoom after compat in settings"),
        ("<w:style><w:whatever/></w:style>", "whatever in style"),
    ],
)
def test_a_wrong_order_would_be_seen(xml: str, found: str) -> None:
    assert list(misplaced(fromstring(f'<w:x xmlns:w="{W[1:-1]}">{xml}</w:x>')))[-1] == found


def test_every_relation_leads_somewhere_and_every_part_has_a_type() -> None:
    package = parts(long_report())
    types = fromstring(package["[Content_Types].xml"])
    named = {one.get("PartName", "") for one in types.iter(f"{TYPES}Override")}
    endings = {one.get("Extension", "") for one in types.iter(f"{TYPES}Default")}
    assert {name.lstrip("/") for name in named} <= set(package)
    for name, content in package.items():
        ending = name.rpartition(".")[2]
        assert name == "[Content_Types].xml" or f"/{name}" in named or ending in endings
        if ending != "rels":
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in fromstring(content).iter(f"{PACKAGE}Relationship"):
            target = relation.get("Target", "")
            assert relation.get("TargetMode") != "External"
            assert posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") in package


def test_what_the_text_uses_is_there() -> None:
    package = parts(long_report())
    document = fromstring(package["word/document.xml"])
    styles = {one.get(f"{W}styleId") for one in root(long_report(), "styles").iter(f"{W}style")}
    assert {one.get(f"{W}val") for one in document.iter(f"{W}pStyle")} <= styles
    fonts = {one.get(f"{W}name") for one in root(long_report(), "fontTable").iter(f"{W}font")}
    used = [one.get(f"{W}eastAsia") for one in root(long_report(), "styles").iter(f"{W}rFonts")]
    assert set(used) <= fonts
    for font in root(long_report(), "fontTable").iter(f"{W}font"):
        assert [child.get(f"{W}val") for child in font.iter(f"{W}altName")] != [""]


def test_line_pitch_is_exact_in_every_style_of_the_text() -> None:
    found = {}
    for style in root(long_report(), "styles").iter(f"{W}style"):
        spacing = style.find(f"{W}pPr/{W}spacing")
        if spacing is not None:
            found[style.get(f"{W}styleId")] = (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule"))
    assert found.pop("Footer") == ("280", "exact")
    assert len(found) >= 9
    assert set(found.values()) == {(str(LINE_TWIPS), "exact")}


def test_no_name_no_tool_and_no_trace_of_editing() -> None:
    for name, content in parts(long_report()).items():
        for word in (b"python", b"creator>", b"lastModifiedBy>", b"rsid", b"<w:ins", b"<w:del", b"Template"):
            assert word not in content, name
