"""Negation and status of whole clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..matching.aligning import Alignment, Match
from ..text.leaving_open import MARKED, is_denied_twice, is_relieved, sizes_in, sizes_of_note
from ..text.open_words import Says
from ..text.reading import EMPTY, Clause, figure
from ..trial import Trial
from .open_parts import are_of_other_notes, is_ahead
from .told_beside import is_conceded, is_made_up_for, next_denies

_HALFWAY = re.compile(r"意向|主体|封顶|初稿|草案")
_SHARE = re.compile(r"[%成]|分之|率|过半|一半|开工|启动|签约|立项")
_CONDITION = re.compile(r"[没无未].{0,10}(?:时|之前|以前|的时候)")
TALK = frozenset(
    "要搞弄啥那去说看给做办让他她它们里头后来会能可可以还有没不在好多些很就都叫怎么啊呢吧嘛哦嗯对了呗趟再跟把被用和上下来去"
)
"""Characters of talk, which say nothing of what is talked about."""
_FIRM = Says.DENIES | Says.SLIGHTLY | Says.REFUSES | Says.PREVENTS | Says.STILL | Says.KEEPS
_PLAINLY = Says.DENIES | Says.AHEAD | Says.GOING
_OPEN = _FIRM | _PLAINLY | Says.HOPED | Says.SHORT
_TO_COME = _PLAINLY | Says.HOPED
_SAID_SO = _PLAINLY | Says.SLIGHTLY, _OPEN
"""What leaves a clause open: plainly, or in a word that the notes do not have."""
_NOT_REACHED = _SAID_SO[0] & ~Says.GOING, _OPEN & ~Says.GOING
"""The same where something was reached."""
_OVER = re.compile(r"[好完成]了|过(?=[,。;]|$)")
_COUNTED_DONE = re.compile(r"(?<![请报批打划])[了过](?=[\d一二两三四五六七八九十])")
_BY_THEN = re.compile(
    r"前(?:要|得|必须|保证|争取|准备|计划)?(?:弄|搞|办|修|建|做|装)?(?:完(?!工)|好|完工|搞定|交付|到位)(?![的了])|前搬"
)
_AFFIRMS = re.compile("[已均也]")
_REACHED = re.compile("[现均]")
_MIN_SCORE, _COUNT, _PAIRS = 1.6, 6, 2


def check_clauses(trial: Trial, matches: Alignment) -> Iterator[Finding]:
    """What the notes deny, plan or are at must not be told as done."""
    notes = trial.notes
    for note in notes.clauses:
        start, end, _ = note
        denied = notes.says(start, end, Says.DENIES)
        planned = notes.says(start, end, Says.AHEAD) or bool(_BY_THEN.search(notes.text, start, end))
        going = denied or notes.says(start, end, MARKED) or notes.has(start, end, "doing")
        match = matches.of(note) if denied or planned or going else None
        if match is not None and match.score >= min(_MIN_SCORE, 0.5 * match.weight):
            yield from _unfinished(trial, match, denied, planned, going)


def _unfinished(trial: Trial, match: Match, denied: bool, planned: bool, going: bool) -> Iterator[Finding]:
    note, prose = match.note, match.prose
    text = trial.notes.text
    if _is_open(trial, prose):
        return
    done = trial.notes.has(note.start, note.end, "done") or _OVER.search(text, note.start, note.end)
    if planned and not denied and is_ahead(trial, prose):
        return
    if going and not denied and _is_still_going(trial, note, prose):
        return
    if next_denies(trial, prose) or _is_of_another(trial, note, prose) or _keeps_denial(trial, note, prose):
        return
    if not denied and _is_counted_done(trial, note, prose):
        return
    if is_made_up_for(trial, note, prose) or is_conceded(trial, prose):
        return
    for other in match.others:
        if trial.prose.says(other.start, other.end, _FIRM):
            return
    if denied and (_is_denied_elsewhere(trial, note) or not _affirms(trial, note, match)):
        return
    if denied and not _CONDITION.search(trial.notes.text, note.start, note.end):
        yield trial.told(FindingKind.NEGATION_CHANGED, prose.start, prose.end)
    elif (planned or (going and not done)) and trial.prose.says(prose.start, prose.end, Says.FINISHED):
        if _is_halfway(trial, match):
            return
        shared = _SHARE.search(trial.prose.text, prose.start, prose.end)
        if shared is None or shared.group() not in trial.notes.text:
            yield trial.told(FindingKind.STATUS_CHANGED, prose.start, prose.end)


def _is_denied_elsewhere(trial: Trial, note: Clause) -> bool:
    """Whether some clause of the prose denies, with words of the note: 从未出现个人说了算的情况."""
    said, prose = trial.notes.text[note.start : note.end], trial.prose
    pairs = {said[at : at + 2] for at in range(len(said) - 1)}
    return any(
        prose.says(clause.start, clause.end, Says.DENIES)
        and sum(prose.text[at : at + 2] in pairs for at in range(clause.start, clause.end - 1)) >= _PAIRS
        for clause in prose.clauses
    )


def _is_still_going(trial: Trial, note: Clause, prose: Clause) -> bool:
    """Whether the prose says with the same word what goes on: 打报告申请 is told by 已书面申请."""
    return any(
        "doing" in mark.labels and trial.prose.text.find(mark.word, prose.start, prose.end) >= 0
        for mark in trial.notes.attributes_in(note.start, note.end)
    )


def _is_counted_done(trial: Trial, note: Clause, prose: Clause) -> bool:
    """Whether the notes count what is done of a plan, and the prose tells that number: 想扩二期谈了两轮."""
    told = sizes_in(trial.prose, prose.start, prose.end)
    return any(
        not told.isdisjoint(sizes_in(trial.notes, done.end(), min(note.end, done.end() + _COUNT)))
        for done in _COUNTED_DONE.finditer(trial.notes.text, note.start, note.end)
    )


def _is_of_another(trial: Trial, note: Clause, prose: Clause) -> bool:
    """Whether both count something, and not the same: 剩6条没整改完 says nothing of 完成整改296条."""
    given = sizes_in(trial.notes, note.start, note.end)
    told = sizes_in(trial.prose, prose.start, prose.end)
    if given or not told:
        return bool(told) and given.isdisjoint(told)
    return are_of_other_notes(trial, sizes_of_note(trial.notes, note.start), told)


def _keeps_denial(trial: Trial, note: Clause, prose: Clause) -> bool:
    """Whether the prose has the very words: 记录不全的5个支部已退回重做; or tells 没有不合格的 as 合格."""
    said, told = trial.notes.text[note.start : note.end], trial.prose.text[prose.start : prose.end]
    return (
        is_denied_twice(said, told)
        or is_relieved(said, told)
        or any(
            mark.end < note.end
            and trial.prose.text.find(trial.notes.text[mark.start : mark.end + 1], prose.start, prose.end)
            >= 0
            for mark in trial.notes.attributes_in(note.start, note.end)
            if "negation" in mark.labels
        )
    )


def _is_halfway(trial: Trial, match: Match) -> bool:
    """Whether prose keeps the note's own halfway mark, or a neighbour tells the unfinished part."""
    note, prose = match.note, match.prose
    said = trial.notes.text[note.start : note.end]
    kept = _HALFWAY.search(said)
    if kept is not None and kept.group() in trial.prose.text[prose.start : prose.end]:
        return True
    signs = trial.notes.telling(note.start, note.end) | {
        figure(fact.size) for fact in trial.notes.facts_in(note.start, note.end) if fact.is_number
    }
    for other in trial.prose.clauses:
        if other.sentence != prose.sentence or other == prose:
            continue
        if not trial.prose.has(other.start, other.end, "doing", "plan", "negation"):
            continue
        here = trial.prose.telling(other.start, other.end) | {
            figure(fact.size) for fact in trial.prose.facts_in(other.start, other.end) if fact.is_number
        }
        if any(sign[0] == "#" for sign in signs & here) or len(signs & here) > 3:
            return True
    return False


