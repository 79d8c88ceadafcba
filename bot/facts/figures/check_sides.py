"""Before told as after: 会前 must not become 会后, nor 6月前 become 6月后."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..fact import FactKind
from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..trial import Trial

_FEAST = re.compile(
    r"(?P<lead>春节|元旦|清明|五一|端午|七一|八一|国庆|中秋|十一|汛期|高考|秋收)节?(?P<side>[前后](?![夕续期])|期间|当[天日])"
)
_EVENT = re.compile(
    r"(?P<lead>[\u4e00-\u9fff]?[\u4e00-\u9fff])(?:[以之过]|来临?之?|一过之?)?(?P<side>[前后])"
    r"(?![前后列期提景途进沿移线端往台瞻头身方面任所续勤备顾果盾天代辈悔退窗院排座半置])"
)
_OF_DATE = re.compile("份?[以之]?(?:(?P<before>前)|后(?!半|[两几二三])|起)")
_BY_ITSELF = frozenset("汛会节饭课雨雪考赛婚产术灾战岗班")
"""What is an event by itself: 散会以后 is 会后, 入汛前 汛前."""
_NO_EVENT = frozenset(
    "目以之提然最今落滞靠面向往日先从当眼空身背随尔此其而善断幕跟生超朝史无年月天时点分号周个里门屋楼房车村镇街院墙山桥树幢排左右"
)
_DATES = frozenset("MDT")


def check_sides(trial: Trial) -> Iterator[Finding]:
    """What the notes only tell of one side of an event, the prose must not tell only of the other."""
    given = _sides(trial.notes)
    if not given:
        return
    told = _sides(trial.prose)
    for lead, places in told.items():
        sides = given.get(lead, {}).keys()
        if not sides or not sides <= {"前", "后"} or not sides.isdisjoint(places):
            continue
        for start, end in places.values():
            yield trial.told(FindingKind.DATE_CHANGED, start, end)


def _sides(reading: Reading) -> dict[str, dict[str, tuple[int, int]]]:
    """The events and the dates of a text, with the sides of each that it tells of and where it does."""
    sides: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for found in _FEAST.finditer(reading.text):
        sides[found["lead"]][found["side"]] = found.span()
    for found in _EVENT.finditer(reading.text):
        if found["lead"][-1] not in _NO_EVENT:
            lead = found["lead"][-1] if found["lead"][-1] in _BY_ITSELF else found["lead"]
            sides[lead].setdefault(found["side"], found.span())
    for fact in reading.facts:
        if fact.kind is FactKind.DATE and fact.scope[:1] in _DATES:
            behind = _OF_DATE.match(reading.text, fact.end)
            if behind is not None:
                side = "前" if behind["before"] else "后"
                sides[fact.scope].setdefault(side, (fact.start, behind.end()))
    return sides
