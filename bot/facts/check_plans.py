"""A number that the notes plan told as reached: 今年拟再报3家 told as 今年再增3家."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .pairing import Pairing
from .trial import Trial

_PLANNED = re.compile(
    r"(?:打算|计划(?!生育)|准备(?!金)|拟(?!定)|争取(?=[再明年])|力争|预计|预备|想)[^了过已剩余,。;\n]*$"
)
_AHEAD = re.compile(
    r"打算|计划|准备|拟|争取|力争|力求|预计|预期|预备|想|要|将|待|盼|目标|规划|谋划|明年|来年|下一步|下步|今后|年底前|意向|申请|申报|安排|确保|如期|有望|可"
    r"|尚|未|没|仍|还"
)
_ENDS = "。;!?\n"
_SENTENCE = re.compile(f"[{_ENDS}]")


def check_plans(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """Where the notes plan a number, the prose's sentence must not tell of it without looking ahead."""
    given = Counter(fact.size for fact in trial.notes.numbers)
    for pair in pairing.pairs:
        if pair.note.weak or pair.prose.weak or given[pair.note.size] != 1:
            continue
        notes, prose = trial.notes.text, trial.prose.text
        begun = trial.notes.clause_at(pair.note.start).start
        if not _PLANNED.search(notes, begun, pair.note.start):
            continue
        start = max(prose.rfind(sign, 0, pair.prose.start) for sign in _ENDS) + 1
        after = _SENTENCE.search(prose, pair.prose.end)
        if not _AHEAD.search(prose, start, after.start() if after else len(prose)):
            yield trial.told(FindingKind.STATUS_CHANGED, pair.prose.start, pair.prose.end, pair.note)
