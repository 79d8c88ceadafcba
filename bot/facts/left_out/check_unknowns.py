"""What the notes do not know, left out together with what it is about: 牛打了多少没统计."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..fact import FactKind
from ..finding import Finding
from ..trial import Trial

_UNKNOWN = re.compile("多少|几|没|未|不|统计|记|清|知道|数|核|查|报|具体|待|问|对|账|准|X|[*×?]")
_ADMITS = re.compile(
    "未[经能作做]?[统核汇清记]|待[统核汇补查定报]|不详|不明|[有尚]待|尚未|暂[未无]|【|若干|为准|多[个名户次场家]"
)


def check_unknowns(trial: Trial) -> Iterator[Finding]:
    """Of a figure that is left open, what it counts must be told, or that something is not known."""
    gaps = [fact for fact in trial.notes.facts if fact.kind is FactKind.PLACEHOLDER]
    if not gaps or trial.prose.gaps or _ADMITS.search(trial.prose.text):
        return
    clauses = [trial.notes.clause_at(fact.start) for fact in gaps]
    common = Counter(
        sign for clause in trial.notes.clauses for sign in trial.notes.signs_of(clause.start, clause.end)
    )
    for clause in dict.fromkeys(clauses):
        words = _UNKNOWN.sub("", trial.notes.text[clause.start : clause.end])
        signs = trial.notes.signs_of(clause.start, clause.end)
        own = {
            sign
            for sign in signs
            if common[sign] == 1 and (sign in words or len(sign) > 1) and sign[0] != "#"
        }
        if any(len(sign) == 1 for sign in own) and own.isdisjoint(trial.prose.known):
            yield trial.missing(clause.start, clause.end)
