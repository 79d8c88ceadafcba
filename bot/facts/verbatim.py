"""What stands in both texts word for word is told as it was given."""

from __future__ import annotations

import re

from .finding import Finding, FindingKind
from .text.places import places_of
from .trial import Trial

_STOPS = "。；;！!？?\n"
_SENTENCE = re.compile(f"[^{_STOPS}]+")
_EDGE = "，,、：: \u3000" + _STOPS
_CORRECTED = frozenset((FindingKind.NUMBER_CHANGED, FindingKind.NUMBER_INVENTED))
"""What a note that was corrected later still has."""


def is_verbatim(trial: Trial, finding: Finding) -> bool:
    """Whether the sentence of a finding stands in the notes as it is, from one stop to another.

    Of a missing fact: whether its words stand so in the prose. A number may have been corrected in the notes.
    """
    if finding.kind in _CORRECTED:
        return False
    if finding.kind is FindingKind.FACT_MISSING:
        return _has(trial.prose_original, finding.excerpt)
    start, end = finding.span
    prose = trial.prose_original
    first = max(prose.rfind(stop, 0, start) for stop in _STOPS) + 1
    found = _SENTENCE.match(prose, first)
    return found is not None and found.end() >= end and _has(trial.notes_original, found.group().strip())


def _has(text: str, words: str) -> bool:
    """Whether the words stand in a text between two stops."""
    return bool(words) and any(
        text[max(0, at - 1) : at] in _EDGE and text[at + len(words) : at + len(words) + 1] in _EDGE
        for at in places_of(words, text)
    )
