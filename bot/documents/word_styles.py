"""The styles of the .docx: built-in ones by their own names, so that Word's outline knows them."""

from dataclasses import dataclass

from bot.documents import fonts
from bot.documents.fonts import Font
from bot.documents.page import (
    BODY_SIZE,
    CHARACTER,
    CHARACTER_TWIPS,
    LINE_TWIPS,
    PAGE_NUMBER_SIZE,
    TITLE_SIZE,
    twips,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Indents in characters, spaces in lines of the grid; `level` counts from 1."""

    name: str
    font: Font = fonts.FANGSONG
    size: int = BODY_SIZE
    align: str = "both"
    indent: int = 0
    before: int = 0
    after: int = 0
    level: int = 0
    stays: bool = False
    tight: bool = True
    line: int = LINE_TWIPS

    @property
    def id(self) -> str:
        """The style's id: its name without blanks, as Word makes it."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


NORMAL = Style("Normal")
TITLE = Style("Title", fonts.XIAOBIAOSONG, TITLE_SIZE, "center", after=1, stays=True, tight=False)
SALUTATION = Style("Salutation")
BODY = Style("Body Text", indent=2)
SIGNATURE = Style("Signature", align="left", before=1, stays=True)
DATE = Style("Date", align="left")
FOOTER = Style("footer", fonts.SONGTI, PAGE_NUMBER_SIZE, "right", tight=False, line=twips(PAGE_NUMBER_SIZE))

HEADINGS = (
    Style("heading 1", fonts.HEITI, indent=2, level=1, stays=True),
    Style("heading 2", fonts.KAITI, indent=2, level=2, stays=True),
    Style("heading 3", indent=2, level=3, stays=True),
    Style("heading 4", indent=2, level=4, stays=True),
)
"""7.3.3: 第一层黑体, 第二层楷体, 第三层 and 第四层 仿宋. None is bold."""

STYLES = (NORMAL, TITLE, SALUTATION, BODY, *HEADINGS, SIGNATURE, DATE, FOOTER)


def font_names(font: Font) -> str:
    """The font for every script, so that figures and quotation marks do not fall into a Latin face."""
    return (
        f'<w:rFonts w:ascii="{font.name}" w:hAnsi="{font.name}" w:eastAsia="{font.name}" w:cs="{font.name}"/>'
    )


def _properties(style: Style) -> str:
    """The paragraph's part of a style.

    Marks may hang into the margin, as in Word unless it is told not to. LibreOffice (7.4) reads that switch
    the other way round and, where marks do hang, loses some of them at the ends of lines.
    """
    keep = "<w:keepNext/><w:keepLines/>" if style.stays else ""
    chars = f'w:firstLineChars="{style.indent * 100}" ' if style.indent else ""
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return (
        f'<w:pPr>{keep}<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/>'
        f'<w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="{style.before * LINE_TWIPS}" '
        f'w:after="{style.after * LINE_TWIPS}" w:line="{style.line}" w:lineRule="exact"/>'
        f'<w:ind {chars}w:firstLine="{twips(style.indent * CHARACTER)}"/>'
        f'<w:jc w:val="{style.align}"/>{level}</w:pPr>'
    )


def _style(style: Style) -> str:
    default = ' w:default="1"' if style is NORMAL else ""
    based = "" if style is NORMAL else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="BodyText"/>' if style.level or style in (TITLE, SALUTATION) else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{based}{following}<w:qFormat/>{_properties(style)}"
        f'<w:rPr>{font_names(style.font)}<w:snapToGrid w:val="0"/><w:color w:val="000000"/>'
        f'<w:spacing w:val="{CHARACTER_TWIPS if style.tight else 0}"/><w:kern w:val="0"/>'
        f"{_size(style.size)}</w:rPr></w:style>"
    )


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def styles_xml() -> str:
    """The whole word/styles.xml."""
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{font_names(fonts.FANGSONG)}'
        f"{_size(BODY_SIZE)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + "".join(map(_style, STYLES))
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        "</w:styles>"
    )
