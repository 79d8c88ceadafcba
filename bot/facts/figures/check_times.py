"""Dates and time scopes: 上半年 must not become 全年, nor 3月 become 5月."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..fact import Fact, FactKind
from ..finding import Finding, FindingKind
from ..readers.lunar import FEASTS
from ..text.reading import Reading
from ..trial import Trial
from .check_turns import ends_of_changes
from .said_times import is_said_otherwise
from .scopes import PARTS, agree, ends_of, spans_given

_OFTEN = frozenset(("每月", "每周", "每季度", "每天", "每年", "月均", "半年", "首次"))
_STRICT_SCOPE = re.compile(r"[YMD]\d|.*半年|.*季度|去年|前年|明年|环比")
_DOTTED_DAYS = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})(?![\d.%])")
_NEEDED = re.compile(r"[YMDL]\d|.*半年|.*季度|去年|前年|明年|年底|年初")
_TELLING = re.compile(
    r"[YMDTL]\d|.*半年|.*季度|去年|前年|明年|环比|年底|年初|年中|年前|年后|每|[春夏秋冬]季|春节|元旦|清明|五一|端午|国庆|中秋|[寒暑]假"
)
_FIGURES = frozenset(("天天", "年年", "月月", "开年"))
_SEASONS = re.compile(r"[春夏秋冬汛]")
_FEASTS = frozenset(("春节", "元旦", "清明", "五一期间", "端午", "国庆", "中秋"))
_NEW_YEAR = re.compile("除夕|年三十|大年|初[一二三四五六七]|过年|正月")
_SOME_FEAST = re.compile("(?<![春旦明午庆秋阳宵元竹动环细季情时])节(?![约俭能水电气省点目奏育制])")
"""过节, 节前: which one, the notes do not say."""
_OPEN = frozenset(("全年", "半年", "每年", "三年来", "两年来", "五年来", "任期内", "本届", "首次"))
_HOLIDAYS = (("暑假", "夏"), ("暑期", "夏"), ("寒假", "冬"))
_SEASON, _SAME = re.compile("[春夏秋冬汛]|[寒暑]假|节$|期间$"), 3
_NEXT_YEAR = frozenset(("次年", "翌年"))
_THIRD = re.compile(r"(上旬|初)|(中旬|中(?=[,。;、)]|$))|(下旬|底|末)")
_RESOLVES = re.compile(r"须|务必|必须|定要|一定|要|将|力争|争取|继续|还得|仍需|再")


def check_times(trial: Trial) -> Iterator[Finding]:
    """Every date told must agree with a date given, and every date given must be told."""
    told = [fact for fact in trial.prose.facts if fact.kind is FactKind.DATE]
    given = [fact for fact in trial.notes.facts if fact.kind is FactKind.DATE]
    told_scopes, given_scopes = {fact.scope for fact in told}, {fact.scope for fact in given}
    spanned = {end for scope in told_scopes for end in ends_of(scope)}
    free = [fact for fact in given if not any(agree(scope, fact.scope) for scope in told_scopes | spanned)]
    free = [
        fact for fact in free if not any(sign in trial.prose.text for sign in _SEASONS.findall(fact.text))
    ]
    free = [fact for fact in free if fact.scope not in _OPEN and not _has_year(trial, fact, told)]
    for fact in told:
        if _is_same_day(fact, trial.notes, given_scopes):
            continue
        if fact.scope in _FEASTS:
            if fact.scope == "春节" and _NEW_YEAR.search(trial.notes.text):
                continue
            if fact.scope[:2] in trial.notes.text or _SOME_FEAST.search(trial.notes.text):
                continue
        elif _is_in_season(trial.notes.text, fact):
            continue
        if fact.text in _NEXT_YEAR and "第二年" in trial.notes.text:
            continue
        if spans_given(fact.scope, given_scopes):
            continue
        if fact.scope in _OPEN or any(agree(fact.scope, scope) for scope in given_scopes):
            continue
        if (fact.scope == "去年" and _grows(trial, fact)) or is_said_otherwise(trial, fact, given_scopes):
            continue
        if fact.scope in _OFTEN and any(
            sign in trial.notes.text
            for sign in fact.text.replace("日", "日天").replace("天", "天日")
            if sign in "周月季天日年"
        ):
            continue
        if any(fact.scope == f"M{int(a)}-{int(b)}" for a, b in _DOTTED_DAYS.findall(trial.notes.text)):
            continue
        if not _TELLING.match(fact.scope) or fact.text in _FIGURES:
            continue
        if fact.scope == "明年" and not free and _only_resolves(trial, fact):
            continue
        if fact.text == "来年" and _counts_nothing(trial, fact):
            continue
        note = free.pop(0) if free else None
        yield trial.told(FindingKind.DATE_CHANGED, fact.start, fact.end, note)
    yield from _thirds(trial, told, given)
    opened = [fact for fact in told if fact.scope == "全年"]
    yield from _widened(trial, opened, free)
    for fact in free:
        if not _NEEDED.match(fact.scope) or fact.text in {"上月", "上个月", "往年"}:
            continue
        if _is_same_day(fact, trial.prose, told_scopes):
            continue
        if opened and fact.scope not in {"去年", "明年"}:
            yield trial.told(FindingKind.DATE_CHANGED, opened[0].start, opened[0].end, fact)
            opened = opened[1:]
        else:
            yield trial.missing(fact.start, fact.end)


def _is_same_day(fact: Fact, other: Reading, scopes: Collection[str]) -> bool:
    """Whether one text has a lunar day and the other what it is called besides: 八月十五 and 中秋."""
    if fact.scope[0] == "L" and fact.text in other.text:
        return True
    feast = FEASTS.get(fact.scope)
    if feast is not None and feast.search(other.text):
        return True
    if fact.scope == "年底" and any(scope.startswith("L12-") for scope in scopes):
        return True
    return any(day in scopes and feast.match(fact.text) for day, feast in FEASTS.items())


def _widened(trial: Trial, opened: list[Fact], free: list[Fact]) -> Iterator[Finding]:
    """全年巡逻, where the notes say 暑假 of it and the prose says that nowhere."""
    for wide in opened:
        clause = trial.prose.clause_at(wide.start)
        here = trial.prose.telling(wide.end, clause.end)
        for fact in free:
            given = trial.notes.clause_at(fact.start)
            if _SEASON.search(fact.scope) and len(here & trial.notes.telling(fact.end, given.end)) >= _SAME:
                yield trial.told(FindingKind.DATE_CHANGED, wide.start, wide.end, fact)
                break


def _is_in_season(notes: str, fact: Fact) -> bool:
    """Whether the notes have the season, or the part of a month or a year, that a loose time names."""
    if any(holiday in notes and season in fact.text for holiday, season in _HOLIDAYS):
        return True
    loose = "" if _STRICT_SCOPE.match(fact.scope) else "节初中底末终旬届"
    signs = "春夏秋冬汛" if loose or _SEASONS.search(fact.scope) else ""
    return any(sign in notes for sign in fact.text if sign in signs + loose)


def _thirds(trial: Trial, told: list[Fact], given: list[Fact]) -> Iterator[Finding]:
    """3月上旬, where the notes say 3月下旬."""
    allowed = _thirds_of(trial.notes.text, given)
    for month, thirds in _thirds_of(trial.prose.text, told).items():
        for third, fact in thirds.items():
            if month in allowed and third not in allowed[month]:
                note = next(iter(allowed[month].values()))
                said = _THIRD.match(trial.prose.text, fact.end)
                end = said.end() if said else fact.end
                yield trial.told(FindingKind.DATE_CHANGED, fact.start, end, note)


def _thirds_of(text: str, dates: list[Fact]) -> dict[str, dict[int, Fact]]:
    months: dict[str, dict[int, Fact]] = {}
    for month in dates:
        found = _THIRD.match(text, month.end)
        day = PARTS.match(month.scope)
        if found is not None and month.scope[:1] == "M":
            months.setdefault(month.scope, {})[int(found.lastindex or 0)] = month
        elif day is not None and day[2] and day[3] is None:
            months.setdefault(f"M{day[1]}", {})[min(3, (int(day[2]) + 9) // 10)] = month
    return months


def _counts_nothing(trial: Trial, fact: Fact) -> bool:
    """Whether a clause has no number: 来年的事要从今年没做完的地方做起 dates nothing."""
    clause = trial.prose.clause_at(fact.start)
    return not any(other.is_number for other in trial.prose.facts_in(clause.start, clause.end))


def _only_resolves(trial: Trial, fact: Fact) -> bool:
    """来年务必把这块补丁打好: a resolution without a fact of the notes, as every report has them."""
    clause = trial.prose.clause_at(fact.start)
    if any(other.is_number and not other.weak for other in trial.prose.facts_in(clause.start, clause.end)):
        return False
    words = trial.prose.text[fact.end : clause.end]
    if not _RESOLVES.search(words):
        return False
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in trial.bigrams for pair in pairs) <= len(pairs) // 3


def _grows(trial: Trial, fact: Fact) -> bool:
    """Whether 同比 only spells out the comparison that a growth rate always makes."""
    clause = trial.prose.clause_at(fact.start)
    compares = fact.text in {"同比", "较去年"} or trial.prose.text[max(0, fact.start - 1) : fact.start] in {
        "较",
        "比",
    }
    told = trial.prose.has(clause.start, clause.end, "up", "down")
    return compares and told and any(mark.labels & {"up", "down"} for mark in trial.notes.attributes)


def _has_year(trial: Trial, fact: Fact, told: list[Fact]) -> bool:
    if fact.scope.startswith("Y"):
        return any(other.scope == "全年" for other in told)
    if fact.scope == "明年":
        return any("plan" in mark.labels for mark in trial.prose.attributes)
    if fact.scope == "年底":
        return any(other.text in {"年内", "年终", "全年"} for other in told)
    if fact.scope == "去年" and "from" in ends_of_changes(trial.prose).values():
        return True
    return fact.scope == "去年" and any(
        other.scope in {"去年", "环比"} or (other.scope[:1] == "Y" and other.scope not in trial.notes.scopes)
        for other in told
    )
