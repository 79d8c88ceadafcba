"""A denial of the notes told as having happened: 没有一个辍学的 told as 仍有个别学生辍学."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .context import EMPTY
from .finding import Finding, FindingKind
from .reading import Clause
from .trial import Trial

_HAPPENED = re.compile(
    r"(?<![早])已(?!有)|曾|均|全部|仍有|尚有|还有|有[一个\d]|发生|出现了|有序|全面(?!从严)|稳步|如期|基本(?!农|医|养|公)|在建|顺利"
)
_DENIED = re.compile(
    r"没|未|无|不|非|零|否|难|免|缺|停|拒|待|拟|将|暂|空|避免|杜绝|防|严禁|除|短板|差距|滞后|困难|另|其余|剩|确保|计划|争取"
)
_STILL = re.compile(r"[仍尚还]有|个别")
_FIRM = frozenset("没未无不非零否")
_FILLER = frozenset("再有出过的了着在被让给能够得上下去来起一二两三四五六七八九十个件起例次户人家条")
_TALK = frozenset("要搞弄啥那说看做办他我你们里头后会可以好多些很就都叫怎么啊呢吧嘛哦跟把用和这是事")
_VAGUE = frozenset("件事项块桩活")
_SIZE, _ENOUGH = 6, 2


def check_denials(trial: Trial) -> Iterator[Finding]:
    """Strong evidence only.

    The denied word stands in a clause that affirms, with its subject, and is denied nowhere in the prose.
    """
    told = [clause for clause in trial.prose.clauses if _affirms(trial, clause)]
    denying = [
        set(trial.prose.text[clause.start : clause.end])
        for clause in trial.prose.clauses
        if _DENIED.search(trial.prose.text, clause.start, clause.end)
    ]
    for clause in trial.notes.clauses:
        for mark in trial.notes.attributes_in(clause.start, clause.end):
            if "negation" not in mark.labels or "calm" in mark.labels or mark.word[0] in "非莫":
                continue
            after = trial.notes.text[mark.end : min(clause.end, mark.end + _SIZE)]
            denied = [sign for sign in after if sign not in _FILLER | _TALK | EMPTY][:2]
            about = set(trial.notes.text[max(clause.start, mark.start - 8) : mark.start]) - _TALK - EMPTY
            if len(denied) < 2 and len(about) < 2:
                continue
            about -= _VAGUE
            if not denied and len(about) > _ENOUGH and not any(about <= signs for signs in denying):
                for place in told:
                    if about <= set(trial.prose.text[place.start : place.end]):
                        yield trial.told(FindingKind.NEGATION_CHANGED, place.start, place.end)
            if not denied or any(signs & set(denied) for signs in denying):
                continue
            if _is_said_too(trial, mark.start, mark.end, "".join(denied)):
                continue
            for place in told:
                if _says(trial, place, denied, about):
                    yield trial.told(FindingKind.NEGATION_CHANGED, place.start, place.end)
                    break


_EVENT = re.compile(r"(?P<verb>发现|发生|出现|存在|造成|接到|收到)(?:了|过)?(?P<what>[\u4e00-\u9fff]{2,12})")
_NOT_BEFORE = re.compile(r"[没未无不]|防止|杜绝|避免|防范|严防")


def check_events(trial: Trial) -> Iterator[Finding]:
    """发现非法开采, where the notes say of it only that none was found."""
    notes = trial.notes.text
    given: list[tuple[bool, set[str]]] = []
    for found in _EVENT.finditer(notes):
        start = trial.notes.clause_at(found.start()).start
        denied = _NOT_BEFORE.search(notes, start, found.start()) is not None
        given.append((denied, set(found["what"])))
    for told in _EVENT.finditer(trial.prose.text):
        clause = trial.prose.clause_at(told.start())
        if _NOT_BEFORE.search(trial.prose.text, clause.start, told.start("what")):
            continue
        about = set(told["what"])
        alike = [denied for denied, what in given if len(about & what) > 1]
        if alike and all(alike) and not _is_said_affirmed(trial, told):
            yield trial.told(FindingKind.NEGATION_CHANGED, told.start(), told.end())


def _is_said_affirmed(trial: Trial, told: re.Match[str]) -> bool:
    """Whether the notes have the very words with no denial before them: 摸排发现的隐患."""
    words = told["what"][:2]
    return any(
        not _NOT_BEFORE.search(trial.notes.text, max(0, at.start() - 8), at.start())
        for at in re.finditer(re.escape(words), trial.notes.text)
    )


def _affirms(trial: Trial, clause: Clause) -> bool:
    text = trial.prose.text
    return _HAPPENED.search(text, clause.start, clause.end) is not None and not any(
        found.group() in _FIRM or found.group() not in trial.notes.text
        for found in _DENIED.finditer(text, clause.start, clause.end)
    )


def _says(trial: Trial, clause: Clause, denied: list[str], about: set[str]) -> bool:
    said = set(trial.prose.text[clause.start : clause.end])
    wide = set(trial.prose.text[max(0, clause.start - 16) : clause.end])
    if len(denied) == 2 and said.issuperset(denied):
        told = trial.prose.text[clause.start : clause.end]
        return (
            not about or bool(about & wide) or ("".join(denied) in told and _STILL.search(told) is not None)
        )
    return denied[0] in said and len(about & wide) >= 2 and len(about & wide) * 2 >= len(about)


def _is_said_too(trial: Trial, start: int, end: int, denied: str) -> bool:
    """Whether the notes say the same word elsewhere without denying it."""
    at = trial.notes.text.find(denied[0])
    while at >= 0:
        near = trial.notes.text[max(0, at - 6) : at]
        if not start <= at <= end + _SIZE and not re.search(r"没|未|无|不", near):
            return True
        at = trial.notes.text.find(denied[0], at + 1)
    return False
