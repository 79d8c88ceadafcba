"""Grades of an assessment: 良好 must not become 优秀."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .trial import Trial

_GRADE = "优秀|优良|良好|中等|基本合格|不合格|合格|基本称职|不称职|称职|达标|一般|较差|[ABCD]级|[一二三]类"
_GIVEN = re.compile(_GRADE)
_TOLD = re.compile(
    rf"(?:考核|考评|评定|评价|评议|测评|评估|验收|抽查|检查|定为|列为|评为|获评|获|给予|拿到?)[^,。;、!?\n优良]{{0,6}}?(?P<grade>{_GRADE})(?=[,。;、\n]|等次|等级|单位|档|评价|成绩|$)"
)
"""A grade that somebody gave."""


def check_grades(trial: Trial) -> Iterator[Finding]:
    """A grade that the notes do not give, where they give another one that the prose does not tell."""
    given = set(_GIVEN.findall(trial.notes.text))
    lost = {grade for grade in given if grade not in trial.prose.text}
    for found in _TOLD.finditer(trial.prose.text) if lost else ():
        if found["grade"] not in trial.notes.text:
            yield trial.told(FindingKind.RANK_CHANGED, found.start("grade"), found.end("grade"))
