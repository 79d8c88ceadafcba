"""The reporting year against the text: other years, things of a later year, what is expected of this one."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?P<since>以来)?")
_AS_WHOLE = re.compile(r"(20\d\d)年度?(?=，|以来，|我)")
_WHOLE = re.compile("一年来|全年(?!度)|今年以来")
_YEAR_LONG = re.compile("一年(?:多)?(?:以)?来")
_CAME = re.compile(
    r"(?:(?P<year>20\d\d)年|今年|(?<=[，。自从由于]))(?P<month>[2-9]|1[0-2])月(?:\d{1,2}日)?[^。；]{0,14}"
    r"(?:任(?!务|何)|调任|到任|上任|履新|到[^，。；]{2,10}工作)"
)
_STUDY = re.compile(
    r"(?<=[，。是])[^，。；、]{0,14}(?:认真学习|学习贯彻|理论学习|政治站位|政治理论|集中学习)[^，。；、]{0,6}"
)
_HALF = re.compile("半年来|上半年来|一季度来")


def years(reading: Reading) -> Iterator[Finding]:
    """Later years in the text, events before their time, 一年来 beside 半年来, expected things left out."""
    year = reading.year
    if year is None:
        if reading.page.is_whole:
            title = reading.page.lines[0]
            yield reading.finding("years.untold", title.start, title.end)
    else:
        yield from _other_years(reading, year)
        yield from _events(reading, year)
        yield from _expected(reading, year)
    yield from _spans(reading)


def _spans(reading: Reading) -> Iterator[Finding]:
    """半年来 beside 一年来; 一年来 said by somebody who came in spring."""
    whole, half = _WHOLE.search(reading.text), _HALF.search(reading.text)
    if whole and half:
        for match in _HALF.finditer(reading.text):
            yield reading.finding("years.two-spans", match.start(), match.end(), other=whole.group())
    came = _CAME.search(reading.text[:600])
    if came and (reading.year is None or not came["year"] or int(came["year"]) == reading.year):
        for match in _YEAR_LONG.finditer(reading.text):
            yield reading.finding("years.came-later", match.start(), match.end(), came=came["month"])


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
    place = _place_of_study(reading)
    title = reading.page.lines[0]
    for one in reading.book.expectations:
        fits = one.since <= year <= one.until and (not one.roles or reading.role in one.roles)
        if fits and not any(word in reading.text for word in one.any):
            start, end = place if one.study and place else (title.start, title.end)
            yield reading.finding("years.expected", start, end, label=one.label, year=year)


def _place_of_study(reading: Reading) -> tuple[int, int] | None:
    """The first clause under a heading that tells of study: where such a thing would be told."""
    first = reading.page.sections[0][0].start
    for line in reading.page.lines:
        if line.start >= first and (match := _STUDY.search(line.text)):
            return line.start + match.start(), line.start + match.end()
    return None
