"""A time of the prose that the notes give in another word: 3月 as 春季, 五点 as 下午5时, 五一 as 五一期间."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from bot.numerals import number_of

from ..fact import Fact
from ..trial import Trial

_SEASONS = {"春": (2, 3, 4, 5), "夏": (5, 6, 7, 8), "秋": (8, 9, 10, 11), "冬": (11, 12, 1, 2)}
_MONTH = re.compile(r"M(\d+)(?:-\d+)?$")
_FEAST = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:劳动节|节|假期|期间|前后|前夕)+$")
_HOURS = re.compile(r"(?<!\d)(\d{1,2}|[一二两三四五六七八九十]{1,3})点(?![\d要意建])")
_COMPARED = re.compile(
    r"[早晚快慢多少高低贵贱提前推迟增减]熟?了?[\d一二两三四五六七八九十半几]|比[以往去上前]"
)
_HOLIDAYS = {"暑假": (7, 8), "寒假": (1, 2)}
_DAYS = {"国庆": "十一", "五一期间": "五一"}
_FEAST_DAYS = {
    "M1-1": "元旦", "M3-8": "三八", "M5-1": "五一|劳动节", "M6-1": "六一|儿童节", "M7-1": "七一",
    "M8-1": "八一", "M9-10": "教师节", "M10-1": "国庆|十一",
}  # fmt: skip
_NEXT_SPRING = re.compile("开春|过[了完]年|年后|下学年")
"""What is yet to come at the end of a year."""
_SHORT_YEAR = re.compile(r"(?P<years>\d\d)年")
"""入党26年 lasts as long as 入党二十六年."""
_LEVEL = "持平"
_AGAINST_A_MONTH = re.compile("[比较跟](?:上个?)?(?:[一二三四五六七八九十\\d]{1,2}月|[一二三四]季度)")
_A_WEEK = re.compile("礼拜|星期")
_UNCHANGED = re.compile("没变|不变|一样|持平|没动|没涨没|跟[去上]")
_HALF_DAY, _HOUR = 12, 60


def is_said_otherwise(trial: Trial, fact: Fact, given: Collection[str]) -> bool:
    """Whether a time that no time of the notes has by its name is one of them all the same."""
    notes = trial.notes.text
    feast = _FEAST.match(fact.text)
    if feast is not None and feast["name"] in notes:
        return True
    if fact.scope[:1] == "T":
        minutes = int(fact.scope[1:])
        hours = (number_of(hour) for hour in _HOURS.findall(notes))
        return any(hour is not None and hour % _HALF_DAY * _HOUR == minutes for hour in hours)
    if fact.scope in _FEAST_DAYS and re.search(
        f"(?:{_FEAST_DAYS[fact.scope]})(?:[这那当]|节|$|[,。;])", notes
    ):
        return True
    if fact.scope in _DAYS and _DAYS[fact.scope] in notes:
        return True
    if fact.scope == "明年" and _NEXT_SPRING.search(notes):
        return True
    if found := _SHORT_YEAR.fullmatch(fact.text):
        lasting = Decimal(found["years"])
        if any(note.unit == "年" and note.value == lasting for note in trial.notes.numbers):
            return True
    if fact.text.startswith("19") and fact.text[2:5] in notes:
        return True
    if fact.scope == "去年" and trial.prose.text.startswith(_LEVEL, fact.end):
        return _UNCHANGED.search(notes) is not None
    if fact.text == "往年":
        before = trial.prose.text[max(0, fact.start - 1) : fact.start]
        return before in {"较", "比"} and _COMPARED.search(notes) is not None
    if fact.scope == "环比" and _AGAINST_A_MONTH.search(notes):
        return True
    if fact.scope == "每周" and _A_WEEK.search(notes):
        return True
    if fact.scope in _HOLIDAYS and fact.scope[0] in notes:
        return True
    months = {int(found[1]) for scope in given if (found := _MONTH.match(scope))}
    span = _SEASONS.get(fact.scope[:1], ()) if fact.scope.endswith("季") else _HOLIDAYS.get(fact.scope, ())
    return not months.isdisjoint(span)
