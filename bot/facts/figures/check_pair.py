"""A number of the prose beside the number of the notes it tells: hedge, direction, time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import Direction, Fact, FactKind, Hedge
from ..finding import Finding, FindingKind
from ..matching.agreeing import same_hedge, same_measure
from ..matching.pairing import Pair
from ..readers.hedging import BARE
from ..text.reading import Reading
from ..trial import Trial
from .check_turns import ends_of_changes

_ESTIMATED = re.compile("估[计算测摸]|预估|测算|据说|据称|据了解")
_FORESEEN = re.compile(f"{_ESTIMATED.pattern}|预计|预期")
_BASE_ABOUT = re.compile("(?:每|一|/)(?:公斤|[斤吨亩户天月年人个])(?:左右|上下)")
_YEARS = frozenset(("去年", "前年", "明年"))
_IN_YEAR = re.compile(r"[上下]半年|[一二三]季度|M\d+$")
_RIVALS = frozenset(("全年", "去年", "前年", "明年", "环比"))
_NARROW = re.compile(r"上半年|下半年|[一二三四]季度|M\d|D\d|年底|年初|春节|旬|去年|前年|明年|Y\d")
_PART = re.compile(r"[上下]半年|[一二三四]季度|M\d+$")
_DELTA = re.compile(r"[比较].{1,6}?(?:减少|增加|下降|上升|提高|降低|回落|多|少)了?$")
_LEVEL = re.compile(r"(?<![比较跟])(?:去年|上年|前年)[是有为才]?$")
_TURN = "增加?|增长|减少?|压减|缩减|压缩|缩短|下?降低?|上?升|提[高升]|涨|跌|扩大?|回落"
_UP_TO = re.compile(rf"(?:{_TURN})[到至达为]了?$|[谈加长升降涨][到至](?:一|每)[年月天亩斤个间]$")
_BY = re.compile(rf"(?<![新净])(?:{_TURN})了?$")
_TIMES_AS_MUCH = re.compile(
    "(?:去年|上年|前年|往年|以前|原来|过去|同期|之前|头年|[是抵顶]|相当于)[^,。;]{0,4}的$"
)
_AS_EVER = re.compile(r"[比较]往年")
_PLANNED = re.compile("预算|任务|目标|指标|计划|要求|规定")
_SHORT_OF = re.compile("[距离][^,。;]{2,16}(?:差距|不足|之遥|尚[有差远]|还[有差])|差距|未[能]?达|低于|不足")
_HIGHER = re.compile("[%个点]*[高多]")
"""比要求的85高 is 高于85%."""
_CAPPED = re.compile("最[高多]|封顶|上限")
_NEAR, _FAR, _LEAD, _LEAD_OF_GOAL = 8, 12, 20, 4
_PASSED = re.compile(r"[超过破越逾满够]|上了|多的")

_OPPOSITES = (
    (re.compile("赚|盈|净得|增收"), re.compile("亏|[赔蚀][了本]?|折本")),
    (re.compile("提前|提早|早了?"), re.compile("推迟|延[后误期]|晚了?|迟了?")),
)
"""Words before a number that say which way it goes."""


_GOAL = re.compile("(?:目标|任务|指标)(?:数?是|为|定在|定为|定了?)?$")
_ACHIEVED = re.compile("(?:完成|实现|达到?|建成|突破|已)[\u4e00-\u9fff]{0,6}$")
_ACHIEVED_SINCE = re.compile("完成|达到|实现|超|完了|够了|做到|兑现|全")
_AIMED = re.compile("目标|任务|计划|指标|要求|拟|将|力争|争取|确保|明年|预计|未|没")


def _is_turned(prose: Fact, note: Fact) -> bool:
    """Whether one lead says gained, or earlier, and the other lost, or later."""
    for words in _OPPOSITES:
        told = [word for word in words if word.search(prose.subject)]
        if len(told) == 1:
            given = [word for word in words if word.search(note.subject)]
            if len(given) == 1 and told != given:
                return True
    return False


def _falls_short(trial: Trial, pair: Pair) -> bool:
    """Whether the prose says in words what a hedge says in the notes: 没到95% is told by 距95%尚有差距."""
    if pair.prose.hedge is Hedge.UNDER and pair.note.hedge is Hedge.NONE:
        return "未" in pair.prose.text and _PLANNED.search(pair.note.subject) is not None
    if pair.note.hedge is not Hedge.UNDER or pair.prose.hedge is not Hedge.NONE:
        return False
    clause = trial.prose.clause_at(pair.prose.start)
    return _SHORT_OF.search(trial.prose.text, clause.start, clause.end) is not None


def check_pair(trial: Trial, pair: Pair) -> Iterator[Finding]:
    """Two numbers of one value must agree in hedge, direction and time, unless one of them is weak."""
    prose, note = pair.prose, pair.note
    if (prose.weak and not prose.unit) or (note.weak and not note.unit and note.text[-1] not in BARE):
        if {prose.hedge, note.hedge} == {Hedge.OVER, Hedge.UNDER}:
            yield trial.told(FindingKind.HEDGE_CHANGED, prose.start, prose.end, note)
        return
    if (
        not same_hedge(prose, note)
        and prose.kind is not FactKind.RANK
        and not _exceeds_in_words(trial, pair)
        and not _is_estimated(trial, pair)
        and not _falls_short(trial, pair)
    ) or _is_about_by_base(trial, pair):
        yield trial.told(FindingKind.HEDGE_CHANGED, prose.start, prose.end, note)
    if _is_delta_of_level(trial, pair) or _is_other_end(trial, pair):
        yield trial.told(FindingKind.NUMBER_CHANGED, prose.start, prose.end, note)
    if _is_goal(trial, pair):
        yield trial.told(FindingKind.STATUS_CHANGED, prose.start, prose.end, note)
    opposite = {prose.direction, note.direction} == {Direction.UP, Direction.DOWN}
    if (opposite and not _is_end_of_change(trial, pair)) or _is_turned(prose, note):
        yield trial.told(FindingKind.DIRECTION_FLIPPED, prose.start, prose.end, note)
    if _AS_EVER.search(prose.subject):
        return
    told, given = _own_scope(trial.prose, prose), _own_scope(trial.notes, note)
    if told != given and (
        {told, given} <= _RIVALS
        or (told == "全年" and _IN_YEAR.match(given))
        or _are_parts(trial, told, given, note)
    ):
        yield trial.told(FindingKind.DATE_CHANGED, prose.start, prose.end, note)
    elif prose.kind is not FactKind.RANK and prose.scope != note.scope and prose.scope and note.scope:
        lost = (
            note.scope not in trial.prose.scopes
            and _NARROW.match(note.scope)
            and (note.scope, prose.scope) != ("年底", "全年")
            and not (prose.scope == "环比" and note.scope[0] == "M")
        )
        fresh = prose.scope not in trial.notes.scopes and _NARROW.match(prose.scope)
        if lost or (fresh and not prose.scope.startswith("Y")):
            yield trial.told(FindingKind.DATE_CHANGED, prose.start, prose.end, note)


def _is_delta_of_level(trial: Trial, pair: Pair) -> bool:
    """比上年减少3起, where the notes say 去年3起: a level of the year before told as a change."""
    given = trial.notes.text[max(0, pair.note.start - 4) : pair.note.start]
    if "年" not in given or _LEVEL.search(given) is None:
        return False
    return _DELTA.search(trial.prose.before(pair.prose.start, _FAR)) is not None


def _is_other_end(trial: Trial, pair: Pair) -> bool:
    """减少41套, where the notes say 降到41套: what something came to told as by how much, or the reverse."""
    given = trial.notes.before(pair.note.start, _NEAR)
    is_level = _UP_TO.search(given) or (pair.note.unit == "倍" and _TIMES_AS_MUCH.search(given))
    other_end = _BY if is_level else _UP_TO if _BY.search(given) else None
    return other_end is not None and other_end.search(trial.prose.before(pair.prose.start, _NEAR)) is not None


def _is_end_of_change(trial: Trial, pair: Pair) -> bool:
    """Whether the prose goes to the number; or comes from it, where the notes went to it: 跌到两块多."""
    end = ends_of_changes(trial.prose).get(pair.prose.start)
    if end == "from":
        return _UP_TO.search(trial.notes.before(pair.note.start, _NEAR)) is not None
    return end == "to"


def _is_goal(trial: Trial, pair: Pair) -> bool:
    """完成5万亩, where the notes only say 目标是5万亩."""
    if not _GOAL.search(trial.notes.before(pair.note.start, _NEAR)):
        return False
    if not _ACHIEVED.search(trial.prose.before(pair.prose.start, _NEAR)):
        return False
    clause, line = trial.prose.clause_at(pair.prose.start), trial.notes.line_at(pair.note.start)
    if _AIMED.search(trial.prose.text, clause.start, clause.end):
        return False
    return not _ACHIEVED_SINCE.search(trial.notes.text, pair.note.end, line[1])


def _are_parts(trial: Trial, told: str, given: str, note: Fact) -> bool:
    """上半年 and 下半年, 3月 and 5月, where both sides name both: the numbers have changed places."""
    both = {told, given}
    return (
        "分别" not in trial.prose.text
        and all(_PART.match(scope) for scope in both)
        and both <= trial.prose.scopes
        and both <= trial.notes.scopes
        and sum(other.size == note.size for other in trial.notes.numbers) == 1
    )


def _own_scope(reading: Reading, fact: Fact) -> str:
    """The time said for this very number: the last before it in its clause, with no number between."""
    clause = reading.clause_at(fact.start)
    before = reading.facts_in(clause.start, fact.start)
    for other in reversed(before):
        if other.kind is FactKind.DATE:
            return _of_year(reading, other)
        if other.is_number and not other.weak:
            return ""
    return ""


def _is_estimated(trial: Trial, pair: Pair) -> bool:
    """据估计，倒伏2600亩 of 估摸着有2600亩; 每斤1.06元左右 of 一块零六一斤左右."""
    if {pair.prose.hedge, pair.note.hedge} != {Hedge.NONE, Hedge.ABOUT}:
        return False
    if pair.note.hedge is Hedge.ABOUT:
        clause = trial.prose.clause_at(pair.prose.start)
        before = trial.prose.clause_at(max(0, clause.start - 2))
        start = before.start if before.sentence == clause.sentence else clause.start
        return _ESTIMATED.search(trial.prose.text, start, clause.end) is not None
    line = trial.notes.line_at(pair.note.start)[0]
    lead = trial.notes.text[max(line, pair.note.start - _LEAD) : pair.note.start]
    return (
        _FORESEEN.search(lead) is not None or _BASE_ABOUT.match(trial.notes.text, pair.note.end) is not None
    )


def _is_about_by_base(trial: Trial, pair: Pair) -> bool:
    """1.06元, where the notes say 一块零六一斤左右."""
    exact = pair.prose.hedge is Hedge.NONE and pair.note.hedge is Hedge.NONE
    return exact and _BASE_ABOUT.match(trial.notes.text, pair.note.end) is not None


def _of_year(reading: Reading, date: Fact) -> str:
    """The scope of a date: 去年 of 去年全年 and 去年一年."""
    before = reading.text[max(0, date.start - 2) : date.start]
    return before if date.scope == "全年" and before in _YEARS else date.scope


def _exceeds_in_words(trial: Trial, pair: Pair) -> bool:
    """Whether one side says 超了, 过了 as a verb where the other has 超过 as a hedge, or 要求36次."""
    if pair.prose.hedge is Hedge.ABOUT and pair.note.hedge is Hedge.NONE:
        return "一般" in trial.notes.text[max(0, pair.note.start - 3) : pair.note.start]
    if pair.prose.text.startswith("上限") and _CAPPED.search(pair.note.subject[-_LEAD_OF_GOAL:]):
        return True
    if {pair.prose.hedge, pair.note.hedge} != {Hedge.OVER, Hedge.NONE}:
        return False
    bare, text = (pair.note, trial.notes.text) if pair.prose.hedge else (pair.prose, trial.prose.text)
    if bare is pair.note and _HIGHER.match(text, bare.end) and "比" in bare.subject:
        return pair.prose.text.startswith(("高于", "高出"))
    if bare is pair.note and _PLANNED.search(bare.subject[-_LEAD_OF_GOAL:]):
        return any(same_measure(other, bare) and other.size > bare.size for other in trial.notes.numbers)
    return _PASSED.search(text, max(0, bare.start - 3), bare.start) is not None