def _affirms(trial: Trial, note: Clause, match: Match) -> bool:
    """Whether the prose's clause says the very thing that the notes' clause denies."""
    said = set(trial.prose.text[match.prose.start : match.prose.end])
    for mark in trial.notes.attributes_in(note.start, note.end):
        if "negation" not in mark.labels:
            continue
        denied = [
            sign
            for sign in trial.notes.text[mark.end : min(note.end, mark.end + 6)]
            if sign not in TALK | EMPTY and sign != "事"
        ]
        about = set(trial.notes.text[max(note.start, mark.start - 8) : mark.start]) - TALK - EMPTY
        if denied and said.issuperset(denied[:2]) and (note.end - note.start < 16 or about & said):
            return True
    return (
        match.score >= 3
        and note.end - note.start < 16
        and _AFFIRMS.search(trial.prose.text, match.prose.start, match.prose.end) is not None
    )


def _is_open(trial: Trial, clause: Clause) -> bool:
    """Whether a clause of the prose says that something is not, not yet, or not fully so.

    A word that the notes use as well does not count: 停产的厂已复产 is no denial because the note said 停产
    too.
    """
    prose, notes = trial.prose, trial.notes.text
    start, end, _ = clause
    if prose.text.find("已", start, end) >= 0:
        return prose.says(start, end, _TO_COME)
    plainly, opens = _SAID_SO
    if _REACHED.search(prose.text, start, end):
        plainly, opens = _NOT_REACHED
    elif prose.has(start, end, "doing"):
        return True
    return prose.says(start, end, plainly) or any(
        word not in notes for word in prose.saying(start, end, opens)
    )
