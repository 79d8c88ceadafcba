"""Counts and thresholds beside what is told under them: so many months, so many points, all over so much."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.numerals import SCALES
from bot.proofreading.figures import NUMBER, judged, value
from bot.proofreading.finding import Finding
from bot.proofreading.page import number
from bot.proofreading.reading import Reading

_MONTHS = re.compile(r"(?P<n>\d{1,2})次（(?P<list>\d{1,2}月(?:、\d{1,2}月)+)）")
_ALL_OVER = re.compile(
    rf"(?:全部|均|都)(?:超过|达到|突破|达|超)了?(?P<n>{NUMBER})(?P<u>万元|元|亩|人)(?:以上)?，(?P<rest>其中[^。；]{{2,50}})"
)
_EACH_OVER = re.compile(
    rf"(?P<x>(?:{NUMBER})?亿|{NUMBER}万)元以上(?:的)?项目(?P<n>\d+)个、(?:总投资|计划投资|投资)(?:额)?(?:达)?(?P<t>{NUMBER})亿元"
)
_PERIODS = re.compile(
    r"(?P<n>[二三四五六七八九两]|\d)(?:个方面|方面|个问题|件事|件实事|项工作|点不足|点体会|条措施|个不足)[^，。；：\n]{0,10}[：。](?=一是)"
)
_POINT = re.compile("[一二三四五六七八九]是")


def counts(reading: Reading) -> Iterator[Finding]:
    """Every count and threshold that what follows it contradicts."""
    yield from judged(reading, _JUDGES)


def _months(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    listed = match["list"].count("月")
    if listed != int(match["n"]):
        yield reading.finding("figures.listed", match.start(), match.end(), count=listed)


def _all_over(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    least = value(match, "n")
    below = [one for one in re.findall(rf"({NUMBER}){match['u']}", match["rest"]) if Decimal(one) < least]
    if below:
        yield reading.finding("figures.not-all", match.start(), match.end("u"), below=below[0] + match["u"])


def _each_over(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    scale = SCALES[match["x"][-1]]
    least = Decimal(match["x"][:-1] or 1) * scale * value(match, "n")
    if least > value(match, "t") * SCALES["亿"]:
        yield reading.finding("figures.too-little", match.start(), match.end())


def _points(reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """三个方面：一是、二是 and no third before the paragraph ends or another count begins."""
    rest = reading.text[match.end() :].split("\n")[0]
    points = [number(one.group()[0]) for one in _POINT.finditer(rest)]
    count = next((at for at, point in enumerate(points) if point != at + 1), len(points))
    due = number(match["n"])
    if 1 < count != due:
        yield reading.finding("figures.points", match.start(), match.end() - 1, count=count)


_JUDGES = (
    (_MONTHS, _months),
    (_ALL_OVER, _all_over),
    (_EACH_OVER, _each_over),
    (_PERIODS, _points),
)
