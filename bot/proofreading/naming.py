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
    ("全县", "全区"),
)


_OWN = re.compile(
    r"(?:^|[　 县区市共])(?P<name>[\u4e00-\u9fff]{2,3})[镇乡](?=党委|政府|人大|副?[镇乡]长|领导|纪委|$|人民)"
)
_TOWN = re.compile(
    r"(?:(?<=[，。；、：])|^[ \u3000]*)(?P<name>[\u4e00-\u9fff]{2,3})[镇乡]"
    r"(?=[\u4e00-\u9fff])(?![里长党政人机干上内域村属直区街])",
    re.M,
)
_NO_NAME = re.compile("[全我各本该乡城集村小重每是与和到赴从在为向县市区省将把对于]|中心|示范|特色|强|美丽")


def foreign(reading: Reading) -> Iterator[Finding]:
    """A town that is not the writer's, at the head of a clause: a place of another report that was left."""
    own = {match["name"] for line in reading.page.lines[:6] for match in _OWN.finditer(line.text)}
    if len(own) != 1:
        return
    verbs = {*reading.book.words("acts"), *reading.book.words("town-lead-ins")}
    for match in _TOWN.finditer(reading.text):
        name = match["name"]
        if any(name.startswith(verb) for verb in verbs):
            continue
        if name not in own and not _NO_NAME.search(name) and not any(name.endswith(one) for one in own):
            yield reading.finding("leftovers.other-town", match.start("name"), match.end())


_SEATED = re.compile(
    r"(?<=在)(?P<name>[\u4e00-\u9fff]{2,3})[镇乡](?=培养|实施|开展|推进|建设|建成|打造|启动|发展|完成|任职|担任|从事|经商|承揽|范围|辖区|全面|推行)"
)


def ranks(reading: Reading) -> Iterator[Finding]:
    """One's own place called a town here and a township there, or two places of work in one report."""
    lines = (*reading.page.lines[:6], *reading.page.lines[-4:])
    own = {match["name"] for line in lines for match in _OWN.finditer(line.text)}
    own |= {
        match[1]
        for line in lines
        for match in re.finditer(r"任([\u4e00-\u9fff]{2,3})[镇乡](?=副?[镇乡]长|党)", line.text)
    }
    for name in own:
        places = list(re.finditer(rf"{name}(?P<rank>镇|乡)(?!村)", reading.text))
        ranks_ = [one["rank"] for one in places]
        rare = min(("镇", "乡"), key=ranks_.count)
        if 0 < ranks_.count(rare) < len(places) / 2:
            for one in places:
                if one["rank"] == rare:
                    fix = name + ("乡" if rare == "镇" else "镇")
                    yield reading.finding("leftovers.other-rank", one.start(), one.end(), fix=fix)
    seated = [one for one in _SEATED.finditer(reading.text) if not _NO_NAME.search(one["name"])]
    if not own and len({one["name"] for one in seated}) > 1:
        last = seated[-1]
        yield reading.finding("leftovers.other-town", last.start("name"), last.end("name") + 1)


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
