"""A number of the prose that the notes give without writing it: 其余2条, 垫底, 三项：甲、乙、丙."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ..fact import Direction, Fact, FactKind, Hedge
from ..matching.agreeing import is_measured, same_measure
from ..text.reading import Reading
from ..trial import Trial
from .number_tellings import MOST_OF

_TEN_THOUSAND = 10_000
_IN_TEN_THOUSANDS = frozenset(("万", "w", "W"))
_UP_TO_THOUSANDS = frozenset(("", "百", "千"))
_LAST_YEAR = frozenset(("去年", "上年"))
_SHORT = 2
_A_PIECE = re.compile("[了着]块(?=[\u4e00-\u9fff])(?!钱)")
_ONCE = re.compile("[了过](?:[顿趟次场遍轮堂]|回(?![来去家头]))")
"""吃了顿饭 is 1次."""
_HALF_OF_IT = re.compile("[了到个着]半[截边拉片扇墙]")
_LEAD = 6
_MOST_IN_TEN_THOUSANDS = 1000
_EACH = re.compile(r"[每均]|一(?:公斤|[斤亩吨户人盏台次回间晚份套])|/(?:公斤|[斤亩吨户人天月年副])")
"""What is told for one of its kind is a small sum: no 800 a month is 800万."""
_HIGHEST = re.compile(r"最[高大多好快强先早前长优]|头一|领先|(?<!倒数)第一|数一数二")
_LOWEST = re.compile(r"最[低小少差慢弱后末短]|倒数|垫底|末位")
_IN_TURN = frozenset("批期轮届季")
"""二批, 三期 may be the second and the third, and be told as 第二批."""
_PAIR, _TEN = 2, 10
_EVERY_OTHER = re.compile("隔一?(?P<unit>[天日周月年]|个?星期|个?礼拜|个月)")
_DAYS_AND_WEEKS = {"日": "天", "星期": "周", "礼拜": "周"}
_OF_THEM = re.compile("[\u4e00-\u9fff]{0,3}?(?:里[头面边]?|之?中|当中|有)")


def is_superlative(trial: Trial, fact: Fact) -> bool:
    """居首位 told of 面积最大, 垫底 told of 最低的: a superlative is a first or a last place."""
    if fact.kind is not FactKind.RANK or fact.value != 1 or fact.scope not in {"", "last"}:
        return False
    if any(sign.isdecimal() for sign in fact.text) or "第" in fact.text:
        return False
    return (_LOWEST if fact.scope == "last" else _HIGHEST).search(trial.notes.text) is not None


def is_figure_of_speech(fact: Fact) -> bool:
    """镇村两级, 三道防线, 四位一体: a report counts its facts in digits, spelled counts are style.

    Spelled counts that replace a count of the notes are still found, by the missing one.
    """
    if fact.text[:1].isdecimal() or fact.hedge or fact.value is None:
        return False
    return (fact.kind is FactKind.COUNT and fact.value <= 10) or (
        not fact.unit and len(fact.text) == 2 and fact.text[0] == "一"
    )


def is_whole_or_none(other: Reading, fact: Fact) -> bool:
    """100% where the other side says 全部, 0 where it says 没有."""
    if fact.value == 100 and fact.measure == "percent":
        return re.search(r"全|都|均|满", other.text) is not None
    return fact.value == 0 and any("negation" in mark.labels for mark in other.attributes)


def is_said(trial: Trial, fact: Fact) -> bool:
    """近两年, where the notes say 这两年; 一半以上, 一多半; 两倍以上, 翻一倍多."""
    if fact.value == _PAIR and fact.measure in {"days", "months"} and _is_every_other(trial, fact):
        return True
    if fact.text == "两年" and trial.prose.text.endswith("明后", 0, fact.start):
        return "明后年" in trial.notes.text
    bare = fact.text.lstrip("近")
    if (
        len(bare) == _SHORT
        and not bare[0].isdecimal()
        and any(f"{sign}{bare}" in trial.notes.text for sign in "这那")
    ):
        return True
    if trial.prose.text[max(0, fact.start - 2) : fact.start].endswith(("这", "上述", "该")) and any(
        same_measure(fact, note) and fact.size == note.size for note in trial.notes.numbers
    ):
        return True
    if fact.text in {"一半", "半数"} and _is_half_of_it(trial, fact):
        return True
    if fact.measure == "percent" and MOST_OF.fullmatch(fact.text):
        return any(_same_way(trial, fact, found) for found in MOST_OF.finditer(trial.notes.text))
    return fact.unit == "倍" and any(
        note.measure == "percent" and note.size + 100 == fact.size and note.hedge == fact.hedge
        for note in trial.notes.numbers
    )


def _is_half_of_it(trial: Trial, fact: Fact) -> bool:
    """拆除一半, where the notes say of the same thing 拆了半截."""
    here = trial.prose.clause_at(fact.start)
    told = trial.prose.telling(here.start, here.end)
    clauses = (trial.notes.clause_at(found.start()) for found in _HALF_OF_IT.finditer(trial.notes.text))
    return any(told & trial.notes.telling(clause.start, clause.end) - {"半"} for clause in clauses)


def _is_every_other(trial: Trial, fact: Fact) -> bool:
    """每两周, where the notes say 隔一周."""
    units = (found["unit"].removeprefix("个") for found in _EVERY_OTHER.finditer(trial.notes.text))
    told = fact.unit.removeprefix("个")
    return _DAYS_AND_WEEKS.get(told, told) in {_DAYS_AND_WEEKS.get(unit, unit) for unit in units}


def _same_way(trial: Trial, fact: Fact, most: re.Match[str]) -> bool:
    """Whether the notes do not let rise what the prose lets fall by more than half."""
    clause = trial.notes.clause_at(most.start())
    up, down = (trial.notes.has(clause.start, most.start(), way) for way in ("up", "down"))
    return not ((fact.direction is Direction.UP and down) or (fact.direction is Direction.DOWN and up))


def is_implied(trial: Trial, fact: Fact) -> bool:
    """Whether the notes say 写了篇调研, 建个烘干房 or 1个 where the prose counts 1篇, 1座, 1名."""
    if fact.hedge:
        return fact.hedge is Hedge.OVER and f"一{fact.unit}多" in trial.notes.text
    notes, measures = trial.notes.text, trial.lexicon.measures
    alike = [fact.unit, *[unit for unit, other in measures.items() if other.group == fact.measure == "items"]]
    if f"有{fact.unit}" in notes or any(f"一{unit}" in notes for unit in alike):
        return True
    if fact.measure == "items" and "一把火" in trial.notes.text:
        return True
    if fact.measure == "times" and _ONCE.search(trial.notes.text):
        return True
    if fact.unit == "块" and _A_PIECE.search(notes):
        return True
    if is_measured(fact.measure):
        return False
    text = trial.prose.text
    if re.search(r"[剩余另]", text[max(0, fact.start - 4) : fact.start]) and re.search(
        r"[剩余另还]", trial.notes.text
    ):
        return True
    ones = [note for note in trial.notes.numbers if note.value == 1 and note.kind is not FactKind.RANK]
    if any(same_measure(fact, note) or (note.weak and not note.measure) for note in ones):
        return True
    unit = re.escape(fact.unit)
    if re.search(rf"[一了有在搞办是给那]{unit}|[一了有开搞办那缺差]个|有家(?!里)", trial.notes.text):
        return True
    clause = trial.prose.clause_at(fact.start)
    around = (
        text[max(clause.start, fact.start - 6) : fact.start] + text[fact.end : min(clause.end, fact.end + 6)]
    )
    nouns = {around[at : at + 2] for at in range(len(around) - 1)}
    return any(
        noun in trial.notes.text[found.end() : found.end() + 8]
        for found in re.finditer(
            rf"[\u4e00-\u9fff](?:个|{unit})" if unit else r"[\u4e00-\u9fff]个", trial.notes.text
        )
        for noun in nouns
    )


def short_of(trial: Trial, fact: Fact, missing: Iterable[Fact]) -> Fact | None:
    """The short number that the prose tells in full: 公车18.8/接待9.6 in a line of 万元, (去年9) after 第7.

    二批 may be the second of them.
    """
    if fact.kind is FactKind.RANK:
        return next((note for note in trial.notes.numbers if _was_rank(trial, note, fact)), None)
    if fact.measure != "money":
        return None
    return next((note for note in missing if _is_in_ten_thousands(trial, note, fact)), None)


def _was_rank(trial: Trial, note: Fact, fact: Fact) -> bool:
    if note.value != fact.value or (note.unit and note.unit != fact.unit):
        return False
    before = trial.notes.text[max(0, note.start - 2) : note.start]
    return fact.unit in _IN_TURN if note.unit else before in _LAST_YEAR


def _is_in_ten_thousands(trial: Trial, note: Fact, fact: Fact) -> bool:
    if note.unit or note.scale not in _UP_TO_THOUSANDS or note.hedge is not fact.hedge or not note.value:
        return False
    bare = note.text[0].isdecimal()
    if (bare and note.value >= _MOST_IN_TEN_THOUSANDS) or not _IN_TEN_THOUSANDS.isdisjoint(note.text):
        return False
    clause = trial.notes.clause_at(note.start)
    if _EACH.search(trial.notes.text, clause.start, min(clause.end, note.end + 2)):
        return False
    near = trial.note_of(note.start)
    return note.value * _TEN_THOUSAND == fact.size and any(
        other.scale in _IN_TEN_THOUSANDS and abs(trial.note_of(other.start) - near) < 2
        for other in trial.notes.numbers
    )


def sides_of(trial: Trial, fact: Fact) -> tuple[Fact, ...]:
    """1:5 of 五个老人一个, 九成 of 十个里有九个: a proportion of two numbers that stand side by side."""
    if fact.measure not in {"proportion", "percent"} or not fact.value:
        return ()
    for first, second in pairwise(trial.notes.numbers):
        if second.start - first.end > 8 or not first.value or not second.value:
            continue
        if fact.measure == "percent":
            of_ten = first.value == _TEN and _OF_THEM.match(trial.notes.text, first.end)
            if of_ten and second.value * _TEN == fact.size:
                return first, second
        elif fact.value in {first.value / second.value, second.value / first.value}:
            return first, second
    return ()
