"""Reading the day that somebody means: 12月20日, 20号, 下周五, 后天, 月底."""

import re
from calendar import monthrange
from datetime import date, timedelta

_ARABIC = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "十": 10}
_WIDE = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_CHINESE = re.compile(r"[一二三四五六七八九两十〇零]+(?=[年月日号天周个])|(?<=廿)[一二三四五六七八九]")
_WEEKDAY = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}
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
_NEAR = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}


class DayGone(ValueError):
    """The day that was named lies in the past."""


def read_day(text: str, today: date) -> date | None:
    """The day a person means, today or later; None if the text names none. Raises DayGone.

    Without a year the nearest such day is meant, without a month that of this month or the next.
    """
    plain = "".join(text.split()).translate(_WIDE)
    try:
        level = _CHINESE.sub(lambda found: str(_number(found.group())), plain)
    except ValueError:
        return None
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
            meant = monday + timedelta(_WEEKDAY[weekday])
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
    for year, month in months:
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    raise ValueError


def _month(today: date, later: int) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + later
    return months // 12, months % 12 + 1


def _number(text: str) -> int:
    """十二 is 12, 二十 is 20, 二〇二六 is 2026; 一二十 is none and raises ValueError."""
    try:
        if "十" not in text:
            return int("".join(str(_ARABIC[sign]) for sign in text))
        tens, _, ones = text.partition("十")
        return (_ARABIC[tens] if tens else 1) * 10 + (_ARABIC[ones] if ones else 0)
    except KeyError:
        raise ValueError(text) from None
