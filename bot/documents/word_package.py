"""The .docx around the text: settings, fonts, metadata, and the same bytes for the same document."""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.documents import fonts
from bot.documents.fonts import Font
from bot.documents.word_styles import W, styles_xml

if TYPE_CHECKING:
    from docx.document import Document

EARLIEST = datetime(1980, 1, 1)
"""The first day a zip can tell: the date of all its parts and of the document."""

_UNWANTED = (
    "stylesWithEffects",
    "webSettings",
    "theme",
    "customXml",
    "numbering",
    "thumbnail",
    "extended-properties",
)

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_COMPATIBLE = "http://schemas.microsoft.com/office/word"

SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    f"<w:compat><w:useFELayout/>"
    f'<w:compatSetting w:name="compatibilityMode" w:uri="{_COMPATIBLE}" w:val="15"/>'
    f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_COMPATIBLE}" w:val="1"/>'
    f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{_COMPATIBLE}" w:val="1"/>'
    f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{_COMPATIBLE}" w:val="1"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)
"""Word 2013 mode (no "compatibility mode" in its title bar); page numbers of odd and even pages differ."""


def new_document(title: str) -> "Document":
    """An empty document with our styles and nothing that python-docx's own template says about itself."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
            del rels[key]
    _refill(document.styles.element, parse_xml(styles_xml()))
    _refill(document.settings.element, parse_xml(SETTINGS))
    for rel in document.part.rels.values():
        if rel.reltype.endswith("/fontTable"):
            rel.target_part._blob = _font_table().encode()
    core = document.core_properties
    _refill(core._element, [])
    core.title = title
    core.language = "zh-CN"
    core.created = core.modified = EARLIEST
    return document


def packed(document: "Document") -> bytes:
    """The document as a .docx: equal documents are equal bytes."""
    for part in document.part.package.iter_parts():
        root = getattr(part, "_element", None)
        if root is not None:
            root.attrib.pop(_IGNORABLE, None)
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with ZipFile(raw) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, EARLIEST.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return out.getvalue()


def _refill(element: Any, children: Any) -> None:
    for child in list(element):
        element.remove(child)
    for child in list(children):
        element.append(child)


def _font_table() -> str:
    return f'<w:fonts xmlns:w="{W}">{"".join(map(_font, fonts.ALL))}</w:fonts>'


def _font(font: Font) -> str:
    return (
        f'<w:font w:name="{font.name}"><w:altName w:val="{",".join(font.stand_ins)}"/>'
        f'<w:panose1 w:val="{font.panose}"/><w:charset w:val="86"/><w:family w:val="{font.family}"/>'
        '<w:pitch w:val="default"/></w:font>'
    )
