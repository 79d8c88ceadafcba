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
_LEVELS = frozenset("省市县区镇乡州")


def check_agencies(trial: Trial) -> Iterator[Finding]:
    """A public body must be given, or something of its field: 水利局 by 水管站, 法院 by a suit."""
    agencies = trial.lexicon.agencies
    told = [mark for mark in agencies.find(trial.prose.text) if _BODY.search(mark.word)]
    if not told:
        return
    backed = frozenset[str]().union(*[mark.labels for mark in agencies.find(trial.notes.text)])
    for mark in longest(told):
        if backed.isdisjoint(mark.labels) and not _is_part(trial, mark):
            start = mark.start - (trial.prose.text[mark.start - 1 : mark.start] in _LEVELS)
            yield trial.told(FindingKind.NAME_INVENTED, start, mark.end)


def _is_part(trial: Trial, mark: Mark) -> bool:
    """Whether words reach across an edge: 劳动工会战 names no 工会."""
    text, words = trial.prose.text, trial.lexicon.vocabulary
    before = text[mark.start - 1 : mark.start + 1]
    return (before in words and before[0] not in _LEVELS) or text[mark.end - 1 : mark.end + 1] in words
