"""Some told as all: 大部分实现了直接结算 told as 全部实现直接结算."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, FindingKind
from .tellings import signs_of
from .trial import Trial

_SOME = re.compile("大部分|绝大部分|多数|大多|大半|部分|个别|有的|少数|一些|基本|几个|差不多")
_ALL = re.compile("全部|全数|均(?=[已实完达能])|所有|一律|全覆盖|100%|无一例外|悉数|普遍|都(?=[已能])")
_ANY_ALL = re.compile("全|都|均|一律|所有|100%")
_BUT = re.compile(
    r"除了(?P<what>[^,。;\n]{2,10}?)(?:[以之]?外|,|还?没|[都全均])|除(?P<outside>[^,。;\n]{2,10}?)[以之]?外"
)
"""What is left out of all: 除了王庄都完成了."""
_LEFT_OUT = re.compile("除(?![险草虫尘夕])|其余|其他|另有|只有|[仅尚还]")
_LEAST, _SHARE, _MOST = 2, 0.6, 64


def check_quantifiers(trial: Trial) -> Iterator[Finding]:
    """What the notes say of some, the prose must not say of all, where it tells of the very same thing."""
    notes, prose = trial.notes, trial.prose
    told = [
        (clause, found)
        for clause in prose.clauses_with(_ALL)
        if (found := _ALL.search(prose.text, clause.start, clause.end))
        and not _SOME.search(prose.text, clause.start, clause.end)
    ]
    for left_out in _BUT.finditer(notes.text) if told and not _LEFT_OUT.search(prose.text) else ():
        if (left_out["what"] or left_out["outside"]) not in prose.text:
            yield trial.told(FindingKind.HEDGE_CHANGED, *told[0][1].span())
    for clause in notes.clauses if told else ():
        some = _SOME.search(notes.text, clause.start, clause.end)
        if some is None or _ANY_ALL.search(notes.text, clause.start, clause.end):
            continue
        words = signs_of(notes, clause.start, clause.end) - frozenset(some.group())
        for other, found in told[:_MOST]:
            shared = words & signs_of(prose, other.start, other.end)
            if len(shared) >= max(_LEAST, _SHARE * len(words)):
                yield trial.told(FindingKind.HEDGE_CHANGED, found.start(), found.end())
