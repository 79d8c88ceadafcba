"""Offices and grades of officials that nobody gave: 书记 told as 县委书记, 3名干部 as 3名科级干部."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .trial import Trial

_OFFICE = re.compile(
    r"(?P<level>[省市州县区])(?:(?:委|政府|人大|政协|纪委)[^,。;、\n]{0,4}?(?:书记|领导|主席|常委|[^,。;、\n]主任)|长(?=[^期远效度廊短年城]|$))"
)
_GRADE = re.compile(r"[正副县乡]?(?P<grade>[科处厅部])级(?=[^别]|$)")


def check_offices(trial: Trial) -> Iterator[Finding]:
    """An office of a level that no note names, and a grade of officials that no note has."""
    notes, text = trial.notes.text, trial.prose.text
    for found in _OFFICE.finditer(text):
        if found["level"] not in notes:
            yield trial.told(FindingKind.RANK_CHANGED, *found.span())
    for found in _GRADE.finditer(text):
        if found["grade"] not in notes:
            yield trial.told(FindingKind.RANK_CHANGED, *found.span())
