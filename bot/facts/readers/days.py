"""Reading months and days: 3月12日, 1—9月, 6.9–6.16, 前三个月, 每月5日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.numerals import number_of

from ..fact import Fact
from ..text.scanning import Scan
from ..text.spans import Claims
from .dates import SMALL, one_date, two_dates

_DAY = (
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
    r"|(?:二?十[一二三四五六七八九]?|三十一?)(?=[-~至到来去开办晚早前后动起竣完以那这当登暴进响落停夜凌上下中傍清半修建装铺挖签投验查拆搬换栽播割请看听讲考评选抓救封捐送拿])"
    r"|(?:[12]\d|3[01]|[1-9])(?=[-~至到来去开办晚早前后那这当启动举召上中下登暴突强夜响进落停鸣,。;、)\n]|$))"
)
_TWO_MONTHS = re.compile(rf"(?P<one>{SMALL})[、和](?P<two>{SMALL})(?:[两二2]?个?)月(?:份)?(?!\d)")
_DAYS = re.compile(
    rf"(?P<month>{SMALL})月(?P<one>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号]?[、和](?P<two>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[日号]|(?=[,。;、)\n]|$))"
)
_MONTH = Scan(
    r"[\d一二三四五六七八九十]",
    rf"(?P<pair>一二|二三|三四|四五|五六|六七|七八|八九)(?:两个)?月(?:份)?"
    rf"|(?P<month>{SMALL})月(?:份)?(?:(?P<day>{_DAY}))?(?:(?P<sep>[-~至到])(?:(?P<month2>{SMALL})月(?:份)?)?(?:(?P<day2>{_DAY}))?)?"
    rf"|(?P<first>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[-~至到](?P<last>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月(?:份)?"
    rf"|(?<![\d第\u4e00-\u9fff])(?P<lone>\d{{1,2}})[日号](?![楼线院机路桥井棚坝库公池塘泵渠闸矿厂馆仓标])|(?<=[于在到至从截逢每月以])(?P<lone2>{SMALL})[日号](?![楼线院机路桥井棚坝库内])",
)
_TO_NEXT_YEAR = re.compile("[-~至到](?:次|翌|来|明|第二)年")
_OVER_NEW_YEAR = re.compile(
    rf"(?P<first>{SMALL})月份?{_TO_NEXT_YEAR.pattern}(?P<last>{SMALL})月份?(?![\d一二三四五六七八九十])"
)
_EACH_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十])一月(?=[\d一二两三四五六七八九十几好能收挣给发只才交停跑用换洗付结领差亏赚省花还])(?![\d一二三四五六七八九十]+[日号])"
)
_DOTTED = re.compile(
    r"(?P<year>20(?<![\d.]20)[0-4]\d)[./-](?P<month>1[0-2]|0?[1-9])(?:[./-](?P<day>\d{1,2}))?(?![\d.%万亿个年元])"
)
_DOT = r"(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])"
_SLASH = _DOT.replace(r"\.", "/")
_NAMED = _DOT.replace(r"\.", "·")
_DOTTED_DAYS = Scan(
    r"[\d至到自从](?=\d{0,2}[./·]\d)",
    rf"(?<![\d.])(?P<from>{_DOT}|{_SLASH})(?:[-~至到]+(?P<to>{_DOT}|{_SLASH})(?![\d.%万亿wW个元倍米吨公]))"
    rf"|(?<![\d.])(?P<day>{_DOT})(?=[起止签](?!\d)|[那这][场次天晚回]|人代会|党代会|人大)|(?<![\d.·])(?P<named>{_NAMED})(?![\d.·])|(?<![跌涨降升增减达提扩压加缩延短长])[至到自从](?P<since>{_DOT})(?![\d./%万亿wW个元倍米吨公亩户人天小分成度斤克升平方降涨增减提掉跌压缩])",
)
"""6.9–6.16, 10.1起, 到11.30, 8·14那场雨."""
_EACH_DAY = re.compile(
    r"每月(?P<day>[12]?\d|3[01]|(?:二?十[一二三四五六七八九]?|三十一?)(?!来)|[一二三四五六七八九](?=[号日]))"
    r"(?:[号日]|(?=[、,。;:!?\n至到~-]|$| (?!\d)|[发开收交报领例评集组学召上下去来查巡接检看盘碰清对公]))"
)
_FIRST_MONTHS = re.compile(rf"(?:今年)?(?:[前头](?!一个)|首个?)(?P<months>{SMALL}|仨)个?月")
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
_EACH_WEEK = re.compile(
    r"(?<![第头上下前后这那])一个?(?:礼拜|星期)(?=(?:(?!了)[\u4e00-\u9fff]){0,3}?[一两二三四五六七八九十几\d])"
)


def read_dotted_spans(text: str, claims: Claims) -> Iterator[Fact]:
    """6.9–6.16, 10.1起, 到11.30, 8·14那场雨."""
    for found in _DOTTED_DAYS.finditer(text):
        yield from one_date(text, found, _dotted_scope(found), claims)


def read_dotted_dates(text: str, claims: Claims) -> Iterator[Fact]:
    """2023.3.12: a year and a day of it."""
    for found in _DOTTED.finditer(text) if "20" in text else ():
        day = f"-{int(found['day'])}" if found["day"] else ""
        scopes = f"Y{found['year']}", f"M{int(found['month'])}{day}"
        yield from two_dates(text, found, scopes, (found.end("year"), found.start("month")), claims)


def read_days_of_months(text: str, claims: Claims) -> Iterator[Fact]:
    """每月5日: a day without its month."""
    for found in _EACH_DAY.finditer(text):
        yield from one_date(text, found, f"D{number_of(found['day'])}", claims)


def read_rates(text: str, claims: Claims) -> Iterator[Fact]:
    """一月两次, 一个礼拜三趟: how often."""
    for found in _EACH_MONTH.finditer(text) if "一月" in text else ():
        yield from one_date(text, found, "每月", claims)
    for found in _EACH_WEEK.finditer(text) if "礼拜" in text or "星期" in text else ():
        yield from one_date(text, found, "每周", claims)


def read_first_months(text: str, claims: Claims) -> Iterator[Fact]:
    """前三个月, 今年头九个月: a quarter, a half year or so many months from the first on."""
    for found in _FIRST_MONTHS.finditer(text) if "月" in text else ():
        last = number_of(found["months"])
        yield from one_date(text, found, _SPANS.get(last or 0, f"M1~{last}"), claims)


def read_over_new_year(text: str, claims: Claims) -> Iterator[Fact]:
    """10月至次年4月: the same span as 10月到4月."""
    for found in _OVER_NEW_YEAR.finditer(text) if _TO_NEXT_YEAR.search(text) else ():
        first, last = number_of(found["first"]), number_of(found["last"])
        if _is_month(first) and _is_month(last):
            scope = f"M{first}~{last}" if (last or 0) < (first or 0) else f"M{first}~+{last}"
            yield from one_date(text, found, scope, claims)


def read_months(text: str, claims: Claims) -> Iterator[Fact]:
    """3月5日、12日, 3、5月, 1—9月, 3月12日, 12日."""
    if _MONTH_OR_DAY.search(text) is None:
        return
    for found in _DAYS.finditer(text):
        month, one, two = number_of(found["month"]), number_of(found["one"]), number_of(found["two"])
        if _is_month(month) and one and two and two < 32:
            scopes = f"M{month}-{one}", f"M{month}-{two}"
            yield from two_dates(text, found, scopes, (found.end("one"), found.start("two")), claims)
    for found in _TWO_MONTHS.finditer(text):
        one, two = number_of(found["one"]), number_of(found["two"])
        if _is_month(one) and _is_month(two):
            ends = found.end("one"), found.start("two")
            yield from two_dates(text, found, (f"M{one}", f"M{two}"), ends, claims)
    for found in _MONTH.finditer(text):
        if pair := found["pair"]:
            one, two = number_of(pair[0]), number_of(pair[1])
            scopes, at = (f"M{one}", f"M{two}"), found.start() + 1
            yield from two_dates(text, found, scopes, (at, at), claims)
            continue
        named = _month_scope(found)
        before = text[found.start() - 1 : found.start()]
        if claims.in_word(found.start(), found.end()):
            continue
        if named is not None and not before.isdigit() and before not in {"百", "千"}:
            yield from one_date(text, found, named, claims)


def _dotted_scope(found: re.Match[str]) -> str:
    first, last = found["from"] or found["day"] or found["named"] or found["since"], found["to"]
    month, _, day = first.replace("/", ".").replace("·", ".").partition(".")
    if last is None:
        return f"M{month}-{day}"
    until, _, end = last.replace("/", ".").partition(".")
    return f"M{month}-{day}~-{end}" if until == month else f"M{month}-{day}~{until}-{end}"


def _month_scope(found: re.Match[str]) -> str | None:
    if day := found["lone"] or found["lone2"]:
        number = number_of(day)
        return f"D{number}" if number is not None and 0 < number < 32 else None
    if found["first"]:
        first, last = number_of(found["first"]), number_of(found["last"])
        return _span(first, last) if _is_month(first) and _is_month(last) else None
    month = number_of(found["month"])
    if not _is_month(month):
        return None
    scope = f"M{month}"
    if found["day"]:
        scope += f"-{number_of(found['day'].rstrip('日号'))}"
    if found["sep"] and (found["month2"] or found["day2"]):
        until = number_of(found["month2"]) if found["month2"] else month
        if not found["day"] and not found["day2"]:
            return _span(month, until)
        scope += "~" if until == month and found["day2"] else f"~{until}"
        if found["day2"]:
            scope += f"-{number_of(found['day2'].rstrip('日号'))}"
    return scope


def _span(first: int | None, last: int | None) -> str:
    return _QUARTERS.get((first, last), f"M{first}~{last}")


def _is_month(month: int | None) -> bool:
    return month is not None and 1 <= month <= 12
