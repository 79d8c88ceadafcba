"""One word of a scale told as another: 个别 as 部分, 配合 as 牵头, 最高 as 最低."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from ..finding import Finding, FindingKind
from ..text.classes import Contrast
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
    "state": FindingKind.STATUS_CHANGED,
}
_FIRM = frozenset(("rank", "name", "date", "meeting", "state"))
"""What changes with a word is so firm that one word around it tells what it is said of."""
_WHOLE = frozenset(("name", "state"))
"""What is no part of a longer word: no 工人 in 务工人员, no 在建 in 现在建好."""
_NOT_YET = Says.DENIES | Says.AHEAD | Says.STILL
_DENIED = re.compile(
    "(?:[没未不非无]|没有|未能|不是|[未没不](?:予|经|获得?|得到|有|曾|让)[\u4e00-\u9fff]{0,3})$"
)
_FROM = re.compile("[从向跟找问](?P<whom>[^,。;、\\d]{2,8})$")
_FEW, _SHARE, _MOST, _BEFORE, _NEAR, _NAMED = 2, 0.4, 0.8, 4, 6, 4


def check_steps(trial: Trial) -> Iterator[Finding]:
    """A word that the notes do not have, told of what they tell with another of its scale."""
    for row, told, given in chain(_steps(trial), trial.lexicon.classes.contrasts(trial.prose, trial.notes)):
        here = _placed(trial.prose, row, told, trial.prose_cut.edges)
        there = _placed(trial.notes, row, given, trial.note_cut.edges)
        lost = _only(there, here)
        for mark in _only(here, there) if lost else ():
            if _kind_of(row) == "status" and _is_ahead(trial.prose, mark):
                continue
            if any(
                _may_be_told_as(row, other, mark)
                and _is_of(row, trial, other, mark)
                and not (_kind_of(row) == "subject" and _is_turned(trial, other, mark))
                for other in lost
            ):
                yield trial.told(_KINDS[_kind_of(row)], mark.start, mark.end)


def _steps(trial: Trial) -> Iterator[Contrast]:
    """The lines of `steps` and `kinds` of which either text has other words."""
    told = by_line(trial.prose.lists["steps"], _line_of)
    given = by_line(trial.notes.lists["steps"], _line_of) if told else {}
    for row in told.keys() & given.keys():
        if {mark.word for mark in told[row]} != {mark.word for mark in given[row]}:
            yield Contrast(row, told[row], given[row])


@lru_cache(maxsize=4096)
def _line_of(label: str) -> str:
    return label.rpartition(":")[0]


def _kind_of(row: str) -> str:
    return row.partition(":")[0]


def _placed(
    reading: Reading, row: str, marks: list[Mark], edges: frozenset[int]
) -> list[tuple[Mark, frozenset[str]]]:
    """The words of a line that nothing denies, none inside another, each with the steps it may stand for."""
    if _kind_of(row) in _WHOLE:
        marks = [mark for mark in marks if _is_whole(mark, edges)]
    return [
        (mark, frozenset(label for label in mark.labels if _line_of(label) == row))
        for mark in longest(marks)
        if not _DENIED.search(reading.text, max(0, mark.start - _NEAR), mark.start)
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
    told = _about(trial.prose, prose)
    if _is_same(given, told) or _is_all_and_rare(trial, given, told):
        return True
    if _kind_of(row) in _FIRM and not given.isdisjoint(told):
        return True
    if _kind_of(row) != "rank":
        return False
    around = _told_with(trial.prose, prose, *trial.prose.sentence_at(prose.start))
    return len(given & around) >= max(_FEW, _MOST * len(given))


def _is_turned(trial: Trial, note: Mark, prose: Mark) -> bool:
    """Whether the prose tells from the other side what the notes tell: 借给民兵, and 民兵借用."""
    clause = trial.prose.clause_at(prose.start)
    before = trial.prose.text[clause.start : prose.start]
    clause = trial.notes.clause_at(note.start)
    to_whom = trial.notes.text[note.end : clause.end][:_NAMED]
    of_whom = _FROM.search(trial.notes.text, clause.start, note.start)
    if of_whom is not None and not _FROM.search(before):
        to_whom = of_whom["whom"]
    return any(to_whom[at : at + 2] in before for at in range(len(to_whom) - 1))


def _about(reading: Reading, mark: Mark) -> frozenset[str]:
    """What is told besides the word: in its clause or, where that says too little, in its sentence."""
    clause = reading.clause_at(mark.start)
    about = _told_with(reading, mark, clause.start, clause.end)
    if len(about - reading.figures_in(clause.start, clause.end)) < _FEW:
        return _told_with(reading, mark, *reading.sentence_at(mark.start))
    return about


def _told_with(reading: Reading, mark: Mark, start: int, end: int) -> frozenset[str]:
    signs = reading.signs_of(start, mark.start) | reading.signs_of(mark.end, end)
    return signs | reading.figures_in(start, end)


def _is_all_and_rare(trial: Trial, given: frozenset[str], told: frozenset[str]) -> bool:
    """Whether all that a short note tells besides is told in this one clause: 案子立案了, 案件已结案."""
    return len(given) == 1 and given <= told and trial.rarity(given) == 1


def _is_same(given: frozenset[str], told: frozenset[str]) -> bool:
    shared = given & told
    weight = len(shared) + sum(sign[0] == "#" for sign in shared)
    return weight >= _FEW and weight >= _SHARE * min(len(given), len(told))
