"""A number of which the notes say that it is still open, told as done: 2座还在装, 2座调试完毕.

No word but the number need be shared: 装 may be told as 调试.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fact import FactKind
from ..finding import Finding, FindingKind
from ..matching.pairing import Pairing
from ..text.open_words import LEFT_OPEN, Says
from ..text.reading import Clause, Reading
from ..trial import Trial

_STILL = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:(?P<going>[还仍正]在(?![册编岗校])[\u4e00-\u9fff]{1,2})|[还仍]?(?:没|未)(?![有能])[\u4e00-\u9fff]{1,3})(?=$|[,。;\n])"
)
_DONE = re.compile(
    r"(?:完毕|完成|到位|完工|竣工|办结|销号|交付|落成|就绪|投用|启用|收尾完|达标|结清|搞定|通过验收|投入使用)(?=$|[,。;、\n])"
)
_UNDER_WAY = re.compile("正在(?=[\u4e00-\u9fff])(?!申|等|准|筹|谋|争|协|对)")
_NOT_YET = Says.DENIES | Says.AHEAD
_OPEN = LEFT_OPEN & ~(Says.SHORT | Says.KEEPS | Says.PREVENTS | Says.REFUSES)


def check_counted_open(trial: Trial, pairing: Pairing) -> Iterator[Finding]:
    """A clause that ends by saying done what the notes say is still going on with this very number.

    Nor is under way what they say was not begun.
    """
    notes, prose = trial.notes, trial.prose
    for told, given in pairing.pairs:
        still = None if told.weak or given.weak else _STILL.match(notes.text, given.end)
        if still is None or given.kind is FactKind.RANK:
            continue
        if sum(fact.size == given.size for fact in notes.numbers) > 1:
            continue
        clause = prose.clause_at(told.start)
        if not still["going"] and _is_under_way(prose, clause):
            yield trial.told(FindingKind.STATUS_CHANGED, clause.start, clause.end)
            continue
        if not _DONE.search(prose.text, told.end, clause.end) or prose.says(clause.start, clause.end, _OPEN):
            continue
        kind = FindingKind.STATUS_CHANGED if still["going"] else FindingKind.NEGATION_CHANGED
        yield trial.told(kind, clause.start, clause.end)


def _is_under_way(prose: Reading, clause: Clause) -> bool:
    start, end, _ = clause
    return _UNDER_WAY.search(prose.text, start, end) is not None and not prose.says(start, end, _NOT_YET)
