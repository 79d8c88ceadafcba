"""The text of a .docx in its accepted state, read as a stream within limits.

Kept: insertions, text boxes, automatic numbers, tables (a line per row, tabs between cells). Left out:
deletions, comments, hidden text, field codes, macros, pictures, headers, footers and notes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from bot.documents.archive import Archive
from bot.documents.refusals import Refusal, Unreadable
from bot.documents.word_numbers import Numbers, numbers_of
from bot.documents.word_xml import child, is_on, is_word, kind, value

MOST_DEPTH = 250
MOST_PARAGRAPHS = 20_000
MOST_NODES = 300_000
"""XML elements held at a time: of one paragraph or table, or of one smaller part. 150 MB at worst."""

_PROPERTIES = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr"})
_LEFT_OUT = _PROPERTIES | {"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "Fallback"}
_MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_NOT_A_LINE = ("page", "column")
_TITLE = "title"


def word_lines(archive: Archive) -> Iterator[str]:
    """The document's paragraphs and table rows in order. Raises Unreadable, or ParseError for bad XML."""
    folder, name = _main_part(archive)
    numbers = numbers_of(_tree(archive, f"{folder}numbering.xml"), _tree(archive, f"{folder}styles.xml"))
    reader = _Reader(numbers)
    with archive.part(name) as stream:
        for node in _top_level(stream):
            yield from reader.lines(node)
    yield from reader.rest()


def _main_part(archive: Archive) -> tuple[str, str]:
    """The folder and name of the part with the text."""
    target = "word/document.xml"
    relations = _tree(archive, "_rels/.rels")
    for relation in relations if relations is not None else ():
        if (value(relation, of="Type") or "").endswith("/officeDocument"):
            target = (value(relation, of="Target") or "").lstrip("/")
    if target not in archive or not target.startswith("word"):
        raise Unreadable(Refusal.NOT_WORD)
    return target.rpartition("/")[0] + "/", target


def _tree(archive: Archive, name: str) -> Element | None:
    if name not in archive:
        return None
    root = None
    with archive.part(name) as stream:
        for count, (_event, node) in enumerate(_nodes(stream)):
            _check(count // 2)
            root = node if root is None else root
    return root


def _nodes(stream: IO[bytes]) -> Iterator[tuple[str, Element]]:
    """Every node at its start and its end. Documents of this kind have no DTD and are never very deep."""
    depth = 0
    if b"<!DOCTYPE" in stream.peek(4096)[:4096]:  # type: ignore[attr-defined]
        raise Unreadable(Refusal.BROKEN)
    for event, node in iterparse(stream, ("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MOST_DEPTH:
            raise Unreadable(Refusal.BROKEN)
        yield event, node


def _top_level(stream: IO[bytes]) -> Iterator[Element]:
    """The children of <w:body>, each forgotten when the next is asked for."""
    open_nodes: list[Element] = []
    held = 0
    for event, node in _nodes(stream):
        if event == "start":
            open_nodes.append(node)
            held += 1
            _check(held)
            continue
        open_nodes.pop()
        if len(open_nodes) == 2 and kind(open_nodes[1]) == "body":
            yield node
            open_nodes[1].clear()
            held = 0


def _check(held: int) -> None:
    if held > MOST_NODES:
        raise Unreadable(Refusal.BOMB)


@dataclass(slots=True)
class _Reader:
    numbers: Numbers
    unfinished: str = ""
    paragraphs: int = 0
    boxes: list[Element] = field(default_factory=list)

    def lines(self, node: Element) -> Iterator[str]:
        """The lines of a block: a paragraph, a table, or something that holds such."""
        match kind(node):
            case "p":
                yield from self._paragraph(node)
            case "tbl":
                yield from self._rows(node)
            case "sdt" if is_on(node, "sdtPr", "showingPlcHdr"):
                return
            case "AlternateContent":
                yield from self._all(_choice(node))
            case name if name not in _LEFT_OUT:
                yield from self._all(node)

    def rest(self) -> Iterator[str]:
        """What is left of a last paragraph whose end was deleted."""
        if self.unfinished:
            yield self.unfinished

    def _all(self, node: Element) -> Iterator[str]:
        for inner in node:
            yield from self.lines(inner)

    def _paragraph(self, node: Element) -> Iterator[str]:
        self.paragraphs += 1
        if self.paragraphs > MOST_PARAGRAPHS:
            raise Unreadable(Refusal.TOO_LONG)
        text = self.unfinished + self._text(node)
        boxes, self.boxes = self.boxes, []
        marks = child(node, "pPr", "rPr")
        if child(marks, "del") is not None or child(marks, "moveFrom") is not None:
            self.unfinished = text
        else:
            self.unfinished = ""
            if self.numbers.style_name(node) == _TITLE:
                text = text.replace("\n", "")
            yield (self.numbers.prefix(node) if text.strip() else "") + text
        for box in boxes:
            yield from self._all(box)

    def _rows(self, table: Element) -> Iterator[str]:
        for row in _inside(table, "tr"):
            if child(row, "trPr", "del") is None:
                yield "\t".join(self._cell(cell) for cell in _inside(row, "tc"))

    def _cell(self, cell: Element) -> str:
        text = " ".join(line for line in self._all(cell) if line.strip())
        return " ".join(text.split())

    def _text(self, node: Element) -> str:
        """The words of one paragraph; text boxes are set aside."""
        out = []
        for inner in node:
            match kind(inner):
                case "t":
                    out.append(inner.text or "")
                case name if name in _LEFT_OUT:
                    pass
                case name if name in _MARKS and is_word(inner):
                    out.append(_MARKS[name])
                case "br" if is_word(inner):
                    out.append("" if value(inner, of="type") in _NOT_A_LINE else "\n")
                case "txbxContent":
                    self.boxes.append(inner)
                case "r" if is_on(inner, "rPr", "vanish"):
                    pass
                case "sdt" if is_on(inner, "sdtPr", "showingPlcHdr"):
                    pass
                case "AlternateContent":
                    out.append(self._text(_choice(inner)))
                case _:
                    out.append(self._text(inner))
        return "".join(out)


def _choice(node: Element) -> Element:
    """What a current Word shows of two ways to say the same."""
    chosen = child(node, "Choice")
    return chosen if chosen is not None else next(iter(node), node)


def _inside(node: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also where a content control or an insertion wraps them."""
    for inner in node:
        if kind(inner) == name:
            yield inner
        elif kind(inner) not in _LEFT_OUT and kind(inner) not in ("tbl", "tr", "tc"):
            yield from _inside(inner, name)
