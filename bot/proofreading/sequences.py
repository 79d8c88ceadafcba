"""一是、二是、三是 and their like inside a section: order, gaps, repeats, nesting, mixed kinds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.numerals import chinese
from bot.proofreading.finding import Finding
from bot.proofreading.page import number
from bot.proofreading.reading import Reading

_TOKEN = re.compile(
    r"(?P<c>[①-⑳])|(?<![\u4e00-\u9fff])"
    r"(?:(?P<n>[一二三四五六七八九十]{1,3})(?P<kind>是要|要(?![素点件害道领务])|是)|其(?P<q>[一二三四五六七八九])(?=[，、：是])"
    r"|第(?P<d>[一二三四五六七八九])(?=[，、：]|是))"
)
_CIRCLED = ord("①") - 1


@dataclass(frozen=True, slots=True)
class Item:
    """One marker: its number, its kind (是, 要, 其, 第, 圈), its place and the line it stands in."""

    value: int
    kind: str
    start: int
    end: int
    line: int
    opens_line: bool


@dataclass(slots=True)
class Run:
    """Markers that count on from one another."""

    items: list[Item] = field(default_factory=list)

    @property
    def last(self) -> Item:
        """The newest marker."""
        return self.items[-1]


def sequences(reading: Reading) -> Iterator[Finding]:
    """Every fault in the counting of every section."""
    for scope in _scopes(reading):
        yield from _scope(reading, scope)


_OPENED = re.compile(r"(?<=[：:。；，])(?:一、|1[、.．]|①|[（(][一1][)）])(?=[\u4e00-\u9fff])")


def opened(reading: Reading) -> Iterator[Finding]:
    """一、 inside a paragraph that counts on with 二是."""
    for line in reading.page.lines:
        match = _OPENED.search(line.text)
        if match:
            rest = line.text[match.end() :]
            second = rest.find("二是")
            if second > 0 and "一是" not in line.text and not re.search("二、|2[、.．]|②", rest[:second]):
                start, end = line.start + match.start(), line.start + match.end()
                yield reading.finding("ordinals.sequence-opened", start, end, fix="一是")


def _scopes(reading: Reading) -> Iterator[list[Item]]:
    items: list[Item] = []
    for line in reading.page.lines:
        if line.ordinal is not None:
            yield items
            items = []
        for match in _TOKEN.finditer(line.text):
            written = match["n"] or match["q"] or match["d"] or match["c"]
            value = ord(written) - _CIRCLED if match["c"] else number(written)
            after = line.text[match.end() : match.end() + 2]
            idiom = match["n"] is not None and after.startswith(written)
            if not value or idiom:
                continue
            kind = (match["kind"] or "")[:1] or ("其" if match["q"] else "第" if match["d"] else "圈")
            start = line.start + match.start()
            items.append(Item(value, kind, start, line.start + match.end(), line.number, match.start() == 0))
    yield items


def _scope(reading: Reading, items: list[Item]) -> Iterator[Finding]:
    stack: list[Run] = []
    runs: list[Run] = []
    for item in items:
        if item.value == 1:
            if (
                stack
                and stack[-1].last.line == item.line
                and stack[-1].last.opens_line
                and (stack[-1].last.kind == item.kind)
            ):
                yield reading.finding("ordinals.sequence-nested", item.start, item.end)
            else:
                stack.clear()
            stack.append(Run([item]))
            runs.append(stack[-1])
            continue
        home = next((run for run in reversed(stack) if run.last.value + 1 == item.value), None)
        if home is None and stack:
            rule, run = _fault(stack[-1], item)
            fix = _renumbered(reading.text[item.start : item.end], item, run.last.value + 1)
            yield reading.finding(rule, item.start, item.end, fix=fix)
            run.items.append(item)
            continue
        if home is None:
            yield reading.finding("ordinals.sequence-start", item.start, item.end)
            stack.append(Run([item]))
            runs.append(stack[-1])
            continue
        if home.last.kind != item.kind:
            yield reading.finding("ordinals.sequence-mixed", item.start, item.end)
        home.items.append(item)
        while stack[-1] is not home:
            stack.pop()
    for run in runs:
        yield from _whole_run(reading, run)


def _renumbered(written: str, item: Item, value: int) -> str:
    if item.kind == "圈":
        return chr(_CIRCLED + value)
    return written.replace(chinese(item.value), chinese(value), 1)


def _fault(run: Run, item: Item) -> tuple[str, Run]:
    if item.value == run.last.value:
        return "ordinals.sequence-repeat", run
    return "ordinals.sequence-gap", run


def _whole_run(reading: Reading, run: Run) -> Iterator[Finding]:
    if len(run.items) == 1 and run.last.value == 1 and run.last.kind in "是其":
        yield reading.finding("ordinals.sequence-alone", run.last.start, run.last.end)
        return
    if len(run.items) < 2:
        return
    text = reading.text
    paused = [item for item in run.items if text[item.end : item.end + 1] in ("，", "、", "：")]
    if run.items[0].kind in "是要" and 0 < len(paused) < len(run.items):
        for item in paused:
            written = text[item.start : item.end + 1]
            yield reading.finding("ordinals.sequence-pause", item.start, item.end + 1, fix=written[:-1])
    ends = [(item, text[item.start - 1]) for item in run.items[1:] if item.start and not item.opens_line]
    kinds = {mark for _, mark in ends}
    if "；" in kinds and "。" in kinds:
        for item, mark in ends:
            if mark == "；":
                yield reading.finding("ordinals.sequence-stops", item.start - 1, item.end)
