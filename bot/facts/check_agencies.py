"""Public bodies nobody gave: 县水利局, 派出所, 市场监管部门."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .terms import Mark, longest
from .trial import Trial

_BODY = re.compile(
    r"..(?:[局厅部委办院庭所站队门关社行司会联团馆台组处]|中心校?|国网|党校)$|^(?:法院|农行|海关|妇联|残联|团委)$"
)
"""Words of the list that name a body, and not only its field."""
_ALLIED = re.compile(
    r"(?:联合|会同|协同|携手|联手|联动)(?P<body>[省市县区州](?!直|级|里|内|外|域)[\u4e00-\u9fff]{2,5}?(?:局|校|院|所|站|大?队|中心|公司|委|办|部|会|社|行|厂|馆))"
)
"""Whom something is done with: 联合县农广校."""
_LEVELS = frozenset("省市县区镇乡州")


def check_agencies(trial: Trial) -> Iterator[Finding]:
    """A public body must be given, or something of its field: 水利局 by 水管站, 法院 by a suit."""
    agencies = trial.lexicon.agencies
    told = longest(mark for mark in agencies.find(trial.prose.text) if _BODY.search(mark.word))
    yield from _allied(trial, told)
    if not told:
        return
    backed = frozenset[str]().union(*[mark.labels for mark in agencies.find(trial.notes.text)])
    for mark in told:
        if backed.isdisjoint(mark.labels) and not _is_part(trial, mark):
            start = mark.start - (trial.prose.text[mark.start - 1 : mark.start] in _LEVELS)
            yield trial.told(FindingKind.NAME_INVENTED, start, mark.end)


def _allied(trial: Trial, listed: list[Mark]) -> Iterator[Finding]:
    """Bodies of no list with which something is done."""
    ends = {mark.end for mark in listed}
    for found in _ALLIED.finditer(trial.prose.text):
        if found.end() not in ends and trial.is_new(found["body"][1:]):
            yield trial.told(FindingKind.NAME_INVENTED, *found.span("body"))


def _is_part(trial: Trial, mark: Mark) -> bool:
    """Whether words reach across an edge: 劳动工会战 names no 工会."""
    text, words = trial.prose.text, trial.lexicon.vocabulary
    before = text[mark.start - 1 : mark.start + 1]
    return (before in words and before[0] not in _LEVELS) or text[mark.end - 1 : mark.end + 1] in words
