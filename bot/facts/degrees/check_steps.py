"""One word of a scale told as another: 个别 as 部分, 配合 as 牵头, 最高 as 最低."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..finding import Finding, FindingKind
from ..text.open_words import Says
from ..text.reading import Reading
from ..text.terms import Mark, by_line, longest
from ..trial import Trial

_KINDS = {
    "hedge": FindingKind.HEDGE_CHANGED,
    "rank": FindingKind.RANK_CHANGED,
    "meeting": FindingKind.MEETING_INVENTED,
    "date": FindingKind.DATE_CHANGED,
    "subject": FindingKind.SUBJECTS_EXCHANGED,
    "name": FindingKind.NAME_INVENTED,
    "status": FindingKind.STATUS_CHANGED,
}
_NOT_YET = Says.DENIES | Says.AHEAD | Says.STILL
_FEW, _SHARE, _MOST, _BEFORE = 2, 0.4, 0.8, 4


def check_steps(trial: Trial) -> Iterator[Finding]:
    """A word that the notes do not have, told of what they tell with another of its scale."""
    steps = trial.lexicon.steps
    told = by_line(steps.find(trial.prose.text), _line_of)
    given = by_line(steps.find(trial.notes.text), _line_of) if told else {}
    for row in told.keys() & given.keys():
        if {mark.word for mark in told[row]} == {mark.word for mark in given[row]}:
            continue
        here = _placed(row, told[row], trial.prose_cut.edges)
        there = _placed(row, given[row], trial.note_cut.edges)
        lost = _only(there, here)
        for mark in _only(here, there) if lost else ():
            if _kind_of(row) == "status" and _is_ahead(trial.prose, mark):
                continue
            if any(_is_of(row, trial, other, mark) and _may_be_told_as(row, other, mark) for other in lost):
                yield trial.told(_KINDS[_kind_of(row)], mark.start, mark.end)


@lru_cache(maxsize=4096)
def _line_of(label: str) -> str:
    return label.rpartition(":")[0]


def _kind_of(row: str) -> str:
    return row.partition(":")[0]


def _placed(row: str, marks: list[Mark], edges: frozenset[int]) -> list[tuple[Mark, frozenset[str]]]:
    """The words of a line, none inside another, each with the steps that it may stand for."""
    if _kind_of(row) == "name":
        marks = [mark for mark in marks if _is_whole(mark, edges)]
    return [
        (mark, frozenset(label for label in mark.labels if _line_of(label) == row)) for mark in longest(marks)
    ]


def _is_whole(mark: Mark, edges: frozenset[int]) -> bool:
    """Whether a word does not reach into others, 米厂 of 平方米厂房; one character must stand alone."""
    if mark.start in edges and mark.end in edges:
        return True
    return len(mark.word) > 1 and edges.isdisjoint(range(mark.start + 1, mark.end))


def _only(marks: list[tuple[Mark, frozenset[str]]], others: list[tuple[Mark, frozenset[str]]]) -> list[Mark]:
    """The words of one text that no word of the other one may stand for."""
    known = frozenset[str]().union(*[steps for _, steps in others])
    return [mark for mark, steps in marks if steps.isdisjoint(known)]


def _may_be_told_as(row: str, note: Mark, prose: Mark) -> bool:
    """Whether one step told as another is a change: of how far something got only a later one is."""
    if _kind_of(row) != "status":
        return True
    given, told = (
        [int(label.rpartition(":")[2]) for label in mark.labels if _line_of(label) == row]
        for mark in (note, prose)
    )
    return min(told) > max(given)


def _is_ahead(prose: Reading, mark: Mark) -> bool:
    """Whether a step is only told as one that is still to come: 尚未到货."""
    return prose.says(max(prose.clause_at(mark.start).start, mark.start - _BEFORE), mark.start, _NOT_YET)


def _is_of(row: str, trial: Trial, note: Mark, prose: Mark) -> bool:
    """Whether two words are said of one thing: in their clauses, or a rank in the sentence of the prose."""
    given = _about(trial.notes, note)
    if _is_same(given, _about(trial.prose, prose)):
        return True
    if _kind_of(row) != "rank":
        return False
    around = _told_with(trial.prose, prose, *trial.prose.sentence_at(prose.start))
    return len(given & around) >= max(_FEW, _MOST * len(given))


def _about(reading: Reading, mark: Mark) -> frozenset[str]:
    """What is told besides the word: in its clause or, where that says too little, in its sentence."""
    clause = reading.clause_at(mark.start)
    about = _told_with(reading, mark, clause.start, clause.end)
    if len(about - reading.figures_in(clause.start, clause.end)) < _FEW:
        return _told_with(reading, mark, *reading.sentence_at(mark.start))
    return about


def _told_with(reading: Reading, mark: Mark, start: int, end: int) -> frozenset[str]:
    own = frozenset(mark.word).union(reading.registers_in(mark.start, mark.end))
    return (reading.signs_of(start, end) - own) | reading.figures_in(start, end)


def _is_same(given: frozenset[str], told: frozenset[str]) -> bool:
    shared = given & told
    weight = len(shared) + sum(sign[0] == "#" for sign in shared)
    return weight >= _FEW and weight >= _SHARE * min(len(given), len(told))
