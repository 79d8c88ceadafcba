"""Numbers: changed, invented, rescaled, with another unit, hedge, direction or time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations, islice, pairwise

from .agreeing import is_measured, is_rescaled, is_rounding, same_hedge, same_measure, same_value
from .context import EMPTY, Context
from .derived import sources_of
from .fact import Direction, Fact, FactKind, Hedge
from .finding import Finding, FindingKind
from .pairing import Pair, Pairing
from .reading import Reading
from .trial import Trial

_MOST = 60
_REST = re.compile(r"其余|剩余|余下|剩下|另有|尚|未|已有")
_RIVALS = frozenset(("全年", "去年", "前年", "明年", "环比"))
_TOTAL = re.compile(r"[共总计均]|合起来|加起来|全部")
_NARROW = re.compile(r"上半年|下半年|[一二三四]季度|M\d|D\d|年底|年初|春节|旬|去年|前年|明年|Y\d")
_PART = re.compile(r"[上下]半年|[一二三四]季度|M\d+$")
_DELTA = re.compile(r"[比较].{1,6}?(?:减少|增加|下降|上升|提高|降低|回落|多|少)了?$")
_LEVEL = re.compile(r"(?<![比较跟])(?:去年|上年|前年)[是有为才]?$")
_HIGHEST = re.compile(r"最[高大多好快强先早前长优]|头一|领先|第一|数一数二")
_LOWEST = re.compile(r"最[低小少差慢弱后末短]|倒数|垫底|末位")
_COUNTS = re.compile(r"[、和与及]")
_LISTED = re.compile(r"(?<![\d\u4e00-\u9fff])(?:[\u4e00-\u9fff]{1,12}?[、和与及])+[\u4e00-\u9fff]{1,12}$")
_PASSED = re.compile(r"[超过破越逾满够]|上了|多的")


def check_numbers(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """Every number told must be given, and every number given must be told, as it was."""
    for pair in pairing.pairs:
        yield from _attributes(trial, pair)
    missing = {
        note.start: note for note in pairing.missing if not note.weak and not _counts_names(trial.notes, note)
    }
    for fact in pairing.extra:
        if (
            fact.weak
            or _is_whole_or_none(trial.notes, fact)
            or _is_counted_out(trial, fact)
            or _is_superlative(trial, fact)
        ):
            continue
        if (
            fact.value == 1
            and fact.kind is not FactKind.RANK
            and _is_implied(trial, fact)
            and not _has_rival(pairing, fact, missing)
        ):
            continue
        if _counts_names(trial.prose, fact):
            for counted in list(missing.values()):
                if counted.measure == "each" and counted.value == fact.value:
                    del missing[counted.start]
            continue
        sides = _sides_of(trial, fact)
        if sides:
            for side in sides:
                missing.pop(side.start, None)
            continue
        sources = sources_of(trial, fact) or _remainder_of(trial, fact)
        if sources and not _has_rival(pairing, fact, missing, {source.start for source in sources}):
            for source in sources:
                missing.pop(source.start, None)
            continue
        kind, note = _explain(trial, pairing, fact, list(islice(missing.values(), _MOST)))
        if note is None and _is_figure_of_speech(fact):
            continue
        if note is not None:
            missing.pop(note.start, None)
        yield trial.told(kind, fact.start, fact.end, note)
    for note in missing.values():
        if _is_whole_or_none(trial.prose, note) or _is_told_as_date(trial, note):
            continue
        if _is_shared_out(trial, note):
            continue
        if note.kind is FactKind.RANK and _is_told_by_places(trial, note):
            continue
        if note.unit == "倍" and any(
            fact.measure == "percent" and fact.size == note.size - 100 for fact in trial.prose.numbers
        ):
            continue
        if len(note.text) > 1 and not note.text[0].isdecimal() and note.text in trial.prose.text:
            continue
        if not (note.value == 1 and is_covered(trial, note)):
            yield trial.missing(note.start, note.end)


def _attributes(trial: Trial, pair: Pair) -> Iterator[Finding]:
    prose, note = pair.prose, pair.note
    if (prose.weak and not prose.unit) or (note.weak and not note.unit):
        return
    if not same_hedge(prose, note) and prose.kind is not FactKind.RANK and not _exceeds_in_words(trial, pair):
        yield trial.told(FindingKind.HEDGE_CHANGED, prose.start, prose.end, note)
    if _is_delta_of_level(trial, pair):
        yield trial.told(FindingKind.NUMBER_CHANGED, prose.start, prose.end, note)
    opposite = {prose.direction, note.direction} == {Direction.UP, Direction.DOWN}
    if opposite:
        yield trial.told(FindingKind.DIRECTION_FLIPPED, prose.start, prose.end, note)
    told, given = own_scope(trial.prose, prose), own_scope(trial.notes, note)
    if told != given and ({told, given} <= _RIVALS or _are_parts(trial, told, given, note)):
        yield trial.told(FindingKind.DATE_CHANGED, prose.start, prose.end, note)
    elif prose.kind is not FactKind.RANK and prose.scope != note.scope and prose.scope and note.scope:
        lost = (
            note.scope not in trial.prose.scopes
            and _NARROW.match(note.scope)
            and (note.scope, prose.scope) != ("年底", "全年")
        )
        fresh = prose.scope not in trial.notes.scopes and _NARROW.match(prose.scope)
        if lost or (fresh and not prose.scope.startswith("Y")):
            yield trial.told(FindingKind.DATE_CHANGED, prose.start, prose.end, note)


def _is_delta_of_level(trial: Trial, pair: Pair) -> bool:
    """比上年减少3起, where the notes say 去年3起: a level of the year before told as a change."""
    clause = trial.prose.clause_at(pair.prose.start)
    told = trial.prose.text[max(clause.start, pair.prose.start - 12) : pair.prose.start]
    given = trial.notes.text[max(0, pair.note.start - 4) : pair.note.start]
    return _DELTA.search(told) is not None and _LEVEL.search(given) is not None


def _is_superlative(trial: Trial, fact: Fact) -> bool:
    """居首位 told of 面积最大, 垫底 told of 最低的: a superlative is a first or a last place."""
    if fact.kind is not FactKind.RANK or fact.value != 1 or fact.scope not in {"", "last"}:
        return False
    if any(sign.isdecimal() for sign in fact.text) or "第" in fact.text:
        return False
    return (_LOWEST if fact.scope == "last" else _HIGHEST).search(trial.notes.text) is not None


def _is_told_by_places(trial: Trial, note: Fact) -> bool:
    """第五 where the prose says 第2名 and 前移3位."""
    ranks = [fact.value for fact in trial.prose.facts if fact.kind is FactKind.RANK]
    moved = [fact.value for fact in trial.prose.numbers if fact.kind is not FactKind.RANK]
    return any(
        rank is not None and step is not None and note.value in {rank + step, rank - step}
        for rank in ranks
        for step in moved
    )


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


def own_scope(reading: Reading, fact: Fact) -> str:
    """The time said for this very number: the last before it in its clause, with no number between."""
    clause = reading.clause_at(fact.start)
    before = reading.facts_in(clause.start, fact.start)
    for other in reversed(before):
        if other.kind is FactKind.DATE:
            return other.scope
        if other.is_number and not other.weak:
            return ""
    return ""


def _exceeds_in_words(trial: Trial, pair: Pair) -> bool:
    """Whether one side says 超了, 过了 as a verb where the other has 超过 as a hedge."""
    if pair.prose.hedge is Hedge.ABOUT and pair.note.hedge is Hedge.NONE:
        return "一般" in trial.notes.text[max(0, pair.note.start - 3) : pair.note.start]
    if {pair.prose.hedge, pair.note.hedge} != {Hedge.OVER, Hedge.NONE}:
        return False
    bare, text = (pair.note, trial.notes.text) if pair.prose.hedge else (pair.prose, trial.prose.text)
    return _PASSED.search(text, max(0, bare.start - 3), bare.start) is not None


def _counts_names(reading: Reading, fact: Fact) -> bool:
    """Whether the number only counts what is listed beside it: 甲、乙两村; 三件事：……."""
    if fact.value is None or fact.kind is FactKind.RANK or not 2 <= fact.value <= 9:
        return False
    if is_measured(fact.measure):
        return False
    if ":" in reading.text[fact.end : fact.end + 4]:
        return True
    listed = _LISTED.search(reading.text, max(0, fact.start - 60), fact.start)
    return listed is not None and len(_COUNTS.findall(listed.group())) + 1 == fact.value


def _is_figure_of_speech(fact: Fact) -> bool:
    """镇村两级, 三道防线, 四位一体: a report counts its facts in digits, spelled counts are style.

    Spelled counts that replace a count of the notes are still found, by the missing one.
    """
    if fact.text[:1].isdecimal() or fact.hedge or fact.value is None:
        return False
    return (fact.kind is FactKind.COUNT and fact.value <= 10) or (
        not fact.unit and len(fact.text) == 2 and fact.text[0] == "一"
    )


def _is_whole_or_none(other: Reading, fact: Fact) -> bool:
    """100% where the other side says 全部, 0 where it says 没有."""
    if fact.value == 100 and fact.measure == "percent":
        return re.search(r"全|都|均|满", other.text) is not None
    return fact.value == 0 and any("negation" in mark.labels for mark in other.attributes)


def _is_counted_out(trial: Trial, fact: Fact) -> bool:
    """2家 where the notes say 一家…，一家…."""
    if fact.unit == "" or fact.value is None or not 2 <= fact.value <= 5:
        return False
    return len(re.findall(rf"一{re.escape(fact.unit[-1])}", trial.notes.text)) == fact.value


def _sides_of(trial: Trial, fact: Fact) -> tuple[Fact, ...]:
    """1:5, where the notes say 五个老人一个: a proportion of two numbers that stand side by side."""
    if fact.measure != "proportion" or not fact.value:
        return ()
    for first, second in pairwise(trial.notes.numbers):
        if second.start - first.end > 8 or not first.value or not second.value:
            continue
        if fact.value in {first.value / second.value, second.value / first.value}:
            return first, second
    return ()


def _is_shared_out(trial: Trial, note: Fact) -> bool:
    """两座, where the prose says 甲、乙各1座."""
    if note.value is None or not 2 <= note.value <= 10:
        return False
    for fact in trial.prose.numbers:
        if not fact.value or not same_measure(fact, note):
            continue
        clause = trial.prose.clause_at(fact.start)
        each = trial.prose.text.find("各", clause.start, fact.start)
        listed = trial.prose.text[clause.start : each] if each >= 0 else ""
        if (len(_COUNTS.findall(listed)) + 1) * fact.value == note.value:
            return True
    return False


def _remainder_of(trial: Trial, fact: Fact) -> tuple[Fact, ...]:
    """其余2条, where one note says 14条 and 12条: the rest of two given numbers is no new one."""
    clause = trial.prose.clause_at(fact.start)
    if (
        fact.value is None
        or fact.hedge
        or not _REST.search(trial.prose.text, max(0, clause.start), clause.end)
    ):
        return ()
    notes = [note for note in trial.notes.numbers[:_MOST] if same_measure(fact, note)]
    return next(
        (
            (first, second)
            for first, second in combinations(notes, 2)
            if first.size - second.size == fact.size
            and trial.note_of(first.start) == trial.note_of(second.start)
        ),
        (),
    )


def _has_rival(
    pairing: Pairing, fact: Fact, missing: Mapping[int, Fact], sources: Collection[int] = ()
) -> bool:
    """Whether a number of the notes that is told nowhere else speaks of the same thing."""
    near, label = pairing.prose_contexts[fact.start].near, _words(pairing.prose_contexts[fact.start])
    return any(
        (same_measure(fact, note) or fact.value == note.value)
        and (
            near & pairing.note_contexts[note.start].near
            if note.start not in sources
            else label & _words(pairing.note_contexts[note.start])
        )
        for note in islice(missing.values(), _MOST)
    )


def _words(context: Context) -> frozenset[str]:
    return context.label - EMPTY


def _is_told_as_date(trial: Trial, note: Fact) -> bool:
    """3.12 in the notes, 3月12日 in the prose."""
    month, dot, day = note.text.partition(".")
    if not dot or note.unit or not (month.isdecimal() and day.isdecimal()):
        return False
    spoken = "".join("〇一二三四五六七八九"[int(sign)] for sign in f"{int(month)}{int(day)}")
    if len(spoken) == 2 and spoken in trial.prose.text:
        return True
    return any(fact.scope == f"M{int(month)}-{int(day)}" for fact in trial.prose.facts)


def _is_implied(trial: Trial, fact: Fact) -> bool:
    """Whether the notes say 写了篇调研, 建个烘干房 or 1个 where the prose counts 1篇, 1座, 1名."""
    if fact.hedge:
        return False
    if f"一{fact.unit}" in trial.notes.text:
        return True
    if is_measured(fact.measure):
        return False
    text = trial.prose.text
    if re.search(r"[剩余另]", text[max(0, fact.start - 4) : fact.start]) and re.search(
        r"[剩余另还]", trial.notes.text
    ):
        return True
    ones = [note for note in trial.notes.numbers if note.value == 1 and note.kind is not FactKind.RANK]
    if any(same_measure(fact, note) or note.weak for note in ones):
        return True
    unit = re.escape(fact.unit)
    if re.search(rf"[一了有在搞办是给]{unit}|[一了有开搞办]个", trial.notes.text):
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


def is_covered(trial: Trial, note: Fact) -> bool:
    """Whether the words around a note's number stand in the prose."""
    clause = trial.notes.clause_at(note.start)
    words = set(trial.notes.text[clause.start : note.start] + trial.notes.text[note.end : clause.end])
    return not words or len(words & set(trial.prose.text)) * 2 > len(words)


