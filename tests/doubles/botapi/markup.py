"""HTML messages as Telegram reads them: strictly parsed, measured only after parsing.

Stricter than the real server in one point: an `&` that starts no known reference is an error here, because it
means that somebody forgot to escape a person's text.
"""

import html
import re
from dataclasses import dataclass, field
from typing import NoReturn

from .wire import ApiError, Json, bad, utf16

MAX_ENTITIES = 100
MAX_RAW_BYTES = 1 << 15
KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
TOKEN = re.compile(r"<(/?)([^\s<>/]*)([^<>]*)>|<|&(?:#x[0-9a-fA-F]{1,6}|#\d{1,7}|lt|gt|amp|quot);|&")
ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")


@dataclass(frozen=True)
class Formatted:
    """A text without its markup. `dropped` counts the entities over the limit: Telegram loses them."""

    text: str
    entities: list[Json]
    dropped: int
    html: str


def formatted(source: str, parse_mode: str, entities: list[Json]) -> Formatted:
    """The text a reader sees, trimmed as Telegram trims it."""
    if len(source.encode()) > MAX_RAW_BYTES:
        raise bad("text is too long")
    if not parse_mode:
        text, marks, rendered = (
            source,
            [dict(entity) for entity in entities],
            html.escape(source, quote=False),
        )
    elif parse_mode.lower() == "html":
        reader = _Reader(source)
        text, marks, rendered = reader.read(), reader.entities, source
    else:
        raise bad("unsupported parse_mode")
    text, marks = _trimmed(text, marks)
    marks.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(text, marks[:MAX_ENTITIES], max(0, len(marks) - MAX_ENTITIES), rendered.strip())


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    lead = utf16(text) - utf16(text.lstrip())
    text = text.strip()
    end = utf16(text)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] + entity["length"] - lead)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return text, kept


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


@dataclass
class _Reader:
    source: str
    entities: list[Json] = field(default_factory=list)
    _text: str = ""
    _open: list[_Open] = field(default_factory=list)

    def read(self) -> str:
        done = 0
        for token in TOKEN.finditer(self.source):
            self._text += self.source[done : token.start()]
            done = token.end()
            if token.group() == "<":
                self._bare_bracket(token.start())
            elif token.group() == "&":
                self._fail('Unescaped "&"', token.start())
            elif token.group().startswith("&"):
                self._text += html.unescape(token.group())
            elif token.group(1):
                self._close(token.group(2).lower(), token.start())
            else:
                self._start(token.group(2).lower(), token.group(3), token.start())
        self._text += self.source[done:]
        if self._open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return self._text

    def _start(self, tag: str, attributes: str, at: int) -> None:
        if tag not in KINDS:
            self._fail(f'Unsupported start tag "{tag}"', at)
        found = {
            name: html.unescape(double or single or bare)
            for name, double, single, bare in ATTRIBUTE.findall(attributes)
        }
        self._open.append(_Open(tag, found, utf16(self._text)))

    def _close(self, tag: str, at: int) -> None:
        if not self._open:
            self._fail("Unexpected end tag", at)
        opened = self._open.pop()
        if tag != opened.tag:
            offset = len(self.source[:at].encode())
            found = f'expected "</{opened.tag}>", found "</{tag}>"'
            raise _unparsable(f"Unmatched end tag at byte offset {offset}, {found}")
        length = utf16(self._text) - opened.start
        entity: Json = {"type": KINDS[tag], "offset": opened.start, "length": length}
        if tag == "a":
            if "href" not in opened.attributes:
                return
            entity["url"] = opened.attributes["href"]
        elif tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif tag == "pre":
            self.entities = [inner for inner in self.entities if inner["offset"] < opened.start]
        if length:
            self.entities.append(entity)

    def _bare_bracket(self, at: int) -> NoReturn:
        name = re.match(r"[^\s<>]*", self.source[at + 1 :])
        tag = name.group() if name else ""
        if at + 1 + len(tag) >= len(self.source):
            self._fail("Unclosed start tag", at)
        if tag.lower() not in KINDS:
            self._fail(f'Unsupported start tag "{tag}"', at)
        self._fail(f'Unclosed start tag "{tag}"', at)

    def _fail(self, problem: str, at: int) -> NoReturn:
        raise _unparsable(f"{problem} at byte offset {len(self.source[:at].encode())}")


def _unparsable(problem: str) -> ApiError:
    return bad(f"can't parse entities: {problem}")
