"""Small words for reading WordprocessingML, transitional and strict alike."""

from xml.etree.ElementTree import Element

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_OFF = ("0", "false", "off", "none")


def kind(node: Element) -> str:
    """The local name of a node: p, r, t, AlternateContent."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def is_word(node: Element) -> bool:
    """Whether the node is WordprocessingML and not, say, a drawing's."""
    return isinstance(node.tag, str) and node.tag[1:].rpartition("}")[0] in _WORD


def child(node: Element | None, *path: str) -> Element | None:
    """The first descendant down these local names."""
    for name in path:
        node = next((found for found in node if kind(found) == name), None) if node is not None else None
    return node


def value(node: Element | None, *path: str, of: str = "val") -> str | None:
    """An attribute of the first descendant down these local names."""
    found = child(node, *path)
    if found is None:
        return None
    return next((text for key, text in found.attrib.items() if key.rpartition("}")[2] == of), None)


def number(node: Element | None, *path: str, of: str = "val") -> int | None:
    """The same as a number; None if it is none."""
    text = value(node, *path, of=of)
    return int(text) if text and text.lstrip("-").isdecimal() and len(text) < 10 else None


def is_on(node: Element | None, *path: str) -> bool:
    """Whether a switch like <w:vanish/> is there and not turned off."""
    return child(node, *path) is not None and value(node, *path) not in _OFF
