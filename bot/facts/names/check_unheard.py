"""Names that nobody has heard of, by what their characters are mostly used for: 金穗面粉厂, 由碧湖承建."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..finding import Finding, FindingKind
from ..text.segmenting import ACTS, SMALL
from ..trial import Trial
from .check_strangers import WHOEVER

_BORNE = re.compile(
    "新?能源|养老|家园|寺|庙(?!会)|[村镇乡厂组店路院山河](?![委民干级情长容风务域区内里中间企办镇振土愁貌贤野音亲政党机织建庭由上下水])|[桥湖苑巷屯寨]"
)
"""What bears a name besides the words of the list: it follows one, and other words seldom."""
_SOME = re.compile(rf"等(?:[\d一两二三四五六七八九十多]|{WHOEVER})")
_TO = re.compile(
    r"(?:[由与给请同从赴驻在到至]|依托|引[进入]|联合|会同|对接|推荐|委托|[聘邀]请|借力|联系|落户|入驻|包括|以及)$"
)
_NEVER_LAST = frozenset("兴强富立治塑建")
"""What is done with a 镇 or 村 that has no name: 聚才兴乡."""
_AT_LAST = frozenset("村组镇乡店厂家等屯寨湾院桥河站路")
_ENOUGH, _PLENTY, _LEAD, _NOUN = 2, 3, 2, 2


def check_unheard(trial: Trial) -> Iterator[Finding]:
    """Two or three characters that are no word and mostly stand in names, where something bears a name.

    That is before what has a name as a rule, before something that the notes speak of, before 等 with a
    count, and after who something is done with.
    """
    upto = 0
    for start, end in _strange(trial):
        if start >= upto and _is_name(trial, start, end):
            upto = end
            yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _strange(trial: Trial) -> Iterator[tuple[int, int]]:
    """Neighbouring lonely characters of the prose that the notes have nowhere beside each other."""
    text, han = trial.prose.text, trial.prose_cut.han
    single, lonely = frozenset(han), frozenset([at for at in han if text[at] not in SMALL])
    for start, follows in pairwise(han):
        if follows != start + 1 or start - 1 in lonely:
            continue
        if not trial.is_new(text[start - 1 : start + 2] if start else text[:2]):
            continue
        for end in (start + 2, start + 3):
            if end - 1 not in single:
                break
            ends = end not in lonely or text[end] in _AT_LAST
            if ends and trial.is_new(text[start : end + 1]):
                yield start, end


def _is_name(trial: Trial, start: int, end: int) -> bool:
    text = trial.prose.text
    if text[end - 1] in "区方" and text[start : end - 1] in trial.notes.text:
        return False
    if text[start] in ACTS or trial.is_in_short(text[start : end + 1]):
        return False
    weight = trial.sound(text[start:end]) - (end - start - 2)
    if text[start - 1 : start].isdigit() or (
        text[end - 1] in _NEVER_LAST and text[end : end + 1] in "镇乡村县"
    ):
        return False
    if weight >= 0 and _SOME.match(text, end):
        return True
    if weight >= _ENOUGH and (end in trial.bearers or _BORNE.match(text, end)):
        return True
    if weight < _PLENTY:
        return False
    return (
        _is_given_noun(trial, text[end : end + _NOUN])
        or _TO.search(text, max(0, start - _LEAD), start) is not None
    )


def _is_given_noun(trial: Trial, word: str) -> bool:
    lexicon = trial.lexicon
    return (
        word in trial.bigrams
        and word in lexicon.vocabulary
        and word not in lexicon.common_verbs
        and word not in lexicon.ordinary_verbs
    )
