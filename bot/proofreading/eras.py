"""Years that are counted: anniversaries, five-year plans, the transition, plans for a year that is over."""

import re
from collections.abc import Iterator

from bot.numerals import digit
from bot.proofreading.finding import Finding
from bot.proofreading.page import number
from bot.proofreading.reading import Reading

_FOUNDED = {
    "建党": 1921,
    "中国共产党成立": 1921,
    "党成立": 1921,
    "建军": 1927,
    "中国人民解放军建军": 1927,
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "建国": 1949,
    "国庆": 1949,
    "抗战胜利": 1945,
    "抗日战争胜利": 1945,
    "世界反法西斯战争胜利": 1945,
    "改革开放": 1978,
    "长征胜利": 1936,
    "五四运动": 1919,
    "抗美援朝出国作战": 1950,
    "香港回归": 1997,
    "澳门回归": 1999,
}
_ANNIVERSARY = re.compile(
    rf"(?P<what>{'|'.join(sorted(_FOUNDED, key=len, reverse=True))})(?P<w>(?P<n>\d{{2,3}})周年)"
)
_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_PLAN_YEAR = re.compile(
    r"“?(?P<plan>十[二三四五六]五)”?(?:规划)?(?:时期)?的?(?P<which>开局|收官|第[一二三四五])之?年"
)
_YEAR_BEFORE = re.compile(r"(20\d\d)年[^，。；\n]{0,8}$")
_TRANSITION = re.compile(r"(?:(?P<year>20\d\d)年是?[^，。；]{0,8})?(?P<w>过渡期的?第(?P<n>[一二三四五六])年)")
_TRANSITION_BEGAN = 2021
_PLAN_HEAD = re.compile(
    r"^[一二三四五六七八九十]+、(?P<w>(?P<year>20\d\d)年度?的?(?:工作|重点|主要|下步)*(?:打算|计划|思路|安排|设想|目标|举措|任务))"
    r"(?:和[\u4e00-\u9fff]{2,8})?$",
    re.M,
)
_SIGNED = re.compile(
    r"^[（(]?(?P<year>20\d\d|[二两][〇○零Ｏ0]{1}[一二三四五六七八九][〇○零一二三四五六七八九])年"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
)
LAST_LINES = 4
LATEST_EARLY_MONTH = 6
_PLANNED = re.compile(r"(?P<w>(?P<year>20\d\d)年，)(?:我|本人|我们)?(?:将|计划|打算|要(?!求)|力争|争取)")


def eras(reading: Reading) -> Iterator[Finding]:
    """What cannot be, counted from the year told beside it or the year reported on."""
    if reading.year is None:
        return
    for match in _ANNIVERSARY.finditer(reading.text):
        due = reading.year - _FOUNDED[match["what"]]
        if abs(int(match["n"]) - due) > 1:
            yield reading.finding("years.anniversary", *match.span("w"), due=due, year=reading.year)
    for match in _PLAN_YEAR.finditer(reading.text):
        told = _YEAR_BEFORE.search(reading.text[max(0, match.start() - 16) : match.start()])
        year = int(told[1]) if told else reading.year
        near = {year} if told else {year, year + 1}
        began = _PLANS[match["plan"]]
        which = {"开局": 1, "收官": 5}.get(match["which"]) or number(match["which"][1])
        if began + which - 1 not in near:
            start = match.start() - (len(told.group()) if told else 0)
            yield reading.finding("years.plan", start, match.end(), year=year)
    for match in _TRANSITION.finditer(reading.text):
        year = int(match["year"]) if match["year"] else reading.year
        if number(match["n"]) != year - _TRANSITION_BEGAN + 1:
            yield reading.finding("years.transition", *match.span("w"), year=year)
    tail = len(reading.text) * 2 // 3
    for match in _PLANNED.finditer(reading.text, tail):
        if int(match["year"]) <= reading.year and reading.page.is_whole:
            yield reading.finding("years.planned", *match.span("w"), year=reading.year)
    yield from _headed_plans(reading, reading.year)
    yield from _signed(reading, reading.year)


def _headed_plans(reading: Reading, year: int) -> Iterator[Finding]:
    """A heading of plans, behind another heading, for the year reported on or an earlier one."""
    tops = [line for line, _ in reading.page.sections]
    for line in tops[1:]:
        match = _PLAN_HEAD.match(line.text)
        if match and int(match["year"]) <= year:
            start = line.start + match.start("w")
            yield reading.finding("years.plan-heading", start, line.start + match.end("w"), year=year)


def _signed(reading: Reading, year: int) -> Iterator[Finding]:
    """A report of a whole year that is dated before the year or in its first half."""
    title = reading.page.title
    if title is None or "年度" not in title.text or not reading.page.is_whole:
        return
    for line in reading.page.lines[-LAST_LINES:]:
        match = _SIGNED.match(line.text)
        if match is None:
            continue
        signed = int("".join(str(digit(one)) for one in match["year"].replace("Ｏ", "〇")))
        month = number(match["month"])
        if signed < year or (signed == year and month <= LATEST_EARLY_MONTH):
            yield reading.finding("years.signed", line.start, line.end, year=year)
