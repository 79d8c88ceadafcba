"""What came first told as coming after: 先转移甲村，后转移乙村 with the villages exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Finding, FindingKind
from ..text.reading import Reading
from ..trial import Trial

_ORDER = re.compile(
    r"先(?!进|后|锋|行|期|头|生|辈|烈|例|天)(?P<first>[^,。;\n]{2,14})[,、]?(?:然后|接着|[再后](?![的来勤续期]))(?P<then>[^,。;\n]{2,14})"
)


def check_order(trial: Trial) -> Iterator[Finding]:
    """Of two things that the notes put one after the other, the second told first and the first second."""
    told = list(_ORDER.finditer(trial.prose.text))
    for given in _ORDER.finditer(trial.notes.text) if told else ():
        first, then = _apart(trial.notes, given)
        for found in told:
            one, other = _apart(trial.prose, found)
            if one & then and other & first and not (one & first or other & then):
                yield trial.told(FindingKind.SUBJECTS_EXCHANGED, *found.span())


def _apart(reading: Reading, found: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What only the first of two things tells, and what only the second."""
    first, then = (reading.signs_of(*found.span(name)) for name in ("first", "then"))
    return first - then, then - first
