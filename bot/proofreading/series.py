"""Terms told together in a fixed order: 获得感、幸福感、安全感."""

import re
from collections.abc import Iterator

from bot.proofreading.book import Series
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

LONG = 5
FEWEST = 3
NEAR = 12
_JOINT = r"[、，和及与”“]{0,3}"


def series(reading: Reading) -> Iterator[Finding]:
    """Runs of two or more terms of one series that are out of order, or that leave some out.

    Two terms with nothing between them are a word of their own: 自警自省.
    """
    for one in reading.book.series:
        if sum(reading.text.count(item) for item in one.items) < 2:
            continue
        stranger = _stranger(reading.text, one)
        if stranger is not None:
            yield reading.finding("politics.series-foreign", *stranger, right="、".join(one.items))
        for items, start, end in _runs(reading.text, one):
            places = [one.items.index(item) for item in items]
            fix = "、".join(one.items)
            glued = len(items) == 2 and end - start == sum(map(len, items))
            if len(set(places)) < len(places) or glued:
                continue
            if places != sorted(places):
                whole = fix if len(items) == len(one.items) else None
                yield reading.finding("politics.series-order", start, end, fix=whole, right=fix)
            elif len(items) < len(one.items) and (not one.partial or _all_but_one(items, one)):
                yield reading.finding("politics.series-missing", start, end, right=fix)


def _runs(text: str, one: Series) -> Iterator[tuple[list[str], int, int]]:
    term = "|".join(map(re.escape, sorted(one.items, key=len, reverse=True)))
    items: list[str] = []
    start = end = 0
    for match in re.finditer(term, text):
        if items and re.fullmatch(_JOINT, text[end : match.start()]):
            items.append(match.group())
        else:
            if len(items) > 1:
                yield items, start, end
            items, start = [match.group()], match.start()
        end = match.end()
    if len(items) > 1:
        yield items, start, end


def _stranger(text: str, one: Series) -> tuple[int, int] | None:
    """The term that stands in the place of one of the series, where all others are told in their order."""
    if len(one.items) < FEWEST:
        return None
    for at, due in enumerate(one.items):
        if sum(item in text for item in one.items) < len(one.items) - 1:
            return None
        told = [re.escape(item) for item in one.items]
        told[at] = rf"(?P<w>[\u4e00-\u9fff]{{{len(due)}}})"
        match = re.search(r"”?[、和与及]{1,2}“?".join(told), text)
        if match is None or due in text[max(0, match.start() - NEAR) : match.end() + NEAR]:
            continue
        if match["w"] not in one.items:
            return match.span("w")
    return None


def _all_but_one(items: list[str], one: Series) -> bool:
    """Whether a long series is told but for one, which is no choice any more."""
    return len(one.items) >= LONG and len(items) == len(one.items) - 1
