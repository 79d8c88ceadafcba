"""A number told of another than the one it was said of: 东昌贷款3000万元 told of 润海."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .anchors import Anchor, anchors_of
from .finding import Finding, FindingKind
from .pairing import Pairing
from .reading import Clause, Reading
from .trial import Trial

_MYSELF = "我"
_MEANS = re.compile("(?:通过|经过|借助|依托|利用|凭借)[^,]{0,4}$")


def check_owners(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """A number that stands once in each text must not stand in a clause that names only somebody else.

    Both clauses must name exactly one of the names that both texts have, and the texts must not name the two
    in one clause.
    """
    anchors = [anchor for anchor in anchors_of(trial) if anchor.word != _MYSELF]
    if len(anchors) < 2:
        return
    given = Counter(fact.size for fact in trial.notes.numbers)
    told = Counter(fact.size for fact in trial.prose.numbers)
    for pair in pairing.pairs:
        if pair.note.weak or pair.prose.weak or given[pair.note.size] != 1 or told[pair.prose.size] != 1:
            continue
        owner = _named(trial.notes, pair.note.start, anchors)
        other = _named(trial.prose, pair.prose.start, anchors)
        if len(owner) == len(other) == 1 and owner != other and not _meet(trial.notes, owner[0], other[0]):
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, pair.prose.start, pair.prose.end, pair.note)


def _named(reading: Reading, place: int, anchors: Sequence[Anchor]) -> list[Anchor]:
    clause = reading.clause_at(place)
    return [anchor for anchor in anchors if _owns(reading, clause, anchor)]


def _owns(reading: Reading, clause: Clause, anchor: Anchor) -> bool:
    """Whether the clause names the anchor other than as a means: 通过银企对接 owns nothing."""
    found = anchor.pattern.search(reading.text, clause.start, clause.end)
    return found is not None and not _MEANS.search(reading.text, clause.start, found.start())


def _meet(reading: Reading, one: Anchor, other: Anchor) -> bool:
    return any(_owns(reading, clause, one) and _owns(reading, clause, other) for clause in reading.clauses)
