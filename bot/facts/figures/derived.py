"""Numbers that follow from two given ones: a difference, a rest, a growth. Never a sum, a mean or a share.

Decided: such a number passes only where the text says that it is one, in words right before it (减少19件,
其余2个, 增长25%), where its sentence tells both given numbers, or one of them and a comparison
(较上年减少2起) with the other in the same note, and where no other number of the notes waits to be told
there. A number that merely equals a difference (of 31件 and 12件, 19件) is a changed one. A growth is counted
from the smaller number up and from the larger one down.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from ..fact import Fact, FactKind, Hedge
from ..matching.agreeing import same_measure
from ..trial import Trial

_MOST, _LEAD, _TAIL = 60, 10, 4
_UP = re.compile(r"增|升|提|涨|多|扩|净|前移|前进|跃|翻|进位|高出|超|上浮|上调")
_DOWN = re.compile(r"减|降|少|缩|压|下浮|下调|回落|后移|低于|低")
_LESS = re.compile(r"(?<![不至最])少了?$|减少?了?$")
_MORE = re.compile(r"(?<![不至最许])多了?$|增加?了?$|升了?$")
_GAP = re.compile(r"相差|差|缺口|差距|缺[席勤]|缺考")
_NET = re.compile("净[增减]")
"""净减7户 is reckoned up by whoever says so."""
_BY = re.compile(r"的?(?:差距|缺口|增幅|增长|提升|降幅|下降)")
_REACHED = re.compile(r"[到至为成达]了?$")
_REST = re.compile(r"其余|其他|剩余|剩下|余下|另有|另外|另|尚|仍|还有|未|已有")
_REST_OF_TWO = ("其余", "剩余", "剩下", "余下", "剩余的", "剩下的", "余下的")
_COMPARED = re.compile(r"比|较")


def sources_of(trial: Trial, fact: Fact) -> tuple[Fact, ...]:
    """The two numbers of the notes, told near it, that make a number of the prose by arithmetic; or none."""
    if not fact.value or fact.kind is FactKind.RANK:
        return ()
    clause = trial.prose.clause_at(fact.start)
    lead = trial.prose.before(fact.start, _LEAD)
    behind = _BY.match(trial.prose.text, fact.end, min(clause.end, fact.end + _TAIL))
    words = lead if behind is None else lead + behind.group()
    reached = _REACHED.search(lead) is not None
    up, down = not reached and _UP.search(words), not reached and _DOWN.search(words)
    changes = bool(up or down or _GAP.search(words))
    rests = _REST.search(words) is not None
    if not (changes or rests) or (_NET.search(words) and "净" not in trial.notes.text):
        return ()
    compared = _COMPARED.search(trial.prose.text, clause.start, clause.end) is not None
    beside = trial.prose.numbers_of_sentences.get(clause.sentence, ())
    told = {other.size for other in beside if other.start != fact.start}
    given = [note for note in trial.notes.numbers if note.value is not None][:_MOST]
    for order, first in enumerate(given):
        for second in given[order + 1 : order + 6]:
            if not _compare(first, second) or (
                changes and (_is_change(trial, first) or _is_change(trial, second))
            ):
                continue
            both = _is_told(told, first) + _is_told(told, second)
            if not both or (both == 1 and not (compared and _share_note(trial, first, second))):
                continue
            if fact.hedge and not (first.hedge or second.hedge or fact.measure == "percent"):
                continue
            if (changes or (rests and both == 2)) and _is_difference(fact, first, second):
                return first, second
            if changes and _is_growth(fact, first, second, falls=bool(down and not up)):
                return first, second
    return ()


def _is_change(trial: Trial, note: Fact) -> bool:
    """少4批 tells by how much, so it is no level that a change could be counted from."""
    lead = trial.notes.text[max(0, note.start - 2) : note.start]
    return (_LESS.search(lead) or _MORE.search(lead)) is not None


def _compare(first: Fact, second: Fact) -> bool:
    alike = first.measure == second.measure or not {first.measure, second.measure}.isdisjoint({"", "each"})
    return alike and bool(first.size and second.size)


def _share_note(trial: Trial, first: Fact, second: Fact) -> bool:
    return trial.note_of(first.start) == trial.note_of(second.start)


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


def _is_growth(fact: Fact, first: Fact, second: Fact, *, falls: bool) -> bool:
    low, high = sorted((first.size, second.size))
    return _is_percent(fact, first) and _is_rate(fact, (high - low) * 100 / (high if falls else low))


def _is_percent(fact: Fact, part: Fact) -> bool:
    return fact.measure == "percent" and part.measure not in {"percent", "point", "rank"}


def _is_rate(fact: Fact, rate: Decimal) -> bool:
    """Exact, or rounded to the digits that it is told with."""
    value = fact.value or Decimal(0)
    step = Decimal(10) if fact.unit == "成" else Decimal(1).scaleb(int(value.as_tuple().exponent))
    if abs(rate - fact.size) * 2 > step:
        return False
    return fact.unit != "成" or fact.hedge is not Hedge.NONE or rate == fact.size


def remainder_of(trial: Trial, fact: Fact) -> tuple[Fact, ...]:
    """其余2条, where one note says 14条 and 12条, and 完成12条，其余2条, where it says 14条 and 2条."""
    if fact.value is None or fact.hedge:
        return ()
    notes = [note for note in trial.notes.numbers[:_MOST] if same_measure(fact, note)]
    pairs = (
        (first, second)
        for first, second in combinations(notes, 2)
        if first.size - second.size == fact.size and _are_told_together(trial, fact, first, second)
    )
    pair = next(pairs, ())
    return pair if pair and _speaks_of_a_rest(trial, fact) else ()


def _are_told_together(trial: Trial, fact: Fact, first: Fact, second: Fact) -> bool:
    """Whether one note has both numbers, or two neighbours where the prose says 其余 before the rest."""
    apart = trial.note_of(second.start) - trial.note_of(first.start)
    return apart == 0 or (apart == 1 and trial.prose.text.endswith(_REST_OF_TWO, 0, fact.start))


def _speaks_of_a_rest(trial: Trial, fact: Fact) -> bool:
    clause = trial.prose.clause_at(fact.start)
    after = trial.prose.clause_at(clause.end + 1)
    end = after.end if after.sentence == clause.sentence else clause.end
    return _REST.search(trial.prose.text, clause.start, end) is not None
