"""Terms told together in a fixed order: 获得感、幸福感、安全感."""

import re
from collections.abc import Iterator

from bot.proofreading.book import Series
from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

LONG = 5
_JOINT = r"[、，和及与”“]{0,3}"


def series(reading: Reading) -> Iterator[Finding]:
    """Runs of two or more terms of one series that are out of order, or that leave some out.

    Two terms with nothing between them are a word of their own: 自警自省.
    """
    for one in reading.book.series:
        if sum(reading.text.count(item) for item in one.items) < 2:
            continue
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


def _all_but_one(items: list[str], one: Series) -> bool:
    """Whether a long series is told but for one, which is no choice any more."""
    return len(one.items) >= LONG and len(items) == len(one.items) - 1
