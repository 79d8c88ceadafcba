"""Firms and shops nobody gave, by the characters that traders call themselves by: 宏达路桥, 亮洁洗车店."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..trial import Trial

_HOUSE = re.compile("[店厂](?![房长区家内里外门])")
_WORKS = re.compile("建设")
"""What a firm does, and everybody: 诚达建设, but 平安建设."""
_OF_FARMERS = re.compile(
    "(?P<head>[\u4e00-\u9fff]{2})(?:[种养][殖植]|种养|农机|农业|果[蔬品]|蔬菜|水果|茶叶|药材|粮食|畜牧|水产|林果|菌业){1,2}(?:专业)?合作社"
)
"""A name of two characters before what a cooperative does, whether the notes say that or not."""
_COUNTED = re.compile(r"[\d一二两三四五六七八九十几多]家")
"""2家新材料企业 counts firms."""
_SIZES, _KIND = (2, 3), 2


def check_traders(trial: Trial) -> Iterator[Finding]:
    """Lucky characters before a trade, or before what the notes have as one: 洗车店, and no 亮洁洗车店."""
    text, lexicon = trial.prose.text, trial.lexicon
    ends = trial.bearers | {found.start(): found.end() for found in _HOUSE.finditer(text)}
    works = {found.start(): found.end() for found in _WORKS.finditer(text)}
    for at, end in (ends | works).items():
        start = max(0, at - _KIND)
        head = text[start:at]
        if lexicon.lucky.issuperset(head) and _may_name(trial, head, text[at:end]):
            yield trial.told(FindingKind.NAME_INVENTED, start, end)
        elif at in ends and head in trial.notes.text and (begun := _begun(trial, start)) is not None:
            yield trial.told(FindingKind.NAME_INVENTED, begun, end)
    for found in _OF_FARMERS.finditer(text) if "合作社" in text else ():
        if lexicon.luckier.issuperset(found["head"].replace("农", "")) and trial.is_new(found["head"]):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span())


def _may_name(trial: Trial, head: str, bearer: str) -> bool:
    """Whether lucky characters are new and no word, at least none before what may be a verb: 诚信建设."""
    lexicon = trial.lexicon
    if trial.are_given(head):
        return False
    if bearer in lexicon.common_verbs or bearer in lexicon.ordinary_verbs:
        return head not in lexicon.vocabulary
    return head not in lexicon.ordinary or head in lexicon.shop_words


def _begun(trial: Trial, end: int) -> int | None:
    """Where a new name of two or three lucky characters begins that ends there."""
    text = trial.prose.text
    for start in [end - size for size in _SIZES if end >= size]:
        name = text[start:end]
        if not trial.lexicon.luckier.issuperset(name) or _COUNTED.match(text, max(0, start - 1)):
            return None
        if trial.is_new(name):
            return start
    return None
