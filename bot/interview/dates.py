"""Reading the day that somebody means: 12月20日, 20号, 下周五, 后天, 月底."""

import re
from calendar import monthrange
from datetime import date, timedelta

from bot.numerals import digit, number_of
from bot.widths import levelled

_CHINESE = re.compile(r"[一二三四五六七八九两十廿卅〇零]+(?=[年月日号天周个])")
_SUNDAY = 6
_DAY = r"(?P<day>\d{1,2})(?:[日号]|(?!\d))"
_SHAPES = (
    r"(?:(?P<year>\d{4})[年./-])?(?P<month>\d{1,2})[月./-]" + _DAY,
    r"(?P<months>(?:下+个?|这个?|本)月)?(?P<lone>\d{1,2})[日号]",
    r"(?P<weeks>下+个?|这个?|本)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])",
    r"(?P<near>今天|今日|明天|明日|后天|大后天)",
    r"(?P<ahead>\d{1,3})(?P<unit>天|周|个?星期|个?礼拜)(?:后|之后|以后|内|之内|以内)",
    r"(?P<end>(?:下个?|这个?|本)?月底|年底)",
)
_SAID = [re.compile(shape) for shape in _SHAPES]
_SHORT_YEAR = re.compile(r"(\d\d)[年./-](\d{1,2})[月./-](\d{1,2})[日号]?")
_NEAR = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}


class DayGone(ValueError):
    """The day that was named lies in the past."""


def read_day(text: str, today: date) -> date | None:
    """The day a person means, today or later; None if the text names none. Raises DayGone.

    Without a year the nearest such day is meant, without a month that of this month or the next.
    """
    level = _levelled(text)
    found = next((match for said in _SAID if (match := said.search(level))), None)
    if found is None:
        return None
    try:
        day = _meant(found.groupdict(), today)
    except ValueError:
        return None
    if day < today:
        raise DayGone
    return day


def nearest_day(text: str, today: date) -> date | None:
    """The day that these words name, and nothing else, without its whole year: the nearest, gone or to come.

    Without a month that of this one or the next. None if they tell the year in full, or name no day.
    """
    level = _levelled(text)
    try:
        if short := _SHORT_YEAR.fullmatch(level):
            return date(2000 + int(short[1]), int(short[2]), int(short[3]))
        found = next((match for said in _SAID if (match := said.fullmatch(level))), None)
        return _near_to(found.groupdict(), today) if found else None
    except ValueError:
        return None


def _near_to(said: dict[str, str | None], today: date) -> date | None:
    match said:
        case {"year": str()}:
            return None
        case {"month": str(month), "day": str(day)}:
            days = _days([(today.year + more, int(month)) for more in (-1, 0, 1)], int(day))
        case {"lone": str(day), "months": None}:
            days = _days([_month(today, more) for more in (0, 1)], int(day))
        case _:
            days = [_meant(said, today)]
    return min(days, key=lambda one: abs(one - today), default=None)


def _levelled(text: str) -> str:
    """The text without blanks, in figures of one kind; empty where they are no number."""
    plain = levelled("".join(text.split()))
    if any(number_of(run) is None for run in _CHINESE.findall(plain)):
        return ""
    return _CHINESE.sub(lambda found: str(number_of(found.group())), plain)


def _days(months: list[tuple[int, int]], day: int) -> list[date]:
    known = [(y, m) for y, m in months if 1 <= m <= 12]
    return [date(y, m, day) for y, m in known if 1 <= day <= monthrange(y, m)[1]]


def _meant(said: dict[str, str | None], today: date) -> date:
    match said:
        case {"month": str(month), "day": str(day), "year": year}:
            if year:
                return date(int(year), int(month), int(day))
            return _nearest([(today.year + more, int(month)) for more in range(5)], int(day), today)
        case {"lone": str(day), "months": months}:
            if months:
                return date(*_month(today, months.count("下")), int(day))
            return _nearest([_month(today, more) for more in range(3)], int(day), today)
        case {"weekday": str(weekday), "weeks": weeks}:
            monday = today - timedelta(today.weekday())
            meant = monday + timedelta((digit(weekday) or _SUNDAY + 1) - 1)
            if weeks:
                return meant + timedelta(weeks=weeks.count("下"))
            return meant if meant >= today else meant + timedelta(weeks=1)
        case {"near": str(near)}:
            return today + timedelta(_NEAR[near])
        case {"ahead": str(number), "unit": str(unit)}:
            return today + timedelta(int(number) * (1 if unit == "天" else 7))
        case {"end": str(end)}:
            in_year, in_month = (today.year, 12) if end == "年底" else _month(today, end.count("下"))
            return date(in_year, in_month, monthrange(in_year, in_month)[1])
        case _:
            raise ValueError


def _nearest(months: list[tuple[int, int]], day: int, today: date) -> date:
    """The first of these months' days that is not gone; one that no month has is no day."""
    found = next((one for one in _days(months, day) if one >= today), None)
    if found is None:
        raise ValueError
    return found


def _month(today: date, later: int) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + later
    return months // 12, months % 12 + 1
