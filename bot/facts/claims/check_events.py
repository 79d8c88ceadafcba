"""Events that the prose says did not happen, which no note denies: 全年未发生安全事故."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.leaving_open import NOTHING_HAPPENED
from ..text.open_words import Says
from ..text.reading import Clause, Reading
from ..trial import Trial
from .integrity import AND, NOTHING_FOUND, labels_of, retells_denial, topic_marks, topics

_EVENT = re.compile(
    r"(?:不存在|(?:未|没有|没|无|从未|未曾)(?:再)?(?:发生|出现|发现|存在|造成|受到|接到|收到|产生|引发|导致|引起))(?:过|任何|一起|一例|一次|一件|[1一]起|1例|因)*"
    r"(?P<what>[\u4e00-\u9fff]{2,18})"
    r"|(?P<before>[\u4e00-\u9fff]{2,12})(?:零发生|零报告|零出现)"
    r"|(?:实现|做到|保持)(?P<zero>[\u4e00-\u9fff]{0,6}零(?:亡人|事故|死亡|伤亡|投诉|上访|信访|举报|违规|违纪|火灾|火情|案件|发案|舆情|差错|拖欠|返贫|溺水|疫情))"
    r"|无一[人例起件户名家次](?P<nobody>[\u4e00-\u9fff]{2,10})"
    r"|(?:从未|未曾|从没|没有|未|没)(?P<sworn>[收拿借吃喝占用搞谋插打送贪领][\u4e00-\u9fff]{0,7}?(?:任何|一分钱?|半分|分毫|丝毫|一丝|一次|一顿|一餐|一针一线)[\u4e00-\u9fff]{0,8})"
)
_GENERAL = re.compile("矛盾|纠纷|事件|问题|情况|现象")
"""What any event may be called besides."""
_NO_EVENT = re.compile("零|无|未|没|不存在")
"""What every event that did not happen is told with."""
_DID_NOT_SLIDE = re.compile("没[有再]?(?:滑|塌|垮)")
_QUARREL = re.compile("争[执吵抢端]|冲突|纠纷|吵闹|吵架|打斗|肢体冲突")
_DID_NOT_QUARREL = re.compile("[没不](?:再|有再|有)?(?:[闹吵争]|打架|打起来|动手|打(?=[,。;\n]|$))")
_A_WORD, _BRIEF, _AROUND, _ALIKE = 2, 3, 20, 4


def check_events(trial: Trial) -> Iterator[Finding]:
    """Every event that is denied must be denied in the notes, by its words or by its topic."""
    found_events = list(_events(trial.prose))
    if not found_events:
        return
    backed = {label for labels in topics(trial.notes).values() for label in labels}
    marks = topic_marks(trial.prose)
    flagged: set[int] = set()
    for clause, found in found_events:
        if clause.start in flagged or any(labels_of(mark) & backed for mark in marks.get(clause, ())):
            continue
        if (
            not _is_known(trial, found)
            and not retells_denial(trial, clause)
            and not _follows_denying_note(trial, clause)
        ):
            flagged.add(clause.start)
            yield trial.told(FindingKind.DECLARATION_INVENTED, clause.start, clause.end)


def _events(prose: Reading) -> Iterator[tuple[Clause, re.Match[str]]]:
    for clause in prose.clauses_with(_NO_EVENT):
        for found in _EVENT.finditer(prose.text, clause.start, clause.end):
            yield clause, found


def _follows_denying_note(trial: Trial, clause: Clause) -> bool:
    """Whether the clause goes on with what a note tells that denies something, in other words: 三类，没掉."""
    before = trial.prose.clause_at(max(0, clause.start - 2))
    if before.start == clause.start or before.sentence != clause.sentence:
        return False
    if trial.prose.says(before.start, before.end, Says.DENIES):
        return False
    told = trial.prose.signs_of(before.start, before.end) | trial.prose.figures_in(before.start, before.end)
    for given in trial.notes.clauses:
        after = trial.notes.clause_at(min(given.end + 1, len(trial.notes.text)))
        if after.start == given.start or not trial.notes.says(after.start, after.end, Says.DENIES):
            continue
        if trial.notes.has_gap(*trial.notes.line_at(given.start)):
            continue
        said = trial.notes.signs_of(given.start, given.end) | trial.notes.figures_in(given.start, given.end)
        if len(said & told) >= max(_A_WORD, len(said) // 2):
            return True
    return False


def _is_known(trial: Trial, event: re.Match[str]) -> bool:
    """Whether the notes deny the event: 没断过水 backs 未出现断水现象."""
    words = next(part for part in event.groups() if part)
    if not trial.denied_registers.isdisjoint(trial.prose.registers_from(event.start(), event.end())):
        return True
    if event["zero"] and event["zero"] in trial.notes.text:
        return True
    if NOTHING_HAPPENED.search(trial.notes.text) or (
        words.startswith("滑坡") and _DID_NOT_SLIDE.search(trial.notes.text)
    ):
        return True
    if _QUARREL.match(words) and _DID_NOT_QUARREL.search(trial.notes.text):
        return True
    if words[:_A_WORD] == "问题" and NOTHING_FOUND.search(trial.notes.text):
        return True
    at = event.start() + event.group().index(words)
    for part in AND.split(words):
        signs = trial.prose.telling(at, at + len(part))
        meant = trial.prose.registers_in(at, at + len(part))
        pairs = {part[place : place + 2] for place in range(len(part) - 1)}
        around = trial.prose.telling(max(0, at - _AROUND), at + len(part))
        at += len(part) + 1
        retold = {sign for sign in signs if len(sign) > 1} if len(part) == _A_WORD else frozenset[str]()
        if len(_GENERAL.sub("", part)) <= _BRIEF and not trial.denied_registers.isdisjoint(meant):
            continue
        if len(part) > 1 and not any(
            retold & denied
            or not pairs.isdisjoint(said)
            or len(signs & denied) >= 2
            or (signs & denied and len(part) == _A_WORD and len(around & denied) >= _ALIKE)
            for denied, said in trial.denials
        ):
            return False
    return True
