"""Ordinals of headings: their order, their marks, and the stop behind a heading. GB/T 9704-2012, 7.3.3."""

import re
from collections.abc import Iterator

from bot.numerals import chinese
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_MARKS = {1: "、", 3: "."}
_INLINE = re.compile(r"(?<=[。；：！？])[ \u3000]?(?P<n>\d{1,2})(?P<mark>、|[.．]、?)(?=[\u4e00-\u9fff“《])")
_STOP = "。；;，,：:、"


def order(reading: Reading) -> Iterator[Finding]:
    """Repeats and gaps among the headings of one level under one heading of the level above."""
    last: dict[int, int] = {}
    for line in reading.page.lines:
        here = line.ordinal
        if here is None:
            continue
        expected = last.get(here.level, 0) + 1
        if here.value != expected and not (here.value == 1 and here.level > 1 and expected > 2):
            rule = "ordinals.heading-repeat" if here.value == expected - 1 else "ordinals.heading-gap"
            right = chinese(expected) if here.level < 3 else str(expected)
            fixed = here.written.replace(here.numeral, right, 1)
            yield reading.finding(rule, here.start, here.end, fix=fixed)
        last[here.level] = here.value
        for lower in [level for level in last if level > here.level]:
            del last[lower]


def marks(reading: Reading) -> Iterator[Finding]:
    """一、 （一） 1. （1）: any other mark behind the numeral."""
    for line in reading.page.lines:
        here = line.ordinal
        if here is None:
            continue
        right = here.numeral + _MARKS[here.level] if here.level in _MARKS else f"（{here.numeral}）"
        written = here.written.replace("．", ".")
        if written != right and not (here.level == 1 and here.mark in "，：,:" and not line.is_heading):
            yield reading.finding("ordinals.mark", here.start, here.end, fix=right)
    for match in _INLINE.finditer(reading.text):
        if match["mark"] not in (".", "．"):
            at = match.start("n")
            yield reading.finding("ordinals.mark", at, match.end(), fix=f"{match['n']}.")


def stops(reading: Reading) -> Iterator[Finding]:
    """A stand-alone heading carries no stop."""
    lines = reading.page.lines
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        if not line.is_heading or line.text[-1] not in _STOP or line.ordinal is None:
            continue
        alone = below is not None and below.ordinal is None and below.is_body
        if line.ordinal.level > 2 and not alone:
            continue
        start = max(line.ordinal.end, line.end - 3)
        yield reading.finding(
            "marks.heading-stop", start, line.end, fix=reading.text[start : line.end].rstrip(_STOP)
        )
