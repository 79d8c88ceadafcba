"""Integrity declarations.

A denial, or a vouching, needs the same topic denied or vouched for in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.reading import Clause, Reading
from ..text.terms import Mark
from ..trial import Trial
from .integrity import (
    NO_MORE,
    NOTHING_FOUND,
    UNTELLING,
    ZERO,
    is_denial,
    is_resolve,
    is_sworn,
    is_turned_away,
    labels_of,
    relatives,
    retells_denial,
    stands_apart,
    topic_marks,
    topics,
    vouches,
)

_HAPPENED = re.compile(r"(?:造成|发生|出现|发现|存在|导致|引发|受到)[^,。]{0,6}$")
_URGES = re.compile("提醒|叮嘱|要求|告诫|督促|倡导|引导|嘱咐|严禁")
_FORBIDDEN = re.compile("(?<![分特个级区类性差辨告识])别([收送吃喝拿请搞办用占碰沾插打])")
_TAKES, _REFUSED = (
    re.compile("收受|收取|接受|[^验]收"),
    re.compile(r"没[收要拿](?=[,。;\n]|$)|没收[^,。;\n]{1,6}的礼"),
)
"""两只鸡,没收: behind a stop it was not taken; elsewhere 没收 confiscates."""
_PAY, _UNPAID = frozenset(("取酬", "报酬")), re.compile("[没不][有要收拿给]+[钱工]|白干|白帮|义务|免费")
_WHOEVER = frozenset("企业群众干部老板村民单位本人自己项目工程违规纪法")
"""Characters of those with whom one has to do, and of any breach, whatever one denies."""
_BREACHES = frozenset(("违规", "违纪", "违法", "违反"))
_UNHARMED = re.compile(
    "[人都]没事|没死(?:[了过一]*人|(?=[,。;\n]|$))|没伤[着到]?人?|[没无未]人?(?:员)?受?伤(?:亡)?|没出人命|平安无事"
)
_HURT = re.compile("伤|死|亡|遇难|摔|砸")
_WAS_HURT = re.compile(
    r"(?<![无没未有])(?:[\d一二两三四五六七八九十][名人位个]|有?(?:个别|少数|部分)|(?<![没未])有(?=人员?|群众|村民))[\u4e00-\u9fff]{0,6}?(?:受[轻重]?伤|[死身]亡|遇难|溺亡)"
)
_STILL = re.compile("还有|仍|又来|还在|还是")
_GOES_ON = re.compile(
    "(?:仍|依然|仍然)(?:有|存在)?[^,。;不未没无]{0,6}(?:反映|投诉|举报|上访|告状|反弹|抱怨)"
)
_BURNT = re.compile(
    "(?<![没未])(?<!没有)(?:着[了过][^,。;\n没未]{0,5}火(?![器灾线带])|[起失]了?火|烧[了掉毁死])"
)
_A_WORD, _NEAR = 2, 3


def check_declarations(trial: Trial) -> Iterator[Finding]:
    """Every topic of integrity or safety that the prose denies must be denied in the notes as well."""
    denied = topics(trial.notes)
    named = {
        label for marks in topic_marks(trial.notes).values() for mark in marks for label in labels_of(mark)
    }
    backed = {label for labels in denied.values() for label in labels}
    denied_only = backed - _open_topics(trial.notes)
    refused = _REFUSED.search(trial.notes.text) is not None
    yield from _harmed(trial)
    yield from _going_on(trial)
    flagged: set[int] = set()
    prose_topics = topic_marks(trial.prose)
    for clause, marks in prose_topics.items():
        denies = is_denial(trial.prose, clause, marks)
        if (whose := relatives(trial, clause)) is not None and (
            denies or is_sworn(trial.prose, clause, whose[0])
        ):
            yield trial.told(FindingKind.DECLARATION_INVENTED, *whose)
        if not denies and not ZERO.search(trial.prose.text, clause.start, clause.end):
            yield from _affirmed(trial, clause, marks, denied_only)
        turned_away = not denies and is_turned_away(trial.prose, clause)
        if not (denies or turned_away or vouches(trial.prose, clause)) or is_resolve(trial.prose, clause):
            continue
        for mark in marks:
            labels = labels_of(mark)
            if (
                labels & backed
                or (denies and stands_apart(trial.prose, clause, mark))
                or any(
                    (other.end == mark.start or other.start == mark.end) and labels_of(other) & backed
                    for other in marks
                )
                or _is_denied_alike(trial, clause, mark)
                or _is_urged_or_vouched(trial, clause, mark, bool(labels & named), denies)
                or clause.start in flagged
                or (_TAKES.search(trial.prose.text, clause.start, clause.end) and refused)
                or (mark.word in _PAY and _UNPAID.search(trial.notes.text))
            ):
                continue
            flagged.add(clause.start)
            yield trial.told(FindingKind.DECLARATION_INVENTED, clause.start, clause.end)


def _affirmed(trial: Trial, clause: Clause, marks: list[Mark], denied_only: set[str]) -> Iterator[Finding]:
    """造成人员伤亡, where the notes only ever said that nobody was hurt, and give no number of it."""
    sizes = {note.size for note in trial.notes.numbers}
    for mark in marks:
        happened = _HAPPENED.search(trial.prose.text, max(clause.start, mark.start - 8), mark.start)
        if happened is None or not labels_of(mark) & denied_only:
            continue
        if "火" in mark.word and _BURNT.search(trial.notes.text):
            continue
        if len(told := happened.group()[_A_WORD:]) >= _A_WORD and told in trial.notes.text:
            continue
        counted = trial.prose.facts_in(happened.start(), min(clause.end, mark.end + _NEAR))
        if not any(fact.is_number and fact.size in sizes for fact in counted):
            yield trial.told(FindingKind.NEGATION_CHANGED, mark.start, mark.end)


def _harmed(trial: Trial) -> Iterator[Finding]:
    """Somebody hurt, where the notes say that nothing happened to anybody, and name no hurt of any kind."""
    notes = trial.notes.text
    if not _UNHARMED.search(notes) or _HURT.search(_UNHARMED.sub("", notes)):
        return
    for found in _WAS_HURT.finditer(trial.prose.text):
        yield trial.told(FindingKind.NEGATION_CHANGED, *found.span())


def _going_on(trial: Trial) -> Iterator[Finding]:
    """Complaints that go on, where the notes say that nobody complained any more."""
    if NO_MORE.search(trial.notes.text) and not _STILL.search(trial.notes.text):
        for found in _GOES_ON.finditer(trial.prose.text):
            yield trial.told(FindingKind.NEGATION_CHANGED, *found.span())


def _open_topics(reading: Reading) -> set[str]:
    """The topics that a text mentions without denying them."""
    return {
        label
        for clause, marks in topic_marks(reading).items()
        for mark in marks
        if not reading.has(max(clause.start, mark.start - 10), mark.end, "negation", "lacking")
        for label in labels_of(mark)
    }


def _is_denied_alike(trial: Trial, clause: Clause, mark: Mark) -> bool:
    """Whether a denial of the notes is about the same thing in other words: 猪瘟没发现, 未发现猪瘟疫情."""
    if retells_denial(trial, clause):
        return True
    before = trial.prose.text[clause.start : mark.end]
    if "未发现" in before and NOTHING_FOUND.search(trial.notes.text):
        return True
    after = re.split(r"[和与及、或]", trial.prose.text[mark.end : min(clause.end, mark.end + 5)])[0]
    phrase = re.split(r"[和与及、或]", before)[-1] + after
    end = mark.end + len(after)
    signs = {sign for sign in trial.prose.telling(end - len(phrase), end) if len(sign) == 1} - _WHOEVER
    pairs = {phrase[at : at + 2] for at in range(len(phrase) - 1)} - _BREACHES
    return any(
        len(signs & denied) >= min(_A_WORD, len(denied)) or not pairs.isdisjoint(words)
        for denied, words in trial.denials
    )


def _is_urged_or_vouched(trial: Trial, clause: Clause, mark: Mark, is_named: bool, denies: bool) -> bool:
    """叮嘱不收礼品 declares nothing where the notes name it or say 别收; a vouching may retell a note."""
    if not denies:
        return is_named or _is_retold(trial, clause)
    if not _URGES.search(trial.prose.text, clause.start, mark.start):
        return False
    said = trial.prose.text[clause.start : clause.end]
    return is_named or any(deed in said for deed in _FORBIDDEN.findall(trial.notes.text))


def _is_retold(trial: Trial, clause: Clause) -> bool:
    """Whether the clause has half of what some clause of the notes tells."""
    said = trial.prose.telling(clause.start, clause.end)
    given = (trial.notes.telling(note.start, note.end) - UNTELLING for note in trial.notes.clauses)
    return any(len(signs) > _A_WORD and len(signs & said) * 2 >= len(signs) for signs in given)
