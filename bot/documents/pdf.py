"""The report as a PDF for reading on a phone, set by typst with the fonts found on this machine."""

import json
import re
from typing import TYPE_CHECKING

from bot.documents.phone_page import PAGE_MM, SOURCE
from bot.documents.title_lines import title_lines
from bot.report import BlockKind, Report, ReportBlock

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

TITLE_LINE = 14
"""Characters of a title line on this page."""

FACES = {
    "title": ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "STZhongsong"),
    "heading": (
        "SimHei",
        "STHeiti",
        "PingFang SC",
        "Microsoft YaHei",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
    ),
    "subheading": ("KaiTi", "STKaiti", "Kaiti SC", "LXGW WenKai", "AR PL UKai CN", "AR PL KaitiM GB"),
    "body": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STSong", "SimSun", "AR PL UMing CN"),
}
"""Which installed faces serve each role, best first. On a screen 宋 reads better than thin 仿宋.

Where none is there, a role takes the body's; where the body has none, any font with Chinese will do.
"""

ANY_CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "FangSong",
)

_PROBE = '#set document(title: "probe")\n#set text(lang: "zh", region: "cn")\n#"述职廉政"'
_STRICT: "PDFStandard" = "ua-1"
"""A kind of PDF that the typesetter refuses to write with a character that no font has."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class NoChineseFont(Exception):
    """No font on this machine has Chinese characters."""


def pdf_file(report: Report) -> bytes:
    """The PDF, with the headings as bookmarks and no name in its metadata. Equal reports give equal bytes.

    Whatever stands in the report is set as it is: the typesetter never reads it as markup.
    """
    from typst import Compiler, Fonts

    fonts = Fonts(include_embedded_fonts=False)
    check_chinese(fonts)
    compiler = Compiler(SOURCE.encode(), font_paths=fonts, ignore_system_fonts=True)
    data = {
        "title": _clean(report.title),
        "page": PAGE_MM,
        "fonts": _faces(fonts),
        "blocks": [_block(block) for block in report.blocks],
    }
    pdf = compiler.compile(format="pdf", sys_inputs={"report": json.dumps(data)})
    assert isinstance(pdf, bytes)
    return pdf


def check_chinese(fonts: "Fonts") -> None:
    """Raises NoChineseFont unless one of the fonts has Chinese characters."""
    from typst import Compiler, TypstError

    try:
        Compiler(_PROBE.encode(), font_paths=fonts, ignore_system_fonts=True).compile(
            format="pdf", pdf_standards=_STRICT
        )
    except TypstError as error:
        raise NoChineseFont from error


def _faces(fonts: "Fonts") -> dict[str, list[str]]:
    """For each role the installed faces, best first; never a name that is not installed."""
    installed = set(fonts.families())
    body = [face for face in (*FACES["body"], *ANY_CHINESE) if face in installed] or sorted(installed)
    return {role: [*(face for face in faces if face in installed), *body] for role, faces in FACES.items()}


def _block(block: ReportBlock) -> dict[str, object]:
    text = _clean(block.text)
    title = block.kind is BlockKind.TITLE
    lines = title_lines(text.replace("\n", ""), TITLE_LINE) if title else text.split("\n")
    return {"kind": block.kind.value, "level": max(block.level, 1), "lines": lines}


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