def _explain(
    trial: Trial, pairing: Pairing, fact: Fact, missing: list[Fact]
) -> tuple[FindingKind, Fact | None]:
    """The likeliest reason why a number of the prose is in no note.

    And the note's number it may stand for.
    """
    if fact.kind is FactKind.RANK:
        ranks = [note for note in missing if note.kind is FactKind.RANK]
        return FindingKind.RANK_CHANGED, _nearest(pairing, fact, ranks)
    numbers = [note for note in missing if note.kind is not FactKind.RANK]
    alike = [note for note in numbers if pairing.likeness(fact, note) > 0]
    for kind, wanted in (
        (
            FindingKind.UNIT_SWAPPED,
            [note for note in alike if same_value(fact, note) and not same_measure(fact, note)],
        ),
        (
            FindingKind.SCALE_CHANGED,
            [note for note in alike if same_measure(fact, note) and is_rescaled(fact, note)],
        ),
        (FindingKind.UNIT_SWAPPED, [note for note in alike if same_value(fact, note)]),
        (
            FindingKind.HEDGE_CHANGED,
            [note for note in alike if same_measure(fact, note) and is_rounding(fact, note)],
        ),
    ):
        if wanted:
            return kind, _nearest(pairing, fact, wanted)
    near = trial.prose.text[max(trial.prose.clause_at(fact.start).start, fact.start - 8) : fact.start]
    is_total = _TOTAL.search(near) is not None
    counted = [note for note in alike if same_measure(fact, note)]
    close = [
        note
        for note in counted
        if pairing.prose_contexts[fact.start].near & pairing.note_contexts[note.start].near
    ]
    if close and (not is_total or len(close) == 1):
        return FindingKind.NUMBER_CHANGED, _nearest(pairing, fact, close)
    if (gap := _gap_for(trial, fact)) is not None:
        return FindingKind.PLACEHOLDER_FILLED, gap
    if is_total:
        return FindingKind.TOTAL_INVENTED, None
    if counted:
        return FindingKind.NUMBER_CHANGED, _nearest(pairing, fact, counted)
    return FindingKind.NUMBER_INVENTED, None


def _nearest(pairing: Pairing, fact: Fact, notes: list[Fact]) -> Fact | None:
    return max(notes, key=lambda note: pairing.likeness(fact, note), default=None)


def _gap_for(trial: Trial, fact: Fact) -> Fact | None:
    """The open gap of the notes that a number of the prose may have been put into."""
    gaps = [gap for gap in trial.notes.facts if gap.kind is FactKind.PLACEHOLDER]
    told = sum(gap.kind is FactKind.PLACEHOLDER for gap in trial.prose.facts)
    if len(gaps) <= told:
        return None
    clause = trial.prose.clause_at(fact.start)
    words = set(trial.prose.text[clause.start : clause.end])
    scored = [(len(words & set(_clause_words(trial, gap))), gap) for gap in gaps]
    score, gap = max(scored, key=lambda entry: entry[0])
    return gap if score > 1 else None


def _clause_words(trial: Trial, gap: Fact) -> str:
    clause = trial.notes.clause_at(gap.start)
    return trial.notes.text[clause.start - 12 if clause.start > 12 else 0 : clause.end]
