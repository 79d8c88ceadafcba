"""Years that are counted: anniversaries, five-year plans, the transition, plans for a year that is over."""

import re
from collections.abc import Iterator

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
    r"(?:(?P<year>20\d\d)年|今年|明年)?[^，。；]{0,8}(?P<w>“?(?P<plan>十[二三四五六]五)”?(?:规划)?(?:时期)?的?"
    r"(?P<which>开局|收官|第[一二三四五])之?年)"
)
_TRANSITION = re.compile(r"(?:(?P<year>20\d\d)年是?[^，。；]{0,8})?(?P<w>过渡期的?第(?P<n>[一二三四五六])年)")
_TRANSITION_BEGAN = 2021
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
        year = int(match["year"]) if match["year"] else reading.year
        near = {year} if match["year"] else {year, year + 1}
        began = _PLANS[match["plan"]]
        which = {"开局": 1, "收官": 5}.get(match["which"]) or number(match["which"][1])
        if began + which - 1 not in near:
            yield reading.finding("years.plan", *match.span("w"), year=year)
    for match in _TRANSITION.finditer(reading.text):
        year = int(match["year"]) if match["year"] else reading.year
        if number(match["n"]) != year - _TRANSITION_BEGAN + 1:
            yield reading.finding("years.transition", *match.span("w"), year=year)
    tail = len(reading.text) * 2 // 3
    for match in _PLANNED.finditer(reading.text, tail):
        if int(match["year"]) <= reading.year and reading.page.is_whole:
            yield reading.finding("years.planned", *match.span("w"), year=reading.year)
