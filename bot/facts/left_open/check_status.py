"""What the notes plan, are at, or deny, told as done: 码头在打桩 told as 码头全部建成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.leaving_open import OpenPart, is_denied_twice, is_relieved
from ..text.open_words import LEFT_OPEN, Says
from ..text.reading import Clause
from ..trial import Trial
from .open_parts import OpenParts, is_ahead

_HAPPENED = re.compile("[仍还尚]有|[仅只]?有(?=[一个\\d])|出现|曾|仅|如期|顺利|克服")
_DONE = Says.FINISHED | Says.DONE
_LEFT_OPEN = Says.DENIES | Says.SLIGHTLY | Says.REFUSES | Says.STILL | Says.AHEAD | Says.HOPED | Says.GOING
_PERHAPS = LEFT_OPEN & ~_LEFT_OPEN
"""What leaves a clause open that does not say 已."""
_NOT = Says.SLIGHTLY | Says.REFUSES | Says.PREVENTS | Says.AHEAD | Says.SHORT | Says.REST | Says.KEEPS
"""What denies as well, with a word that the notes do not have."""
_GOES_ON = re.compile("[还正仍]在(?P<deed>[\u4e00-\u9fff]{2})(?=$|[,。; ])")
"""What goes on: of 已完成招标、正在施工 the part with 招标 tells of 还在招标."""
_LIKENESS, _COVERED, _ENOUGH = 1.6, 0.6, 4


def check_status(trial: Trial, opened: OpenParts) -> Iterator[Finding]:
    """What is open in the notes must not be told as done, where the prose tells of the very same thing."""
    flagged: set[int] = set()
    for part, sharing in opened.of_open_parts:
        if not part.is_marked and len(part.about) < _ENOUGH:
            continue
        alike = [one for one in sharing if len(one.shared) >= _COVERED * len(part.about)]
        if not alike:
            continue
        best = max(alike, key=lambda one: one.much)
        clause = opened.clauses[best.order]
        if best.much < _LIKENESS or clause.start in flagged or not _is_told_as_done(trial, part, clause):
            continue
        flagged.add(clause.start)
        kind = FindingKind.NEGATION_CHANGED if part.is_denied else FindingKind.STATUS_CHANGED
        yield trial.told(kind, clause.start, clause.end)


def _is_told_as_done(trial: Trial, part: OpenPart, clause: Clause) -> bool:
    prose, (start, end, sentence) = trial.prose, clause
    text = prose.text[start:end]
    if is_denied_twice(part.text, text) or is_relieved(part.text, text):
        return False
    if part.is_denied:
        after = prose.clause_at(end + 1)
        told = prose.says(start, end, _DONE) or _HAPPENED.search(text) is not None
        return (
            told
            and not prose.says(start, end, Says.DENIES)
            and all(word in part.text for word in prose.saying(start, end, _NOT))
            and not (
                after.sentence == sentence
                and after.start > start
                and prose.says(after.start, after.end, Says.DENIES | Says.STILL | Says.AHEAD)
            )
        )
    if "、" in text and (deed := _GOES_ON.search(part.text)):
        at = prose.text.find(deed["deed"], start, end)
        start, end = prose.part_at(at, at) if at >= 0 else (start, end)
    if not prose.says(start, end, _DONE) or is_ahead(trial, clause):
        return False
    return not prose.says(start, end, _LEFT_OPEN) and (
        prose.says(start, end, Says.SURELY) or not prose.says(start, end, _PERHAPS)
    )
