"""Our .docx after another program has had it: nothing reads differently that nobody has changed."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from bot.documents.docx import docx_file
from bot.documents.outlined import report_from
from bot.documents.pdf import pdf_file
from bot.documents.reading import not_read, read_around, read_document
from bot.documents.text import text_file
from bot.report import BlockKind, Report
from bot.writing.returned import Piece, differences
from tests.documents import needs
from tests.documents.odd_files import MC, W, level, numbering
from tests.documents.reports import example_reports, long_report

EXAMPLES = {**example_reports(), "long": long_report()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All reports as .docx saved again by LibreOffice, in one run with a profile of its own."""
    where = tmp_path_factory.mktemp("resaved")
    (where / "again").mkdir()
    for name, report in EXAMPLES.items():
        (where / f"{name}.docx").write_bytes(docx_file(report))
    assert needs.OFFICE
    profile = f"-env:UserInstallation={(where / 'profile').as_uri()}"
    files = [str(where / f"{name}.docx") for name in EXAMPLES]
    as_docx = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(where / "again")]
    subprocess.run(
        [needs.OFFICE, "--headless", profile, *as_docx, *files], check=True, capture_output=True, timeout=240
    )
    yield where / "again"
    shutil.rmtree(where, ignore_errors=True)


def told(report: Report, data: bytes, name: str = "a.docx") -> list[object]:
    """What `data` says otherwise than the report, sentence by sentence."""
    lines = [[Piece(f"{block.text}\n", block.kind is BlockKind.PARAGRAPH)] for block in report.blocks]
    return list(differences(lines, read_document(name, data)))


@needs.chinese_font
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_text_and_the_pdf_read_as_the_report(name: str) -> None:
    report = EXAMPLES[name]
    assert told(report, text_file(report), "a.txt") == []
    assert told(report, pdf_file(report), "a.pdf") == []


@needs.libreoffice
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", EXAMPLES)
def test_libreoffice_saves_it_again_without_a_change(folder: Path, name: str) -> None:
    data = (folder / f"{name}.docx").read_bytes()
    assert data != docx_file(EXAMPLES[name])
    assert told(EXAMPLES[name], data) == []
    back = report_from(read_document("a.docx", data))
    ours = [(block.kind, block.level, block.text) for block in EXAMPLES[name].blocks]
    assert [(block.kind, block.level, block.text) for block in back.blocks] == ours
    assert not_read(data) == ()


def edited(change: Callable[[Document], None]) -> bytes:
    """The long report after somebody has done this to it."""
    document = docx.Document(io.BytesIO(docx_file(long_report())))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph(document: Document, start: str) -> Paragraph:
    return next(one for one in document.paragraphs if one.text.startswith(start))


def soft_break(document: Document) -> None:
    one = paragraph(document, "全镇上下")
    one.runs[0].text = one.text.replace("，完成固定", "，\n完成固定")


def blanks(document: Document) -> None:
    one = paragraph(document, "全镇上下")
    one.runs[0].text = "\u3000\u3000" + one.text.replace("1.2亿元", "1.2\u00a0亿元").replace(
        "。", "。\u200b "
    )


def other_marks(document: Document) -> None:
    one = paragraph(document, "全镇上下")
    one.runs[0].text = one.text.translate({ord("“"): '"', ord("”"): '"', ord("（"): "(", ord("）"): ")"})
    salutation = paragraph(document, "各位领导")
    salutation.runs[0].text = salutation.text.replace("：", ":")


def cut_in_two(document: Document) -> None:
    one = paragraph(document, "全镇上下")
    first, second = one.text.split("，群众出行", 1)
    one.insert_paragraph_before(f"{first}，", style=one.style)
    one.runs[0].text = f"群众出行{second}"


def many_runs(document: Document) -> None:
    one = paragraph(document, "全镇上下")
    text = one.text
    one.runs[0].text = ""
    for at in range(0, len(text), 3):
        one.add_run(text[at : at + 3]).bold = bool(at % 2)


def empty_paragraphs(document: Document) -> None:
    for one in list(document.paragraphs):
        one.insert_paragraph_before("")


def automatic_numbers(document: Document) -> None:
    """Word's own numbers where ours were text, as it makes them while somebody types."""
    levels = level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）")
    part = document.part.numbering_part if _has_numbering(document) else None
    assert part is None
    _add_numbering(document, numbering(levels))
    for one in document.paragraphs:
        for at, form in enumerate((r"[一二三四]、", r"（[一二三四]）")):
            if one.style and one.style.name == f"Heading {at + 1}" and re.match(form, one.text):
                one.runs[0].text = re.sub(f"^{form}", "", one.text)
                one._p.get_or_add_pPr().append(
                    parse_xml(f'<w:numPr {W}><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr>')
                )


def _has_numbering(document: Document) -> bool:
    return any(rel.reltype.endswith("/numbering") for rel in document.part.rels.values())


def _add_numbering(document: Document, xml: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    part = Part(PackURI("/word/numbering.xml"), content, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


@pytest.mark.parametrize(
    "change",
    [soft_break, blanks, other_marks, cut_in_two, many_runs, empty_paragraphs, automatic_numbers],
)
def test_what_word_does_by_itself_is_no_change(change: Callable[[Document], None]) -> None:
    assert told(long_report(), edited(change)) == []


def comment(document: Document) -> None:
    one = paragraph(document, "全镇上下")
    document.add_comment(one.runs[0], text="这里再核一下", author="审稿人")


def tracked(document: Document) -> None:
    one = paragraph(document, "特此报告")
    one._p.append(parse_xml(f'<w:ins {W} w:id="9"><w:r><w:t>以上。</w:t></w:r></w:ins>'))


def picture(document: Document) -> None:
    pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    drawing = f'<w:r {W} {MC}><w:drawing><pic:pic xmlns:pic="{pic}"/></w:drawing></w:r>'
    paragraph(document, "特此报告")._p.append(parse_xml(drawing))


@pytest.mark.parametrize(
    ("change", "what", "differs"),
    [(comment, "comments", 0), (tracked, "tracked", 1), (picture, "pictures", 0)],
)
def test_what_is_not_read_is_named(change: Callable[[Document], None], what: str, differs: int) -> None:
    data = edited(change)
    assert not_read(data) == (what,)
    assert len(told(long_report(), data)) == differs
    assert not_read(docx_file(long_report())) == ()


def test_a_plain_text_that_begins_like_a_zip_is_text() -> None:
    data = "PK赛上获第一名。\n".encode()
    assert read_document("总结.txt", data) == "PK赛上获第一名。\n"
    assert (read_around(data), not_read(data)) == ("", ())


def test_a_table_and_a_text_box_are_lines_of_their_own() -> None:
    def change(document: Document) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "指标", "完成情况"
        box = "<w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent>"
        one = paragraph(document, "全镇上下")
        one._p.append(parse_xml(f"<w:r {W}><w:pict>{box}</w:pict></w:r>"))

    found = told(long_report(), edited(change))
    assert [one.lines for one in found] == [("框里的话",), ("指标\t完成情况",)]  # type: ignore[attr-defined]
