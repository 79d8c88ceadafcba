"""The reporting year against the text: other years, things of a later year, what is expected of this one."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?P<since>以来)?")
_AS_WHOLE = re.compile(r"(20\d\d)年度?(?=，|以来，|我)")
_WHOLE = re.compile("一年来|全年(?!度)|今年以来")
_HALF = re.compile("半年来|上半年来|一季度来")


def years(reading: Reading) -> Iterator[Finding]:
    """Later years in the text, events before their time, 一年来 beside 半年来, expected things left out."""
    year, text = reading.year, reading.text
    if year is None:
        if reading.page.is_whole:
            title = reading.page.lines[0]
            yield reading.finding("years.untold", title.start, title.end)
    else:
        yield from _other_years(reading, year)
        yield from _events(reading, year)
        yield from _expected(reading, year)
    whole = _WHOLE.search(text)
    if whole:
        for match in _HALF.finditer(text):
            yield reading.finding("years.two-spans", match.start(), match.end(), other=whole.group())


def _other_years(reading: Reading, year: int) -> Iterator[Finding]:
    title = reading.page.title
    told = _YEAR.search(title.text) if title else None
    if title and told and int(told[1]) != year:
        start = title.start + told.start()
        yield reading.finding("years.title", start, start + 5, year=year)
    yield from _opening(reading, year)
    for match in _YEAR.finditer(reading.text):
        if int(match[1]) == year and match["since"]:
            yield reading.finding("years.since", match.start(), match.end())
        elif int(match[1]) > year + 1:
            yield reading.finding("years.later", match.start(), match.end(), year=year)


def _opening(reading: Reading, year: int) -> Iterator[Finding]:
    """The first paragraph speaks of another year as the one reported on."""
    body = next((line for line in reading.page.lines if line.text.endswith("。")), None)
    told = _AS_WHOLE.match(body.text) if body else None
    if body and told and int(told[1]) < year:
        yield reading.finding("years.opening", body.start, body.start + told.end(), year=year)


def _events(reading: Reading, year: int) -> Iterator[Finding]:
    for event in reading.book.events:
        if event.since <= year <= (event.until or 9999):
            continue
        shields = [
            match.span() for guard in event.unless for match in re.finditer(re.escape(guard), reading.text)
        ]
        for match in re.finditer(re.escape(event.name), reading.text):
            start, end = match.span()
            if any(left <= start and end <= right for left, right in shields):
                continue
            rule = "years.too-early" if year < event.since else "years.too-late"
            yield reading.finding(rule, start, end, since=event.since, until=event.until, year=year)


def _expected(reading: Reading, year: int) -> Iterator[Finding]:
    if not reading.page.is_whole:
        return
    title = reading.page.lines[0]
    for one in reading.book.expectations:
        fits = one.since <= year <= one.until and (not one.roles or reading.role in one.roles)
        if fits and not any(word in reading.text for word in one.any):
            yield reading.finding("years.expected", title.start, title.end, label=one.label, year=year)
