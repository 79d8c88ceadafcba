"""A number told of another than the one it was said of: 东昌贷款3000万元 told of 润海."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .anchors import MYSELF, Anchor
from .finding import Finding, FindingKind
from .pairing import Pairing
from .reading import Clause, Reading
from .trial import Trial

_MEANS = re.compile("(?:通过|经过|借助|依托|利用|凭借)[^,]{0,4}$")


def check_owners(trial: Trial, pairing: Pairing, known: Sequence[Anchor]) -> Iterator[Finding]:
    """A number that stands once in each text must not stand in a clause that names only somebody else.

    Both clauses must name exactly one of the names that both texts have, and the texts must not name the two
    in one clause.
    """
    anchors = [anchor for anchor in known if anchor.word != MYSELF]
    if len(anchors) < 2:
        return
    given = Counter(fact.size for fact in trial.notes.numbers)
    told = Counter(fact.size for fact in trial.prose.numbers)
    for pair in pairing.pairs:
        if pair.note.weak or pair.prose.weak or given[pair.note.size] != 1 or told[pair.prose.size] != 1:
            continue
        other = _named(trial.prose, pair.prose.start, anchors)
        if len(other) != 1:
            continue
        owner = _named(trial.notes, pair.note.start, anchors)
        if len(owner) != 1 or owner == other:
            continue
        if not _meet(trial.notes, owner[0], other[0]) and not _follows(trial.notes, pair.note.end, other[0]):
            yield trial.told(FindingKind.SUBJECTS_EXCHANGED, pair.prose.start, pair.prose.end, pair.note)


def _named(reading: Reading, place: int, anchors: Sequence[Anchor]) -> list[Anchor]:
    """Who is named before a number in its clause; of two anchors in one place, the one that begins first."""
    clause = reading.clause_at(place)
    found = sorted(
        (span, anchor.word, anchor) for anchor in anchors if (span := _owns(reading, clause, anchor))
    )
    named: list[Anchor] = []
    upto = -1
    for (start, end), _, anchor in found:
        if upto <= start < place:
            named.append(anchor)
            upto = end
    return named


def _owns(reading: Reading, clause: Clause, anchor: Anchor) -> tuple[int, int] | None:
    """Where the clause names the anchor other than as a means: 通过银企对接 owns nothing."""
    found = anchor.find(reading.text, clause.start, clause.end)
    if found is None or _MEANS.search(reading.text, clause.start, found[0]):
        return None
    return found


def _meet(reading: Reading, one: Anchor, other: Anchor) -> bool:
    return any(_owns(reading, clause, one) and _owns(reading, clause, other) for clause in reading.clauses)


def _follows(reading: Reading, place: int, anchor: Anchor) -> bool:
    """Whether the clause after the number names the anchor: 新升规1家，永顺机械."""
    after = reading.clause_at(reading.clause_at(place).end + 1)
    return anchor.find(reading.text, place, after.end) is not None
