"""What the notes say and the prose leaves out: a stretch of a note of which no sentence tells enough."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .context import EMPTY, telling
from .fact import FactKind
from .finding import Finding
from .reading import Clause, Reading
from .trial import Trial

_PART = re.compile(r"[^,。;!?:\n ]+")
_CHAT = re.compile(
    r"回头|没数|我这儿|写的时候|写上|留着|问一下|问问|核一下|再说|[我你咱]|这个|那个|反正|就是|记得|觉得|挺|真[的难不]|吧|哈|嘛|呗|吗|呢|差不多|还可以|怎么|什么|啥"
)
_TOPIC = re.compile(r"(?:这块|方面|这边|情况|的话|这一块|主要[是有]?|问题|台账)$|主要[两三四五六几]条")
_SILENT = EMPTY | frozenset(
    "要搞弄啥那去说看给做办让他她它们里头后来会能可以还没不好多些很就叫怎么啊呢吧嘛哦哎对呗趟跟用方面边我你咱自己正已拟尚未仍"
    "部目前只嗯争取想力主另外然一二三四五六七八九十两几第是于向所大概左右间时候样子点儿么它啦差感觉得反正块"
)
_MEASURING = frozenset(
    "比去上年今月从开始搞受益基数长度大概分值反而少多涨掉低高省降升增减前进后问题主要条事有过都在营业才收了入户人村组个家店到起止累计一共成变原以"
)
"""Characters that only measure, date or compare: they need not be told with their number."""
_LEAST, _LONG = 3, 5
_SHARE, _SHARE_OF_FEW = 0.35, 0.2
_SYNONYM, _MOST = 1.5, 64


def check_untold(trial: Trial) -> Iterator[Finding]:
    """Every stretch of a note with enough to tell must be told.

    Of its telling characters some sentence must have more than a third, words of the same meaning counted.
    Numbers and dates are looked after elsewhere; of a stretch that has one, something besides must be told.
    """
    parts = [
        (part, signs_of(trial.notes, *part.span()))
        for clause in trial.notes.clauses
        if not _is_aside(trial.notes, clause)
        for part in _PART.finditer(trial.notes.text, clause.start, clause.end)
    ]
    told = _Told(trial.prose, frozenset[str]().union(*(signs for _, signs in parts)))
    for part, signs in parts:
        if _is_untold(trial, part, signs, told):
            yield trial.missing(part.start(), part.end())


class _Told:
    """Every clause of the prose with its neighbours of the same sentence, by the wanted signs it holds."""

    def __init__(self, prose: Reading, wanted: frozenset[str]) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for at, signs in enumerate(_near(prose, wanted)):
            for sign in signs:
                places = self._places[sign]
                if len(places) < _MOST:
                    places.append(at)

    def most(self, words: frozenset[str], synonyms: frozenset[str]) -> float:
        """How much of the words the clause tells that tells most of them; a synonym counts one and a half."""
        found: defaultdict[int, float] = defaultdict(float)
        for sign in words | synonyms:
            weight = 1.0 if sign in words else _SYNONYM
            for place in self._places.get(sign, ()):
                found[place] += weight
        return max(found.values(), default=0.0) / len(words)


def _near(prose: Reading, wanted: frozenset[str]) -> Iterator[frozenset[str]]:
    """For every clause the wanted signs of it and of its neighbours in the same sentence."""
    clauses = prose.clauses
    signs = [signs_of(prose, clause.start, clause.end) & wanted for clause in clauses]
    for at, clause in enumerate(clauses):
        here = signs[at]
        if at and clauses[at - 1].sentence == clause.sentence:
            here |= signs[at - 1]
        if at + 1 < len(clauses) and clauses[at + 1].sentence == clause.sentence:
            here |= signs[at + 1]
        yield here


def _is_untold(trial: Trial, part: re.Match[str], signs: frozenset[str], told: _Told) -> bool:
    if _CHAT.search(part.group()) or _TOPIC.search(part.group()):
        return False
    start, end = part.span()
    words = frozenset(sign for sign in signs if len(sign) == 1)
    synonyms = signs - words
    counted = [
        fact.text for fact in trial.notes.facts_in(start, end) if fact.is_number or fact.kind is FactKind.DATE
    ]
    if counted:
        words -= _MEASURING.union(*counted)
        return len(words) >= _LEAST and not told.most(words, synonyms)
    if len(words) < _LEAST:
        return False
    return told.most(words, synonyms) <= (_SHARE if len(words) >= _LONG else _SHARE_OF_FEW)


def signs_of(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The telling characters of a span, with the groups of meaning that its words belong to."""
    signs = telling(reading, start, end) - _SILENT - reading.foreign
    groups = reading.registers_in(start, end)
    return signs.union(groups) if groups else signs


def _is_aside(notes: Reading, clause: Clause) -> bool:
    """Whether a clause of the notes speaks of what is not known."""
    return any(fact.kind is FactKind.PLACEHOLDER for fact in notes.facts_in(clause.start, clause.end))
