"""Typesetting a page with typst and the fonts found on this machine: `python -m bot.documents.typesetting`.

A process of its own, because the typesetter keeps a hundred megabytes of fonts: they go with it. A page comes
in as JSON, the PDF goes out.
"""

import json
import signal
import sys
from typing import TYPE_CHECKING, Any

from bot.documents.phone_page import SOURCE

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

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

_PROBE = (
    '#set document(title: "probe")\n#set text(lang: "zh", region: "cn", font: sys.inputs.any)\n#"述职廉政"'
)
"""Set in a font that is there: without one of its own, the typesetter leaves text out and says nothing."""
_STRICT: "PDFStandard" = "ua-1"
"""A kind of PDF that the typesetter refuses to write with a character that no font has."""

WITHOUT_FONT = 3
"""The exit code where no font has Chinese."""


class NoChineseFont(Exception):
    """No font on this machine has Chinese characters."""


def typeset(page: dict[str, Any]) -> bytes:
    """The PDF of a page made by `pdf.page_of`. Raises NoChineseFont."""
    from typst import Compiler, Fonts

    fonts = Fonts(include_embedded_fonts=False)
    check_chinese(fonts)
    compiler = Compiler(SOURCE.encode(), font_paths=fonts, ignore_system_fonts=True)
    pdf = compiler.compile(format="pdf", sys_inputs={"report": json.dumps({**page, "fonts": _faces(fonts)})})
    assert isinstance(pdf, bytes)
    return pdf


def check_chinese(fonts: "Fonts") -> None:
    """Raises NoChineseFont unless one of the fonts has Chinese characters."""
    from typst import Compiler, TypstError

    installed = fonts.families()
    if not installed:
        raise NoChineseFont
    try:
        Compiler(_PROBE.encode(), font_paths=fonts, ignore_system_fonts=True).compile(
            format="pdf", pdf_standards=_STRICT, sys_inputs={"any": installed[0]}
        )
    except TypstError as error:
        raise NoChineseFont from error


def _faces(fonts: "Fonts") -> dict[str, list[str]]:
    """For each role the installed faces, best first; never a name that is not installed."""
    installed = set(fonts.families())
    body = [face for face in (*FACES["body"], *ANY_CHINESE) if face in installed] or sorted(installed)
    return {role: [*(face for face in faces if face in installed), *body] for role, faces in FACES.items()}


def main() -> int:
    """Read a page, write its PDF. Whoever stops the program waits for it, which takes no time."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)
    try:
        sys.stdout.buffer.write(typeset(json.load(sys.stdin)))
    except NoChineseFont:
        return WITHOUT_FONT
    return 0


if __name__ == "__main__":
    sys.exit(main())
