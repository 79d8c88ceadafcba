"""Word's automatic numbering as the text it shows: 一、 （二） 3. and so on, counted through the document."""

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from bot.documents.word_counting import counted
from bot.documents.word_xml import child, is_on, kind, number, value

LEVELS = 9
MOST_LINKS = 20
"""Steps up a chain of styles; a chain that runs in a circle ends there."""

BULLET = "•"
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    restarts: bool = True
    suffix: str = "tab"
    of_style: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What numbering needs to know of a style."""

    name: str
    based_on: str | None
    list: int | None
    level: int | None


@dataclass(slots=True)
class Numbers:
    """The lists and styles of one document, and how far each list has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[int, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    styles: dict[str, ParagraphStyle] = field(default_factory=dict)
    default_style: str | None = None
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)

    def style_name(self, paragraph: Element) -> str:
        """The name of the paragraph's style, in small letters."""
        style = self.styles.get(value(paragraph, "pPr", "pStyle") or self.default_style or "")
        return style.name if style else ""

    def prefix(self, paragraph: Element) -> str:
        """What Word shows in front of this paragraph, which is the next of the document; counts it."""
        found = self._list_of(paragraph)
        if found is None or found[0] not in self.lists:
            return ""
        list_id, at = found
        definition, own = self.lists[list_id]
        levels = {**self.levels.get(definition, {}), **own}
        counts = self._counts.setdefault(definition, [None] * LEVELS)
        if list_id not in self._seen:
            self._seen.add(list_id)
            for overridden in own:
                counts[overridden] = None
        for upper in range(at):
            if counts[upper] is None:
                counts[upper] = levels.get(upper, Level()).start
        level = levels.get(at, Level())
        before = counts[at]
        counts[at] = level.start if before is None else before + 1
        for deeper in range(at + 1, LEVELS):
            if levels.get(deeper, Level()).restarts:
                counts[deeper] = None
        return _shown(level, levels, counts)

    def _list_of(self, paragraph: Element) -> tuple[int, int] | None:
        """The list and level a paragraph belongs to, by itself or by its style."""
        properties = child(paragraph, "pPr", "numPr")
        list_id, level = number(properties, "numId"), number(properties, "ilvl")
        style_id = value(paragraph, "pPr", "pStyle") or self.default_style
        origin = None
        for _ in range(MOST_LINKS):
            style = self.styles.get(style_id or "")
            if style is None or list_id is not None:
                break
            list_id, origin = style.list, style_id
            level = style.level if level is None else level
            style_id = style.based_on
        if not list_id:
            return None
        if level is None and origin:
            known = self.levels.get(self.lists.get(list_id, ("", {}))[0], {})
            level = next((at for at, one in known.items() if one.of_style == origin), 0)
        return list_id, min(max(level or 0, 0), LEVELS - 1)


def numbers_of(numbering: Element | None, styles: Element | None) -> Numbers:
    """The numbering that numbering.xml and styles.xml describe; either may be missing."""
    out = Numbers()
    for style in styles if styles is not None else ():
        if kind(style) == "style" and (style_id := value(style, of="styleId")):
            out.styles[style_id] = ParagraphStyle(
                (value(style, "name") or "").casefold(),
                value(style, "basedOn"),
                number(style, "pPr", "numPr", "numId"),
                number(style, "pPr", "numPr", "ilvl"),
            )
            if value(style, of="type") == "paragraph" and value(style, of="default") in ("1", "true"):
                out.default_style = style_id
    linked: dict[str, str] = {}
    links: dict[str, str] = {}
    for part in numbering if numbering is not None else ():
        if kind(part) == "abstractNum":
            definition = value(part, of="abstractNumId") or ""
            out.levels[definition] = dict(_levels(part))
            if link := value(part, "styleLink"):
                linked[link] = definition
            if link := value(part, "numStyleLink"):
                links[definition] = link
        elif kind(part) == "num" and (list_id := number(part, of="numId")) is not None:
            out.lists[list_id] = (value(part, "abstractNumId") or "", {})
    for definition, link in links.items():
        out.levels[definition] = out.levels.get(linked.get(link, ""), {})
    for part in numbering if numbering is not None else ():
        if kind(part) == "num" and (list_id := number(part, of="numId")) is not None:
            out.lists[list_id][1].update(_overrides(part, out.levels.get(out.lists[list_id][0], {})))
    return out


def _levels(part: Element) -> list[tuple[int, Level]]:
    return [
        (at, _level(node))
        for node in part
        if kind(node) == "lvl" and (at := number(node, of="ilvl")) is not None and 0 <= at < LEVELS
    ]


def _overrides(part: Element, levels: dict[int, Level]) -> dict[int, Level]:
    """What one list changes of its definition."""
    out = {}
    for node in part:
        at = number(node, of="ilvl")
        if kind(node) != "lvlOverride" or at is None or not 0 <= at < LEVELS:
            continue
        own = child(node, "lvl")
        level = _level(own) if own is not None else levels.get(at, Level())
        start = number(node, "startOverride")
        out[at] = replace(level, start=start) if start is not None else level
    return out


def _level(node: Element) -> Level:
    start = number(node, "start")
    return Level(
        start=1 if start is None else start,
        style=value(node, "numFmt") or "decimal",
        text=value(node, "lvlText") or "",
        legal=is_on(node, "isLgl"),
        restarts=number(node, "lvlRestart") != 0,
        suffix=value(node, "suff") or "tab",
        of_style=value(node, "pStyle"),
    )


def _shown(level: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    if level.style == "bullet":
        return f"{BULLET} "

    def place(found: re.Match[str]) -> str:
        at = int(found.group(1)) - 1
        one = levels.get(at, Level())
        return counted(counts[at] or 0, "decimal" if level.legal else one.style)

    text = _PLACE.sub(place, level.text)
    gap = level.suffix == "space" or (level.suffix == "tab" and text[-1:].isalnum())
    return f"{text} " if text and gap else text
