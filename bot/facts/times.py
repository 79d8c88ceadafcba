"""Reading dates and periods: 2023年, 3月12日, 1—9月, 上半年, 同比."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .fact import Fact, FactKind
from .numerals import DIGITS, parse_chinese
from .spans import Claims
from .terms import Mark, labelled, longest

_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = (
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
    r"|(?:二?十[一二三四五六七八九]?|三十一?)(?=[-~至到来去开办晚早前后动起竣完以])"
    r"|(?:[12]\d|3[01]|[1-9])(?=[-~至到来去开办晚早前后那这当启动举召上中下,。;、)\n]|$))"
)
_TWO_MONTHS = re.compile(rf"(?P<one>{_SMALL})[、和](?P<two>{_SMALL})(?:[两二2]?个?)月(?:份)?(?!\d)")
_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d{2}|(?<![一二三四五六七八九十第近])二[〇零一二四五六](?=年)|[一二][〇零○一二三四五六七八九]{3}|(?<![\d期限达满长签租约])(?:1[5-9]|2\d|3[0-5])|(?<!\d)[6-9]\d(?=年[修建挖盖办买包成])|九[二三四五六七八〇零](?=年)|八[五六七八〇零](?=年)|[一二][五六七八九〇零一二三四](?=年[一二三四五六七八九十初底末]))(?:年|(?=年[底初末]))(?!来|以来|间|内|期|多|度[^总考]|级)度?"
    r"|(?P<span>(?:19|20)\d{2})[-~至到](?P<until>(?:19|20)\d{2})年?"
)
_DAYS = re.compile(
    rf"(?P<month>{_SMALL})月(?P<one>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号]?[、和](?P<two>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[日号]|(?=[,。;、)\n]|$))"
)
_MONTH = re.compile(
    rf"(?P<pair>一二|二三|三四|四五|五六|六七|七八|八九)月(?:份)?"
    rf"|(?P<month>{_SMALL})月(?:份)?(?:(?P<day>{_DAY}))?(?:(?P<sep>[-~至到])(?:(?P<month2>{_SMALL})月(?:份)?)?(?:(?P<day2>{_DAY}))?)?"
    rf"|(?P<first>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[-~至到](?P<last>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月(?:份)?"
    rf"|(?<![\d第\u4e00-\u9fff])(?P<lone>\d{{1,2}})[日号](?![楼线院机路桥井棚坝库公池塘泵渠闸矿厂馆仓标])|(?<=[于在到至从截逢每月以])(?P<lone2>{_SMALL})[日号](?![楼线院机路桥井棚坝库内])"
)


_EACH_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十])一月(?=[\d一二两三四五六七八九十几好能收挣给发只才交])(?![\d一二三四五六七八九十]+[日号])"
)
_DOTTED = re.compile(
    r"(?<![\d.])(?P<year>20[0-4]\d)[./-](?P<month>1[0-2]|0?[1-9])(?:[./-](?P<day>\d{1,2}))?(?![\d.%万亿个年元])"
)
_DOT = r"(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])"
_SLASH = _DOT.replace(r"\.", "/")
_DOTTED_DAYS = re.compile(
    rf"(?<![\d.])(?P<from>{_DOT}|{_SLASH})(?:[-~至到]+(?P<to>{_DOT}|{_SLASH})(?![\d.%万亿wW个元倍米吨公]))"
    rf"|(?<![\d.])(?P<day>{_DOT})(?=[起止签](?!\d)|人代会|党代会|人大)|(?<![跌涨降升增减达提扩压加])[至到自从](?P<since>{_DOT})(?![\d./%万亿wW个元倍米吨公亩户人])"
)
"""6.9–6.16, 10.1起, 到11.30."""
_EACH_DAY = re.compile(r"每月(?P<day>[12]?\d|3[01])(?![\d.%次个篇期场万元])")
_TWO_YEARS = re.compile(r"(?<!\d)(?P<first>1\d|2\d)[-~至到](?P<last>1\d|2\d)年")
_FIRST_MONTHS = re.compile(rf"(?:今年)?[前头](?!一个)(?P<months>{_SMALL})个?月")


_CLOCK = re.compile(
    r"(?:(?P<part>凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜)(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟?|时)(?![\d建个])"
    r"|(?<![\d第一二三四五六七八九十百零两.])(?P<hour3>\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?P<minute3>[0-5]\d|[二三四五]?十[一二三四五六七八九]?)(?![\d%个万亿倍成])分?"
    r"|(?<![\d:.])(?P<hour2>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:]))(?P<half>半)?"
)
_HOUR = re.compile(r"[\d一二两三四五六七八九十][点时:]")
_MONTH_OR_DAY = re.compile(r"[\d一二三四五六七八九十个][月日号]")
_SPANS = {3: "一季度", 6: "上半年", 9: "前三季度", 12: "全年"}
_QUARTERS: dict[tuple[int | None, int | None], str] = {
    (1, 3): "一季度",
    (4, 6): "二季度",
    (7, 9): "三季度",
    (10, 12): "四季度",
    (1, 6): "上半年",
    (7, 12): "下半年",
    (1, 9): "前三季度",
    (1, 12): "全年",
}
_EACH_QUARTER = re.compile(r"一个?季度(?:[\u4e00-\u9fff]{0,4}?(?:[一两二三]|\d)[次回趟场遍]|一(?![季是]))")
_QUARTER_LIST = re.compile(r"[一二三四1-4](?:[、和][一二三四1-4])+[两二三]?个?季度")
_SHORT_QUARTER = re.compile(r"(?<![一二三四\d])(?P<order>[一二三四])季(?=[\d第没未一二三四五六七八九十])")
_QUARTER = ("", "一季度", "二季度", "三季度", "四季度")
_LAST_SHORT = 59
_EACH_WEEK = re.compile(
    r"(?<![第头上下前后这那])一个?(?:礼拜|星期)(?=[\u4e00-\u9fff]{0,3}?[一两二三四五六七八九十几\d])"
)
_HALVES = re.compile(r"上[、和]?下半年")


def read_times(text: str, marks: Iterable[Mark], claims: Claims) -> Iterator[Fact]:
    """Read every date and period.

    `scope` is a plain name for comparing: `Y2023`, `M3`, `M3-12` (12 March), `M1~9`, or the first word of the
    phrase book's line (今年 and 一年来 are both 全年). `text` keeps what was written.
    """
    for found in _HALVES.finditer(text) if "下半年" in text else ():
        if not claims.touches(found.start(), found.end()):
            claims.take(found.start(), found.end())
            yield _date(text, found.start(), found.start() + 1, "上半年")
            yield _date(text, found.end() - 3, found.end(), "下半年")
    for found in _QUARTER_LIST.finditer(text) if "季度" in text else ():
        if not claims.touches(found.start(), found.end()):
            claims.take(found.start(), found.end())
            for at in range(found.start(), found.end(), 2):
                if (order := _number(text[at])) and order < len(_QUARTER):
                    yield _date(text, at, at + 1, _QUARTER[order])
    for found in _SHORT_QUARTER.finditer(text) if "季" in text else ():
        yield from _claim(text, found, _QUARTER["一二三四".index(found["order"]) + 1], claims)
    for found in _TWO_YEARS.finditer(text):
        if int(found["last"]) == int(found["first"]) + 1 and not claims.touches(found.start(), found.end()):
            claims.take(found.start(), found.end())
            yield _date(text, found.start(), found.end("first"), f"Y20{found['first']}")
            yield _date(text, found.start("last"), found.end(), f"Y20{found['last']}")
    for found in _DOTTED_DAYS.finditer(text) if "." in text or "/" in text else ():
        yield from _claim(text, found, _dotted_scope(found), claims)
    for found in _EACH_DAY.finditer(text):
        yield from _claim(text, found, f"D{found['day']}", claims)
    for found in _YEAR.finditer(text):
        if found["span"]:
            if not claims.touches(found.start(), found.end()):
                claims.take(found.start(), found.end())
                yield _date(text, found.start(), found.end("span"), f"Y{found['span']}")
                yield _date(text, found.start("until"), found.end(), f"Y{found['until']}")
            continue
        year = _number(found["year"])
        if year is None or 100 <= year < 1900 or (found.start() and text[found.start() - 1].isdigit()):
            continue
        yield from _claim(text, found, f"Y{_whole(year)}", claims)
    for mark in longest(labelled(marks, ("scopes",))):
        before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
        if mark.word[0].isdigit() and (before.isdigit() or before == "-"):
            continue
        if mark.word in {"年度", "同期"} and before and before in "0123456789季上本去下":
            continue
        if mark.word == "年度" and after in {"考", "目", "任", "总", "工"}:
            continue
        if mark.word[0] in "年" and before and before in "0123456789零〇一二两三四五六七八九十几多半今去":
            continue
        if (mark.word[0] in "上下前" and before == "以") or (
            mark.word[-1] == "年" and after in {"轻", "龄", "级", "货"}
        ):
            continue
        if mark.word in {"半年", "一年中"} and after in {"多", "内"}:
            continue
        if not claims.touches(mark.start, mark.end) and not claims.in_word(mark.start, mark.end):
            scope = (
                "每季度"
                if _EACH_QUARTER.match(text, mark.start)
                else next(label[7:] for label in mark.labels if label.startswith("scopes:"))
            )
            claims.take(mark.start, mark.end)
            yield _date(text, mark.start, mark.end, scope)
    for found in _DOTTED.finditer(text) if "20" in text else ():
        if not claims.touches(found.start(), found.end()):
            claims.take(found.start(), found.end())
            day = f"-{int(found['day'])}" if found["day"] else ""
            yield _date(text, found.start(), found.end("year"), f"Y{found['year']}")
            yield _date(text, found.start("month"), found.end(), f"M{int(found['month'])}{day}")
    for found in _EACH_MONTH.finditer(text):
        yield from _claim(text, found, "每月", claims)
    for found in _EACH_WEEK.finditer(text):
        yield from _claim(text, found, "每周", claims)
    months = _MONTH_OR_DAY.search(text) is not None
    for found in _FIRST_MONTHS.finditer(text) if months else ():
        last = _number(found["months"])
        yield from _claim(text, found, _SPANS.get(last or 0, f"M1~{last}"), claims)
    for found in _CLOCK.finditer(text) if _HOUR.search(text) else ():
        hour = _number(found["hour"] or found["hour2"] or found["hour3"])
        minute = _number(found["minute"] or found["minute3"] or "0")
        if hour is not None and hour <= 24 and minute is not None:
            minutes = hour % 12 * 60 + minute + 30 * bool(found["half"])
            yield from _claim(text, found, f"T{minutes}", claims)
    for found in _DAYS.finditer(text) if months else ():
        month, one, two = _number(found["month"]), _number(found["one"]), _number(found["two"])
        if _is_month(month) and one and two and two < 32 and not claims.touches(found.start(), found.end()):
            claims.take(found.start(), found.end())
            yield _date(text, found.start(), found.end("one"), f"M{month}-{one}")
            yield _date(text, found.start("two"), found.end(), f"M{month}-{two}")
    for found in _TWO_MONTHS.finditer(text) if months else ():
        one, two = _number(found["one"]), _number(found["two"])
        if _is_month(one) and _is_month(two) and not claims.touches(found.start(), found.end()):
            claims.take(found.start(), found.end())
            yield _date(text, found.start(), found.end("one"), f"M{one}")
            yield _date(text, found.start("two"), found.end(), f"M{two}")
    for found in _MONTH.finditer(text) if months else ():
        named = _month_scope(found)
        before = text[found.start() - 1 : found.start()]
        if claims.in_word(found.start(), found.end()):
            continue
        if named is not None and not before.isdigit() and before not in {"百", "千"}:
            yield from _claim(text, found, named, claims)


def _dotted_scope(found: re.Match[str]) -> str:
    first, last = found["from"] or found["day"] or found["since"], found["to"]
    month, _, day = first.replace("/", ".").partition(".")
    if last is None:
        return f"M{month}-{day}"
    until, _, end = last.replace("/", ".").partition(".")
    return f"M{month}-{day}~-{end}" if until == month else f"M{month}-{day}~{until}-{end}"


def _whole(year: int) -> int:
    """1998 for 98, 2023 for 23."""
    return year if year > 1000 else year + (1900 if year > _LAST_SHORT else 2000)


def _claim(text: str, found: re.Match[str], scope: str, claims: Claims) -> Iterator[Fact]:
    if not claims.touches(found.start(), found.end()):
        claims.take(found.start(), found.end())
        yield _date(text, found.start(), found.end(), scope)


def _date(text: str, start: int, end: int, scope: str) -> Fact:
    return Fact(FactKind.DATE, start, end, text[start:end], scope=scope)


def _number(run: str) -> int | None:
    if run.isdigit():
        return int(run)
    if len(run) == 2 and all(sign in DIGITS for sign in run):
        return DIGITS[run[0]] * 10 + DIGITS[run[1]]
    parsed = parse_chinese(run)
    return int(parsed[0]) if parsed is not None and parsed[1] is None else None


def _month_scope(found: re.Match[str]) -> str | None:
    if day := found["lone"] or found["lone2"]:
        number = _number(day)
        return f"D{number}" if number is not None and 0 < number < 32 else None
    if found["pair"]:
        first, last = _number(found["pair"][0]), _number(found["pair"][1])
        return f"M{first}~{last}" if _is_month(first) and _is_month(last) else None
    if found["first"]:
        first, last = _number(found["first"]), _number(found["last"])
        return _span(first, last) if _is_month(first) and _is_month(last) else None
    month = _number(found["month"])
    if not _is_month(month):
        return None
    scope = f"M{month}"
    if found["day"]:
        scope += f"-{_number(found['day'].rstrip('日号'))}"
    if found["sep"] and (found["month2"] or found["day2"]):
        until = _number(found["month2"]) if found["month2"] else month
        if not found["day"] and not found["day2"]:
            return _span(month, until)
        scope += "~" if until == month and found["day2"] else f"~{until}"
        if found["day2"]:
            scope += f"-{_number(found['day2'].rstrip('日号'))}"
    return scope


def _span(first: int | None, last: int | None) -> str:
    return _QUARTERS.get((first, last), f"M{first}~{last}")


def _is_month(month: int | None) -> bool:
    return month is not None and 1 <= month <= 12
