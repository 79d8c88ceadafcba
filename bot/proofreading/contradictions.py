"""What is told one way here and another way there: done and not, none and some, a year and a part."""

import re
from collections.abc import Iterator

from bot.proofreading.finding import Finding
from bot.proofreading.reading import Reading

_HAN = r"[\u4e00-\u9fff]"
_FINISHED = "建成|竣工|完工|投产|投入使用|投用|通车|启用|通过验收|挂牌|落地|完成|开工"
_DONE = re.compile(
    rf"(?P<what>{_HAN}{{3,12}}?)(?:已经?|均已|全面|顺利|全部|如期|正式|现已)+(?P<w>{_FINISHED}|建设完成)"
)
_UNDONE = re.compile(
    rf"(?P<what>{_HAN}{{3,12}}?)(?:尚未|还没有|还没|还未|仍未|迟迟未|未能|至今未)(?P<w>动工|建设|验收|{_FINISHED})"
)
_FORMERLY = re.compile("年初|原来|此前|曾|一度|长期|以前|过去|去年|上年|当时")
_GENERAL = re.compile("(?:项目|工程|建设|任务|工作|设施|部分|有的|其余|一些|个别)$")
LEAST_ALIKE = 4

_NONE = re.compile(
    rf"(?:没有|未能|未|没)(?P<verb>{_HAN}{{2}})(?:到|过|了)?(?:[1一任何]+(?P<unit>[名个家件起项次位宗])|任何)?"
    rf"(?P<what>{_HAN}{{2,8}})(?=[，。；、])"
)

_COUNTABLE = frozenset(
    ("引进", "发生", "出现", "建成", "发展", "培育", "招引", "引入", "开展", "举办", "接到")
)

_COUNT = re.compile(
    rf"(?P<deed>{_HAN}{{6,16}})(?P<n>\d{{1,6}})(?P<unit>人次|户次|家次|场次|万元|[户人家个件次场期名项处份条亩起])(?!以上|多|余)"
)
_ELSEWHERE = re.compile("去年|上年|前年|往年|全[县市省区国]|外地")
_YEAR_LONG = re.compile("全年|一年来|今年以来")
_PLANNED = re.compile("将|力争|计划|打算|争取|目标|其中|上年|去年|明年|新增|每")
_DEED = 6
_BODY = re.compile(
    r"(?P<what>中心组|党委会|办公会|班子会|主题党日|党员大会|联席会|主席团会)(?P<of>[^，。；\d]{0,12}?)(?P<n>\d{1,3})次"
)
_PART_OF = re.compile("专题|法|廉|安全|意识形态|研究|参加|领学|发言|主讲")


def contradictions(reading: Reading) -> Iterator[Finding]:
    """Every later place that an earlier one denies."""
    yield from _finished(reading)
    yield from _none(reading)
    yield from _less_than_a_part(reading)
    yield from _meetings(reading)


def _clause(text: str, at: int) -> str:
    """The words of the clause before that place."""
    return re.split("[，。；\n]", text[max(0, at - 30) : at])[-1]


def _sentence(text: str, at: int) -> str:
    return re.split("[。；\n]", text[max(0, at - 60) : at])[-1]


def _finished(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    done: dict[str, re.Match[str]] = {}
    for one in _DONE.finditer(text):
        if not text[max(0, one.start() - 1) : one.start()].isdigit():
            done.setdefault(_bare(one["what"])[-LEAST_ALIKE:], one)
    for undone in _UNDONE.finditer(text):
        what = _bare(undone["what"])[-LEAST_ALIKE:]
        other = done.get(what) if len(what) == LEAST_ALIKE else None
        if other is not None and not _FORMERLY.search(_sentence(text, undone.end())):
            late, early = (undone, other) if undone.start() > other.start() else (other, undone)
            yield _told(reading, late.start(), late.end(), early.group())


def _bare(what: str) -> str:
    return _GENERAL.sub("", what)


def _none(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    seen: set[str] = set()
    for match in _NONE.finditer(text):
        verb, what, unit = match["verb"], match["what"], match["unit"] or "[名个家件起项次位宗]"
        if verb not in _COUNTABLE or match.group() in seen:
            continue
        seen.add(match.group())
        some = re.compile(rf"{verb}了?(?:{what}[1-9]\d*{unit}|[1-9]\d*{unit}{what}(?=[，。；、]))")
        told = some.search(text)
        if told and not _ELSEWHERE.search(_sentence(text, told.end())):
            start, end = max(told.span(), match.span())
            yield _told(reading, start, end, min((told.start(), told), (match.start(), match))[1].group())


def _less_than_a_part(reading: Reading) -> Iterator[Finding]:
    """全年 so many, and more than that in a part of the year; or 全年 twice with two figures."""
    text = reading.text
    told: dict[tuple[str, str], list[tuple[re.Match[str], bool]]] = {}
    for match in _COUNT.finditer(text):
        clause = _clause(text, match.start("n"))
        if not _PLANNED.search(_sentence(text, match.start("n"))):
            key = (match["deed"][-_DEED:], match["unit"])
            told.setdefault(key, []).append((match, bool(_YEAR_LONG.search(clause))))
    for places in told.values():
        years = [match for match, whole in places if whole]
        for year in years[:1]:
            for match, whole in places:
                less = int(year["n"]) < int(match["n"])
                if match is not year and (less or (whole and year["n"] != match["n"])):
                    late, early = (match, year) if match.start() > year.start() else (year, match)
                    start = late.start("n") - _DEED
                    yield _told(reading, start, late.end(), early.group()[-len(late.group()) :])


def _meetings(reading: Reading) -> Iterator[Finding]:
    """Meetings that are counted for the year, twice and differently."""
    seen: dict[str, re.Match[str]] = {}
    for match in _BODY.finditer(reading.text):
        clause = _clause(reading.text, match.start()) + match.group()
        if _PART_OF.search(clause.replace("理论学习", "")) or not _YEAR_LONG.search(clause):
            continue
        first = seen.setdefault(match["what"], match)
        if first["n"] != match["n"]:
            yield _told(reading, match.start(), match.end(), first.group())


def _told(reading: Reading, start: int, end: int, before: str) -> Finding:
    return reading.finding("whole.contradicted", start, end, before=before)
