"""Counts of what is named: 甲、乙两村, 三件事：一是……, 一家…，一家…; and those that miscount."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from ..fact import Fact, FactKind
from ..matching.agreeing import is_measured, same_measure
from ..text.reading import Reading
from ..trial import Trial
from .number_tellings import how_many

_DIGITS = "一二两三四五六七八九2-9"
_STOP, _BETWEEN = re.compile("[,。;]"), re.compile("[^,。;]+")
_SEVERAL = 10
_NAME = "[\u4e00-\u9fff]{2,8}"
_NAMES = re.compile(rf"[^,。;!?:\n]{{0,3}},(?P<names>(?:{_NAME}[、和与及])+{_NAME})(?=[,。;!?\n]|$)")
_NUMBERED = re.compile(r"[\d一二两三四五六七八九十百千万]")
_POINT = re.compile(r"(?<=[,。;:!?])[第其]?(?P<order>[一二三四五六七八九])(?:是|要|来|,)")
_POINTS = re.compile(r"[^,。;!?:\n]{0,8}[,。;:][第其]?一(?:是|要|来|,)")
_MONTHS = re.compile("(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月")
_NAMED_MONTHS = re.compile(f"(?:{_MONTHS.pattern}[、和到至,]?)+$")
_FAR = 16
_LISTED_ONE = "[\u4e00-\u9fff](?:(?![和与及])[\u4e00-\u9fff]){0,11}"
_LISTED = re.compile(rf"(?<![\d\u4e00-\u9fff])(?:{_LISTED_ONE}[、和与及])+{_LISTED_ONE}$")


def counts_names(reading: Reading, fact: Fact) -> bool:
    """Whether the number only counts what is listed beside it: 甲、乙两村; 三件事：……."""
    if fact.value is None or fact.kind is FactKind.RANK or not 2 <= fact.value <= 9:
        return False
    if fact.measure == "months" and _count_months(reading.text, fact.start) == fact.value:
        return True
    if is_measured(fact.measure) or reading.text[fact.start - 1 : fact.start] == "各":
        return False
    if ":" in reading.text[fact.end : fact.end + 4]:
        return True
    after = _NAMES.match(reading.text, fact.end)
    if after is not None and how_many(after["names"]) == fact.value:
        return True
    return counts_list(reading, fact) or _counts_parallels(reading, fact)


def _count_months(text: str, end: int) -> int:
    """How many months are named right before a place: 九月十月 of 九月十月两个月."""
    found = _NAMED_MONTHS.search(text, max(0, end - _FAR), end)
    return len(_MONTHS.findall(found.group())) if found else 0


def _counts_parallels(reading: Reading, fact: Fact) -> bool:
    """Whether as many like clauses with a number each make up the line: 清了两条,东干渠9里,西干渠14里."""
    end = reading.line_at(fact.end)[1]
    first = _STOP.search(reading.text, fact.end, end)
    following = _BETWEEN.finditer(reading.text, first.end(), end) if first else ()
    clauses = [found.group() for found in islice(following, _SEVERAL)]
    if len(clauses) != fact.value or not all(map(_NUMBERED.search, clauses)):
        return False
    return any(
        len({clause[: size - 1] for clause in clauses}) == len(clauses)
        and len({clause[size - 1 : size] for clause in clauses}) == 1
        for size in (2, 3, 4)
    )


def counts_list(reading: Reading, fact: Fact) -> bool:
    """Whether as many as the number says are listed right before it: 甲、乙两村."""
    listed = _LISTED.search(reading.text, max(0, fact.start - 60), fact.start)
    return listed is not None and how_many(listed.group()) == fact.value


def miscounts(reading: Reading, fact: Fact) -> bool:
    """Whether the number counts wrongly what is listed before it, or the points that follow it."""
    if fact.value is None or fact.kind is FactKind.RANK or not 2 <= fact.value <= 9 or fact.hedge:
        return False
    if is_measured(fact.measure):
        return False
    listed = _LISTED.search(reading.text, max(0, fact.start - 60), fact.start)
    if listed is not None and "等" not in listed.group()[-2:]:
        names = listed.group()
        return not names.count("、") + 1 <= fact.value <= how_many(names)
    points = _POINTS.match(reading.text, fact.end)
    if points is None:
        return False
    line = reading.text.find("\n", fact.end)
    told = [
        found["order"]
        for found in _POINT.finditer(reading.text, fact.end, line if line >= 0 else len(reading.text))
    ]
    return told == list("一二三四五六七八九"[: len(told)]) and 2 <= len(told) < fact.value


def is_relabelled(trial: Trial, fact: Fact) -> bool:
    """三期 of 标准厂房三期, where the notes say 标准厂房二期; 三个项目, where they say 两个项目."""
    text, notes = trial.prose.text, trial.notes.text
    lead, tail = text[max(0, fact.start - 2) : fact.start], text[fact.end : fact.end + 2]
    if fact.hedge or not fact.unit or f"{fact.text}{tail}" in notes:
        return False
    beside = [f"{re.escape(lead)}[{_DIGITS}]{re.escape(fact.unit)}"] if lead.isalpha() else []
    if len(tail) > 1 and tail.isalpha():
        beside.append(f"[{_DIGITS}]{re.escape(fact.unit + tail)}")
    return bool(beside) and re.search("|".join(beside), notes) is not None


def is_counted_out(trial: Trial, fact: Fact) -> bool:
    """2家 where one note says 一家…，一家…, and does not say 两家 itself."""
    if fact.unit == "" or fact.value is None or not 2 <= fact.value <= 5:
        return False
    ones = Counter(
        trial.note_of(found.start())
        for found in re.finditer(rf"一{re.escape(fact.unit[-1])}", trial.notes.text)
    )
    counted = {
        trial.note_of(note.start)
        for note in trial.notes.numbers
        if note.value == fact.value and same_measure(fact, note)
    }
    return any(many == fact.value and line not in counted for line, many in ones.items())
