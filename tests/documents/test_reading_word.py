"""Back from Word: what a person's own .docx says, whatever Word put into it."""

import io
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.documents.reading import read_document, read_docx
from bot.documents.word_counting import counted
from tests.documents.odd_files import ONE_LIST, W, level, numbered, numbering, paragraph, run, word_file

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def text_of(body: str, **parts: str | bytes) -> str:
    return read_document("述职.docx", word_file(body, **parts))


def test_tracked_changes_come_in_their_accepted_state() -> None:
    body = (
        f"<w:p>{run('新建')}<w:ins w:id='1'>{run('高标准')}</w:ins>"
        f"<w:del w:id='2'><w:r><w:delText>低标准</w:delText></w:r></w:del>{run('农田')}"
        f"<w:moveFrom w:id='3'>{run('旧处')}</w:moveFrom><w:moveTo w:id='4'>{run('新处')}</w:moveTo></w:p>"
    )
    assert text_of(body) == "新建高标准农田新处\n"


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    deleted = paragraph("前半句，", "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert text_of(deleted + paragraph("后半句。")) == "前半句，后半句。\n"
    assert text_of(deleted) == "前半句，\n"


def test_comments_field_codes_and_hidden_text_are_left_out() -> None:
    body = (
        f"<w:p>{run('正文')}<w:commentRangeStart w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>"
        f"<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> PAGE </w:instrText></w:r>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
        f"<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>看得见</w:t></w:r></w:p>"
    )
    assert text_of(body, comments=f"<c>{run('批注')}</c>") == "正文看得见\n"


def test_a_table_is_a_line_per_row_with_tabs() -> None:
    def row(*cells: str, deleted: str = "") -> str:
        return f"<w:tr><w:trPr>{deleted}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    rows = (
        row(paragraph("指标"), paragraph("完成") + paragraph("情况"))
        + row("<w:p/>", paragraph("12家"))
        + row(paragraph("删去的行"), deleted="<w:del w:id='1'/>")
    )
    assert text_of(f"<w:tbl><w:tblPr/>{rows}</w:tbl>") == "指标\t完成 情况\n\t12家\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    body = (
        f"<w:p>{run('框前')}<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(body + paragraph("框后")) == "框前\n框里的话\n框后\n"


def test_an_old_text_box_without_alternatives_is_read() -> None:
    body = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('框里')}</w:txbxContent></w:pict></w:r></w:p>"
    assert text_of(body) == "框里\n"


def test_content_controls_links_and_breaks() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('单击此处')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('链接')}</w:hyperlink>"
        f"<w:r><w:br/><w:tab/><w:t>次行</w:t><w:br w:type='page'/></w:r></w:p>"
    )
    assert text_of(body) == "控件\n链接\n\t次行\n"


def test_automatic_numbers_become_text() -> None:
    levels = (
        level(0, "chineseCountingThousand", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.")
        + level(3, "decimal", "%1-%3-%4", "<w:isLgl/>")
    )
    body = "".join(
        numbered(text, level=at)
        for text, at in (("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 3), ("己", 0), ("庚", 1))
    )
    assert text_of(body, numbering=numbering(levels)).splitlines() == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1.丁",
        "1-1-1 戊",
        "二、己",
        "（一）庚",
    ]


def test_a_list_may_start_again_and_empty_paragraphs_do_not_count() -> None:
    lists = (
        f'{ONE_LIST}<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered("甲") + numbered(" ") + numbered("乙") + numbered("丙", 2) + numbered("丁", 2)
    assert (
        text_of(body, numbering=numbering(level(0, "decimal", "%1.") * 1, lists))
        == "1.甲\n2.乙\n5.丙\n6.丁\n"
    )


def test_numbers_by_style_and_bullets() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    levels = level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="A"/>') + level(1, "bullet", "\uf06c")
    body = (
        paragraph("甲", '<w:pStyle w:val="A"/>')
        + paragraph("乙", '<w:pStyle w:val="B"/>')
        + paragraph("丙", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + numbered("丁", level=1)
    )
    assert text_of(body, numbering=numbering(levels), styles=styles) == "第一章 甲\n第二章 乙\n丙\n• 丁\n"


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCounting", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (1010, "chineseCounting", "一千零一十"),
        (110, "chineseCounting", "一百一十"),
        (20000, "chineseCounting", "20000"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (10, "ideographDigital", "一〇"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "11"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "decimalFullWidth", "３"),
        (3, "decimalZero", "03"),
        (14, "lowerRoman", "xiv"),
        (28, "upperLetter", "BB"),
        (7, "something new", "7"),
    ],
)
def test_styles_of_numbers(number: int, style: str, shown: str) -> None:
    assert counted(number, style) == shown


def test_macros_are_never_looked_at() -> None:
    data = word_file(paragraph("正文"), word__vbaProject_bin=b"\xd0\xcf\x11\xe0 Sub AutoOpen()")
    assert read_document("述职.docm", data) == "正文\n"


def test_strict_word_files_are_read() -> None:
    body = f"<w:p>{run('严格')}<w:r><w:br/></w:r>{run('格式')}</w:p>"
    with ZipFile(out := io.BytesIO(), "w") as zipped:
        zipped.writestr(
            "word/document.xml", f'<w:document xmlns:w="{STRICT}"><w:body>{body}</w:body></w:document>'
        )
    assert read_document("a.docx", out.getvalue()) == "严格\n格式\n"


def test_two_hundred_pages_are_read(tmp_path: Path) -> None:
    page = "".join(paragraph(f"第{n}条工作按月调度、按季通报，群众比较满意。") for n in range(30))
    path = tmp_path / "长.docx"
    path.write_bytes(word_file(page * 200))
    assert len(read_docx(path).splitlines()) == 6000


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
def test_memory_stays_bounded(tmp_path: Path) -> None:
    page = "".join(paragraph(f"第{n}条工作按月调度、按季通报，群众比较满意。{n * 7919}") for n in range(30))
    path = tmp_path / "长.docx"
    path.write_bytes(word_file(page * 400))
    program = (
        "import sys; from pathlib import Path; from bot.documents.reading import read_docx\n"
        "read_docx(Path(sys.argv[1])); print(Path('/proc/self/status').read_text())"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, check=True, text=True)
    peak = next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("VmHWM"))
    assert int(peak) < 60 * 1024
