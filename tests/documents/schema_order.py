"""The order in which ISO/IEC 29500-1 wants the children of those elements that our .docx uses.

Word refuses a file, or offers to repair it, where LibreOffice takes any order.
"""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORDER = {
    "document": "background body",
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
        shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
        adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
        textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
        snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
        vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
        printerSettings sectPrChange""",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins
        defaultTabStop autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing
        drawingGridVerticalSpacing characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr
        endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator""",
    "compat": "balanceSingleByteDoubleByteWidth useFELayout compatSetting",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
        qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "ftr": "p",
    "hdr": "p",
    "fldSimple": "fldData r",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "r": "rPr t br tab",
    "p": "pPr r fldSimple",
    "body": "p sectPr",
}
"""By local name. In r, p and body only the first or the last place counts."""

MIXED = {"r": ("rPr",), "p": ("pPr",), "body": ()}
"""Where content may come in any order: what has to be first in it."""
REPEATED = frozenset({"headerReference", "footerReference", "compatSetting", "style", "font", "p", "r"})


def misplaced(root: Element) -> Iterator[str]:
    """Every element that stands where the schema has no place for it."""
    for parent in root.iter():
        name = _local(parent)
        children = [_local(child) for child in parent]
        if not children:
            continue
        if name not in ORDER:
            yield f"{name} has children"
            continue
        order = ORDER[name].split()
        yield from (f"{child} in {name}" for child in children if child not in order)
        if name == "body":
            yield from (f"{child} after sectPr" for child in children[children.index("sectPr") + 1 :])
        elif name in MIXED:
            yield from (f"{c} later in {name}" for c in children[1:] if c in MIXED[name])
        else:
            places = [order.index(child) for child in children if child in order]
            yield from (f"{order[b]} after {order[a]} in {name}" for a, b in pairwise(places) if b < a)
            twice = {child for child in children if children.count(child) > 1} - REPEATED
            yield from (f"{child} twice in {name}" for child in sorted(twice))


def _local(element: Element) -> str:
    return element.tag.removeprefix(W)
