"""The report as a .docx in the layout of GB/T 9704-2012 for a 事务文书: no red head, number or seal."""

import re
from typing import TYPE_CHECKING

from bot.documents import word_styles as styles
from bot.documents.page import (
    BOTTOM_MM,
    CHARACTER,
    CHARACTER_SPACE,
    CHARACTERS,
    FOOTER_MM,
    LEFT_MM,
    LINE_TWIPS,
    PAGE_NUMBER_SIZE,
    PAPER_MM,
    RIGHT_MM,
    TOP_MM,
    twips,
)
from bot.documents.title_lines import title_lines
from bot.documents.widths import width
from bot.documents.word_package import new_document, packed
from bot.documents.word_styles import Style, W
from bot.report import BlockKind, Report, ReportBlock

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer as Footer
    from docx.text.paragraph import Paragraph

DASH = "—"
"""一字线, one on each side of the page number."""

FREE_ON_THE_RIGHT = DATE_OFFSET = 2
"""Characters, around signature and date."""

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_STYLES = {
    BlockKind.TITLE: styles.TITLE,
    BlockKind.SALUTATION: styles.SALUTATION,
    BlockKind.PARAGRAPH: styles.BODY,
    BlockKind.SIGNATURE: styles.SIGNATURE,
    BlockKind.DATE: styles.DATE,
}


def docx_file(report: Report) -> bytes:
    """The .docx. Equal reports give equal bytes; its metadata names the title and nobody's name."""
    document = new_document(_clean(report.title))
    _set_page(document)
    for number, block in enumerate(report.blocks):
        paragraph = _paragraph(document, block)
        if _signed_next(report.blocks, number):
            paragraph.paragraph_format.keep_with_next = True
    _set_in_signature(document)
    return packed(document)


def _paragraph(document: "Document", block: ReportBlock) -> "Paragraph":
    from docx.enum.style import WD_STYLE_TYPE

    text = _clean(block.text)
    if block.kind is BlockKind.TITLE:
        text = "\n".join(title_lines(text.replace("\n", "")))
    paragraph = document.add_paragraph()
    paragraph.style = document.styles.get_by_id(_style(block).id, WD_STYLE_TYPE.PARAGRAPH)
    paragraph.add_run(text)
    return paragraph


def _style(block: ReportBlock) -> Style:
    if block.kind is BlockKind.HEADING:
        return styles.HEADINGS[min(max(block.level, 1), len(styles.HEADINGS)) - 1]
    return _STYLES[block.kind]


def _signed_next(blocks: tuple[ReportBlock, ...], number: int) -> bool:
    """Whether the signature follows: it never stands on a page without a line of the text."""
    return number + 1 < len(blocks) and blocks[number + 1].kind is BlockKind.SIGNATURE


def _set_in_signature(document: "Document") -> None:
    """7.3.5.3: two characters free on the right, the date beginning two characters right of the signature.

    Both are set from the left, so that the offset holds in any font; a long date moves both to the left. They
    may run into the right margin, so that a fall-back font with wide figures does not break the date in two.
    """
    from docx.shared import Twips

    by_style = {p.style.style_id: p for p in document.paragraphs[-2:] if p.style is not None}
    signature, date = by_style.get(styles.SIGNATURE.id), by_style.get(styles.DATE.id)
    wide = width(signature.text) if signature else 0
    if date:
        wide = max(wide, width(date.text) + (DATE_OFFSET if signature else 0))
    start = max(0.0, CHARACTERS - FREE_ON_THE_RIGHT - wide)
    for paragraph, left in ((signature, start), (date, start + DATE_OFFSET if signature else start)):
        if paragraph is not None:
            paragraph.paragraph_format.left_indent = Twips(twips(left * CHARACTER))
            paragraph.paragraph_format.right_indent = Twips(twips(-FREE_ON_THE_RIGHT * CHARACTER))


def _set_page(document: "Document") -> None:
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAPER_MM)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.header_distance, section.footer_distance = Mm(TOP_MM / 2), Mm(FOOTER_MM)
    section._sectPr.attrib.clear()
    for grid in section._sectPr.findall(f"{{{W}}}docGrid"):
        section._sectPr.remove(grid)
    section._sectPr.append(
        parse_xml(
            f'<w:docGrid xmlns:w="{W}" w:type="linesAndChars" w:linePitch="{LINE_TWIPS}" '
            f'w:charSpace="{CHARACTER_SPACE}"/>'
        )
    )
    _number(section.footer, "right")
    _number(section.even_page_footer, "left")


def _number(footer: "Footer", side: str) -> None:
    """7.5: 4号半角宋体, a dash on each side, one character in from the outer edge."""
    from docx.oxml import parse_xml

    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]._p
    for child in list(paragraph):
        paragraph.remove(child)
    for piece in (
        f'<w:pPr xmlns:w="{W}"><w:pStyle w:val="{styles.FOOTER.id}"/>'
        f'<w:ind w:{side}="{twips(PAGE_NUMBER_SIZE)}"/><w:jc w:val="{side}"/></w:pPr>',
        _run(f'<w:t xml:space="preserve">{DASH} </w:t>'),
        f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        _run(f'<w:t xml:space="preserve"> {DASH}</w:t>'),
    ):
        paragraph.append(parse_xml(piece))


def _run(inner: str) -> str:
    return f'<w:r xmlns:w="{W}">{inner}</w:r>'


def _clean(text: str) -> str:
    return NOT_IN_XML.sub("", text)
