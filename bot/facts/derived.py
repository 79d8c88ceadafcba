"""Numbers that follow from two given ones: a difference, a rest, a growth. Never a sum or an average."""

from __future__ import annotations

import re
from decimal import Decimal

from .fact import Fact
from .trial import Trial

_MOST = 40
_NEAR = 60
_CHANGE = re.compile(
    r"增|升|提|涨|多|扩|净|前移|前进|跃|翻|减|降|少|缩|压|下浮|回落|后移|进位|高出|低|相差|差|缺口|超"
)
_REST = re.compile(r"其余|剩余|剩下|余下|另有|另外|尚|仍|还有|未")
_COMPARED = re.compile(r"比|较|同比|其余|剩|余|尚|仍|还|另|差|缺")
_SHARE = re.compile(r"占|率|达|为")


def sources_of(trial: Trial, fact: Fact) -> tuple[Fact, ...]:
    """The two numbers of the notes, told near it, that make a number of the prose by arithmetic; or none."""
    if fact.value is None or not fact.value:
        return ()
    clause = trial.prose.clause_at(fact.start)
    around = trial.prose.text[clause.start : clause.end]
    changes, rests, shares = _CHANGE.search(around), _REST.search(around), _SHARE.search(around)
    if not (changes or rests or shares):
        return ()
    compared = _COMPARED.search(around) is not None
    told = {
        other.size
        for other in trial.prose.numbers
        if other.start != fact.start and abs(other.start - fact.start) <= _NEAR
    }
    given = [note for note in trial.notes.numbers if note.value is not None][:_MOST]
    for order, first in enumerate(given):
        for second in given[order + 1 : order + 6]:
            if not _compare(first, second):
                continue
            both = _is_told(told, first) + _is_told(told, second)
            if both == 1 and not compared:
                continue
            if both and (changes or rests) and _is_difference(fact, first, second):
                return first, second
            if both and (changes or shares) and _is_growth(fact, first, second, bool(changes)):
                return first, second
    return ()


def _compare(first: Fact, second: Fact) -> bool:
    alike = first.measure == second.measure or not {first.measure, second.measure}.isdisjoint({"", "each"})
    return alike and bool(first.size and second.size)


def _is_told(told: set[Decimal], note: Fact) -> bool:
    return note.size in told


def _is_difference(fact: Fact, first: Fact, second: Fact) -> bool:
    measures = {first.measure, second.measure} - {""}
    gap = abs(first.size - second.size)
    if fact.measure in {"point", "percent"}:
        return measures <= {"percent", "dot"} and fact.size == gap and fact.measure == "point"
    if "rank" in measures:
        return fact.size == gap
    if fact.measure in measures or not measures or (fact.measure and "each" in {fact.measure, *measures}):
        return fact.size == gap
    return False


def _is_growth(fact: Fact, first: Fact, second: Fact, changes: bool) -> bool:
    """Exact, or rounded to the digits that it is told with."""
    if fact.measure != "percent" or fact.value is None or first.measure in {"percent", "point", "rank"}:
        return False
    for part, whole in ((first.size, second.size), (second.size, first.size)):
        rate = abs(part - whole) * 100 / whole if changes else part * 100 / whole
        step = Decimal(10) if fact.unit == "成" else Decimal(1).scaleb(int(fact.value.as_tuple().exponent))
        if abs(rate - fact.size) * 2 <= step and (fact.unit != "成" or fact.hedge or rate == fact.size):
            return True
    return False
