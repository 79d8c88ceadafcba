"""Marks: half-width ones in Chinese, pairs, blanks, missing stops. GB/T 15834-2011."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.page import Line
from bot.proofreading.reading import Reading

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。", "．": "。"}
_HAN = r"[\u4e00-\u9fff”’》）】]"
_HALF = re.compile(
    rf"(?<={_HAN})[,;:!?()]|[,;!?()](?={_HAN.replace('”’》）】', '“‘《（【')})"
    rf"|(?<={_HAN})[.．](?=\s|$|{_HAN})"
)
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "【": "】", "「": "」", "〔": "〕"}
_CLOSERS = {close: open_ for open_, close in _PAIRS.items()}
_STRAIGHT = re.compile(r'"')
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff，。；：、！？”》）])[ \u3000\xa0\t]+(?=[\u4e00-\u9fff“《（])")
_TRAILING = re.compile(r"(?<=[^\s])[ \u3000\t]+(?=\n|$)")
_PERCENT = re.compile("[%％]")


def half_width(reading: Reading) -> Iterator[Finding]:
    """, ; : ! ? ( ) . next to Chinese; a pair of brackets is judged by either of its ends."""
    spots = {match.start() for match in _HALF.finditer(reading.text)}
    for at in sorted(spots):
        char = reading.text[at]
        line = reading.page.line_number(at)
        if char == ":" and reading.text[at + 1 : at + 3] == "//":
            continue
        yield reading.finding("marks.half-width", at, at + 1, fix=_FULL[char], row=line)


def pairs(reading: Reading) -> Iterator[Finding]:
    """An opening mark without its closing one in the same paragraph, or the other way round."""
    for line in reading.page.lines:
        open_: list[tuple[str, int]] = []
        for at, char in enumerate(line.text):
            if char in _PAIRS:
                if char in "“《" and open_ and open_[-1][0] == char:
                    yield _unpaired(reading, line, open_.pop()[1])
                open_.append((char, at))
            elif char in _CLOSERS:
                if open_ and open_[-1][0] == _CLOSERS[char]:
                    open_.pop()
                elif any(mark == _CLOSERS[char] for mark, _ in open_):
                    while open_[-1][0] != _CLOSERS[char]:
                        yield _unpaired(reading, line, open_.pop()[1])
                    open_.pop()
                else:
                    yield _unpaired(reading, line, at)
        for _, at in open_:
            yield _unpaired(reading, line, at)


def _unpaired(reading: Reading, line: Line, at: int) -> Finding:
    return reading.finding("marks.unpaired", line.start + at, line.start + at + 1)


def straight_quotes(reading: Reading) -> Iterator[Finding]:
    """ASCII quotation marks in a Chinese line; turned by their order in the line."""
    for line in reading.page.lines:
        spots = [match.start() for match in _STRAIGHT.finditer(line.text)]
        for index, at in enumerate(spots):
            fix = ("“" if index % 2 == 0 else "”") if len(spots) % 2 == 0 else None
            yield reading.finding("marks.straight-quotes", line.start + at, line.start + at + 1, fix=fix)


def blanks(reading: Reading) -> Iterator[Finding]:
    """Blanks between Chinese characters of a paragraph, and behind the end of a line."""
    for line in reading.page.lines:
        if line.is_body or line.is_heading:
            for match in _BLANK.finditer(line.text):
                start, end = line.start + match.start(), line.start + match.end()
                yield reading.finding("marks.blank", start, end, fix="")
    for match in _TRAILING.finditer(reading.text):
        yield reading.finding("marks.trailing-blank", match.start(), match.end(), fix="")


def percents(reading: Reading) -> Iterator[Finding]:
    """% and ％ in one text: the rarer one is marked."""
    spots = [(match.start(), match.group()) for match in _PERCENT.finditer(reading.text)]
    wide = sum(1 for _, mark in spots if mark == "％")
    if not 0 < wide < len(spots):
        return
    rare = "％" if wide * 2 <= len(spots) else "%"
    for at, mark in spots:
        if mark == rare:
            fix = "%" if mark == "％" else "％"
            yield reading.finding("marks.percent", at, at + 1, fix=fix)


def line_ends(reading: Reading) -> Iterator[Finding]:
    """A long paragraph that ends without a stop."""
    for line in reading.page.lines:
        if len(line.text) > 60 and re.search(r"[\u4e00-\u9fff，、；]$", line.text):
            start = line.end - 2
            yield reading.finding("marks.no-stop", start, line.end)


_SALUTED = re.compile(
    r"^(?:尊敬的|各位|同志们).{0,24}(?:领导|同志们?|代表|委员|评委|同事|朋友)(?P<w>[；。，、;,.])$"
)
_CLOSED = re.compile(
    r"(?:谢谢(?:大家|各位)?|批评指正|请?予?(?:审议|评议|审查|指正)|述职完毕|报告完毕|特此报告)$"
)
HEAD_LINES = 6
TAIL_LINES = 5


def salutation(reading: Reading) -> Iterator[Finding]:
    """A salutation that ends with another mark than a colon."""
    for line in reading.page.lines[:HEAD_LINES]:
        match = _SALUTED.match(line.text)
        if match:
            at = line.start + match.start("w")
            yield reading.finding("marks.salutation", at, at + 1, fix="：")


def closing(reading: Reading) -> Iterator[Finding]:
    """The closing words without a stop."""
    if not reading.page.is_whole:
        return
    for line in reading.page.lines[-TAIL_LINES:]:
        match = _CLOSED.search(line.text)
        if match and line.ordinal is None:
            yield reading.finding("marks.no-stop", line.start + match.start(), line.end)


def indents(reading: Reading) -> Iterator[Finding]:
    """Some paragraphs indented and some not: the rarer way is marked."""
    title = reading.page.title
    body = [one for one in reading.page.lines if (one.is_body or one.ordinal) and one is not title]
    deep = [line for line in body if line.start > line.at]
    flat = [line for line in body if line.start == line.at]
    if not deep or not flat or len(body) < 5:
        return
    for line in min(flat, deep, key=len):
        end = min(line.end, line.start + 4)
        yield reading.finding("marks.indent", line.start, end)
