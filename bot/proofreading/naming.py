"""One thing, one name: two names of it in one report, a county that is also a district."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_SEATS = (
    ("我镇", "我乡", "我街道"),
    ("县委、县政府", "区委、区政府", "市委、市政府"),
    ("县委县政府", "区委区政府", "市委市政府"),
    ("镇党委", "乡党委"),
)


def names(reading: Reading) -> Iterator[Finding]:
    """The rarer of two names of one thing, where both are used."""
    for group in (*_SEATS, *reading.book.namesakes):
        places = {name: _places(reading.text, name, group) for name in group}
        used = {name: spots for name, spots in places.items() if spots}
        if len(used) < 2:
            continue
        usual = max(used, key=lambda name: len(used[name]))
        for name, spots in used.items():
            if name != usual:
                at = spots[0]
                yield reading.finding("whole.two-names", at, at + len(name), fix=usual)


def _places(text: str, name: str, group: tuple[str, ...]) -> list[int]:
    """Where the name stands on its own, not inside a longer name of the group."""
    longer = [other for other in group if name in other and other != name]
    spots = [match.start() for match in re.finditer(re.escape(name), text)]
    return [
        at
        for at in spots
        if not any(
            text.startswith(other, at - other.index(name)) for other in longer if at >= other.index(name)
        )
    ]


_WELL = re.compile("较好地?(?:的)?完成了?[^，。；]{0,14}任务")
_FULLY = re.compile("圆满地?完成了?(?:全年|年初|年度|各项|上级|既定)[^，。；]{0,14}(?:任务|目标)")


def degrees(reading: Reading) -> Iterator[Finding]:
    """The year's tasks done 较好 in one place and 圆满 in another."""
    well, fully = _WELL.search(reading.text), _FULLY.search(reading.text)
    if well and fully:
        later, other = (fully, well) if fully.start() > well.start() else (well, fully)
        yield reading.finding("whole.two-degrees", later.start(), later.end(), other=other.group())
