"""Since when somebody is in office: the time alone where that is all they told, else their words."""

import re

from bot.numerals import in_figures, number_of

_DIGIT = "〇零○一二三四五六七八九"
_PART = r"(?:上旬|中旬|下旬|上半月|下半月|[初中末底])"
_DAY = rf"(?:\d{{1,2}}|[{_DIGIT}十廿]{{1,3}})[日号]"
_MONTH = rf"(?:\d{{1,2}}|十[一二]?|[一二三四五六七八九])月份?(?:{_DAY}|{_PART})?"
_YEAR = (
    rf"(?:(?:19|20)\d\d年|(?P<whole>[一二](?=[{_DIGIT}]*零)[{_DIGIT}]{{3}})年|(?P<short>[〇零○一二][{_DIGIT}])年|[一二][{_DIGIT}]{{3}}年|大?前年|[去今]年"
    r"|(?P<two>\d\d)年)"
)
_AGO = rf"(?:\d{{1,2}}|[{_DIGIT}十两半]{{1,3}})个?(?:年|月)半?多?(?:以前|之前|前)"
_TIME = re.compile(
    rf"(?P<hedge>大约|大概|[约近])?(?P<time>(?P<year>(?:19|20)\d\d)[.．/-](?P<month>\d{{1,2}})(?!\d)(?![.．/-]\d)"
    rf"|(?:19|20)\d\d[.．/-]\d{{1,2}}[.．/-]\d{{1,2}}|{_AGO}|{_YEAR}(?:的?{_MONTH}|上半年|下半年|年?[初中末底])?)"
)
_IN_WORDS = re.compile(rf"[{_DIGIT}十廿]+(?=[月日号])")
_LAST_CENTURY = 60
"""From here on a year of two figures is one of the last century."""
_TWO_FIGURES = re.compile(r"(?<!\d)\d\d(?=年\d{1,2}月)")
_SHORT = re.compile(r"(?P<year>\d\d)\s*[./-]\s*(?P<month>0?[1-9]|1[0-2])")
_EARLIER = re.compile(r"[，,。；;\s]+(?=(?:之前|此前|以前|原来|原先|先前)[^，,。]{2})")
"""What somebody was before: 21年7月过来的 之前在水利站."""
_STOPS = "。.？?！!，,；; "
_COUNTY = re.compile(r"^.*[县市区旗州盟](?=.)")
_GAP = re.compile(r"【待补：[^】]*】")
_BEFORE = re.compile(r"(?:自|打|从|于|在|是|就|我|本人|[，,：:\s])*")
_BEHIND = re.compile(
    r"(?:开始|正式|一直|[起就才便]|干到现在|到现在|至今|以来|为止"
    r"|接手|接任|接班|接的|任现职|任职|就任|就职|担任|上任|到任|到岗|到职|上岗|履新|履职|现任|被?任命|任"
    r"|[到来在]的?镇里?(?=[，,任当做担工的]|$)"
    r"|过来|[到来]的(?=[，,。\s]|$)|[干当做来]|(?:现在的?)?(?:这个|这一|本|该|现)?(?:职务|岗位|工作|现职|职位|活儿?)"
    r"|[的了吧呢啊哈，,。\s])*"
)


def begun(told: str, place: str, post: str) -> tuple[str, str]:
    """The time since when somebody is in office, or else their words, as they stand in a clause.

    Of what they told, at most words that the report says anyway are left out: that they began, went on, were
    in office, and where and as what.
    """
    if _GAP.fullmatch(told):
        return told, ""
    now, *before = _EARLIER.split(told, maxsplit=1)
    if before and (since := begun(now, place, post)[0]):
        return since, before[0].rstrip(_STOPS)
    if short := _SHORT.fullmatch(told.strip(_STOPS)):
        return f"{_century(short['year'])}{short['year']}年{int(short['month'])}月", ""
    found = _TIME.search(told)
    if found is None:
        nothing = _BEHIND.fullmatch(_BEFORE.sub("", told, count=1))
        return "", "" if nothing else _in_words(told)
    behind = told[found.end() :]
    for one in (post, *post.split("、")):
        behind = behind.replace(one, "任") if one else behind
    town = _COUNTY.sub("", place)
    for name in (place, town, town[:-1] if len(town) > 2 else ""):
        behind = behind.replace(name, "镇") if name else behind
    if not _BEFORE.fullmatch(told[: found.start()]) or not _BEHIND.fullmatch(behind):
        return "", _in_words(told)
    if found["month"]:
        return f"{found['hedge'] or ''}{found['year']}年{int(found['month'])}月", ""
    return _in_full(found), ""


def _in_words(told: str) -> str:
    return _TWO_FIGURES.sub(lambda year: _century(year.group()) + year.group(), told.rstrip(_STOPS))


def _century(year: str) -> str:
    return "20" if int(year) < _LAST_CENTURY else "19"


def _in_full(found: re.Match[str]) -> str:
    """二一年六月 and 二零二一年六月份 as 2021年6月; every other time as it was told."""
    if found["two"]:
        return (found["hedge"] or "") + _century(found["two"]) + _plainly(found["time"])
    told = found["whole"] or found["short"]
    if not told:
        return _plainly(found.group())
    year = ("" if found["whole"] else "20") + in_figures(told)
    rest = _plainly(found["time"]).removeprefix(told)
    return (found["hedge"] or "") + year + _IN_WORDS.sub(_figure, rest)


def _plainly(time: str) -> str:
    """21年的7月份 as reports have it."""
    return time.replace("年的", "年").replace("月份", "月")


def _figure(found: re.Match[str]) -> str:
    number = number_of(found.group())
    return found.group() if number is None else str(number)
