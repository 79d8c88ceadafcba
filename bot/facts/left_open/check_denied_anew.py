"""Denials that the notes contradict: 尚未处理, where they say 处理了."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.leaving_open import MARKED, sizes_in
from ..text.open_words import Says
from ..text.places import places_of
from ..text.reading import EMPTY, Reading
from ..text.terms import Mark
from ..trial import Trial
from .check_clauses import TALK

_COMMON_VERBS = frozenset(("发生", "发现", "出现", "造成", "存在", "任何", "一起", "一例"))
_MANNER = re.compile("全部|完全|及时|全数|一律")
_DONE = re.compile(r"(?P<verb>[\u4e00-\u9fff])(?=(?P<fully>[全齐好完]了)|[了完好])")
_RESULT = re.compile("[上到好完齐成起通]了")
_ALREADY = re.compile("(?:已经?|[都全均])$")
_AT_LAST = re.compile(r"[^,。;\n]{0,8}[了过](?=[,。;\n]|$)")
_DENYING = re.compile("[没未不][有能完]?")
_UNABLE = re.compile("不[成好了拢下动到上通]")
_ENDS = frozenset(",。;\n了") | {""}
"""What may follow a single character that is denied."""
_NOT_ACHIEVED = frozenset(("未", "未能", "没能", "没有", "仍未", "尚未", "还没", "均未"))
_NOT_ALL = re.compile("(?:未能?|没能?|并非|不是|没有)(?:全部|全|都|悉数)")
_ALL = re.compile("[都全均]|一律")
_NOT_THAT = re.compile(
    "不是(?P<what>[\u4e00-\u9fff]{1,4})没有?(?P<deed>[\u4e00-\u9fff]{1,2})(?=$|[,。;\n])", re.MULTILINE
)
"""不是钱没到: it came."""
_NOBODY = re.compile("(?:没有?|无)一?个?人(?P<deed>(?![员次数民口力才家群])[\u4e00-\u9fff]{2})")
_SOMEBODY = re.compile("有?[\\d一两二三四五六七八九十几][个户名位家人]|有[些的人]")
_REFUTED = re.compile("非|不是|不因")
_REACH, _WORD = 6, 2
_REST = re.compile(r"[剩差缺还]|不(?!合格|达标|少|错|到|低于|止)|除")
_VERBATIM = 4


def check_denied_anew(trial: Trial) -> Iterator[Finding]:
    """A denial of something that the notes say was done, and nowhere that it was not."""
    notes = trial.notes.text
    yield from _not_all(trial)
    yield from _not_that(trial)
    yield from _nobody(trial)
    for mark in trial.prose.attributes:
        if "negation" not in mark.labels or mark.word[0] in "不非" or "calm" in mark.labels:
            continue
        start = _MANNER.match(trial.prose.text, mark.end)
        at = start.end() if start else mark.end
        said = trial.prose.text[at : at + 2]
        if len(said) < 2 or not said.isalpha() or said in _COMMON_VERBS:
            continue
        places = [
            found.start()
            for found in (_DONE.finditer(notes) if said[-1] in notes else ())
            if found["verb"] == said[-1]
            and (found["fully"] or notes[found.start() - 1 : found.start() + 1] == said)
        ]
        places += [at for sign in "了好过" for at in places_of(sign.join(said), notes)]
        if mark.word.endswith("未"):
            places += _said_to_be_done(trial, mark.end)
        if _is_denied(notes, said) or _is_of_open_note(trial, mark.start):
            continue
        if _is_affirmed(trial, at):
            yield trial.told(FindingKind.NEGATION_CHANGED, mark.start, at + 2)
            continue
        places += _achieved(trial, mark, said)
        if places and not any(_is_partly_open(trial.notes, at) for at in places):
            yield trial.told(FindingKind.NEGATION_CHANGED, mark.start, at + 2)


def _is_denied(notes: str, said: str) -> bool:
    """Whether the notes deny two characters, or one of them: 没修复, 不能复, 未修, 修不好."""
    if said[0] not in notes and said[-1] not in notes:
        return False
    for found in _DENYING.finditer(notes):
        for end in {found.start() + 1, found.end()}:
            after = notes[end : end + _WORD]
            if after == said or after[:1] == said[-1] or (after[:1] == said[0] and after[1:] in _ENDS):
                return True
    return any(notes[max(0, at.start() - 1) : at.start()] == said[0] for at in _UNABLE.finditer(notes))


def _not_all(trial: Trial) -> Iterator[Finding]:
    """未能全部回复, where a clause of the notes tells the same of all and denies nothing."""
    notes, prose = trial.notes, trial.prose
    for found in _NOT_ALL.finditer(prose.text):
        clause = prose.clause_at(found.start())
        about = prose.telling(clause.start, clause.end) - frozenset(found.group())
        for given in notes.clauses:
            said = notes.telling(given.start, given.end)
            if len(about & said) < _WORD or not _ALL.search(notes.text, given.start, given.end):
                continue
            if not (notes.says(given.start, given.end, MARKED) or _is_partly_open(notes, given.start)):
                yield trial.told(FindingKind.NEGATION_CHANGED, *found.span())
            break


def _not_that(trial: Trial) -> Iterator[Finding]:
    """资金未到, where the notes say 不是钱没到."""
    for given in _NOT_THAT.finditer(trial.notes.text):
        for told in re.finditer(f"未(?:能|曾)?{given['deed']}", trial.prose.text):
            clause = trial.prose.clause_at(told.start())
            if not _REFUTED.search(trial.prose.text, clause.start, told.start()):
                yield trial.told(FindingKind.NEGATION_CHANGED, *told.span())


def _nobody(trial: Trial) -> Iterator[Finding]:
    """尚无人考走, where the notes say of somebody 有两个考走了."""
    notes = trial.notes
    for found in _NOBODY.finditer(trial.prose.text):
        deed = found["deed"]
        clauses = [notes.clause_at(at) for at in places_of(deed, notes.text)]
        if any(_SOMEBODY.search(notes.text, *clause[:2]) for clause in clauses) and not any(
            _denies(notes, clause.start) for clause in clauses
        ):
            yield trial.told(FindingKind.NEGATION_CHANGED, *found.span())


def _achieved(trial: Trial, mark: Mark, said: str) -> list[int]:
    """Where the notes say 补上了, 修好了 of the things of which the prose says 未能补水, 未修复."""
    if mark.word not in _NOT_ACHIEVED or said[0] in EMPTY:
        return []
    notes, clause = trial.notes, trial.prose.clause_at(mark.start)
    about = trial.prose.telling(clause.start, mark.start)
    results = _RESULT.finditer(notes.text) if len(about) >= _WORD else ()
    places = [at for found in results if (at := found.start() - 1) >= 0 and notes.text[at] in said]
    return [at for at in places if len(about & notes.telling(notes.clause_at(at).start, at)) >= _WORD]


def _is_of_open_note(trial: Trial, place: int) -> bool:
    """Whether the clause counts what another note leaves open: 另有19座未予恢复 of 另外19座户主不想种了."""
    sizes = sizes_in(trial.prose, *trial.prose.clause_at(place)[:2])
    return any(
        note.size in sizes and _is_partly_open(trial.notes, note.start) for note in trial.notes.numbers
    )


def _is_affirmed(trial: Trial, at: int) -> bool:
    """Whether the notes have four and more of the very characters that are denied, and deny them nowhere."""
    notes, words = trial.notes.text, trial.prose.text[at : at + _VERBATIM]
    if len(words) < _VERBATIM or not words.isalpha():
        return False
    if words not in notes:
        return False
    return not any(_denies(trial.notes, place) for place in places_of(words[:_WORD], notes))


def _denies(notes: Reading, place: int) -> bool:
    """Whether the note that holds a place denies anything."""
    return notes.says(*notes.line_at(place), Says.DENIES)


def _is_partly_open(notes: Reading, at: int) -> bool:
    """Whether the note that holds a place says of anything that it is not, or not yet: 还有一个村没弄."""
    line = notes.line_at(at)
    return notes.says(*line, MARKED | Says.DENIES) or _REST.search(notes.text, *line) is not None


def _said_to_be_done(trial: Trial, start: int) -> list[int]:
    """Where the notes have the first word that both share after a denial, if one says 都认可办法了 of it."""
    text, notes = trial.prose.text, trial.notes.text
    stop = trial.prose.clause_at(start).end
    at = next((at for at in range(start, min(stop - 1, start + _REACH)) if text[at : at + 2] in notes), stop)
    end = at
    while end < stop and "\u4e00" <= text[end] <= "\u9fff" and text[at : end + 1] in notes:
        end += 1
    word = text[at:end].strip("的了过")
    if len(word) < _WORD or set(word) <= TALK | EMPTY:
        return []
    places = list(places_of(word, notes))
    is_done = any(
        _ALREADY.search(notes, max(0, at - _WORD), at) or _AT_LAST.match(notes, at + len(word))
        for at in places
    )
    return places if is_done else []
