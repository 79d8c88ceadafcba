"""What the notes say and the prose leaves out: a stretch of a note of which no sentence tells enough."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from ..fact import FactKind
from ..finding import Finding
from ..matching.tellings import Tellings
from ..text.breaths import breaths
from ..text.reading import Clause, Reading
from ..trial import Trial

_PART = re.compile(r"[^,。;!?:\n ]+")
_CHAT = re.compile(
    r"回头|别写|不要写|没数|我这儿|写的时候|写上|留着|问一下|问问|核一下|再说|[你咱]|我(?:这|那|给他|也?不|没|觉|记|看|想|估|寻思|好像|承认|说|就)|这个|那个|反正|就是|记得|觉得|挺|真[的难不]|吧|哈|嘛|呗|吗|呢|差不多|还可以|怎么|什么|啥|实话"
)
_TOPIC = re.compile(
    r"(?:这块|方面|这边|情况|的话|这一块|主要[是有]?|问题|台账|的事[有过也]{0,2}[一两几]?[次回]?)$|主要[两三四五六几]条"
)
_MEASURING = frozenset(
    "比去上年今月从开始搞受益基数长度大概分值反而少多涨掉低高省降升增减前进后问题主要条事有过都在营业才收了入户人村组个家店到起止累计一共成变原以"
)
"""Characters that only measure, date or compare: they need not be told with their number."""
_LEAST, _LONG = 3, 5
_SHARE, _SHARE_OF_FEW = 0.35, 0.2
_DOUBT, _BY_ONE, _AT_MOST = -3.65, 0.25, 2.0
"""From which evidence on it is clear that no sentence tells a stretch.

Who tells it in other words needs a clause for them: the more characters of its own some clause of the
prose has, the clearer it must be. Two characters are easily told by two others.
"""
_HEAD, _FEWEST = 6, 2


class Stretch(NamedTuple):
    """A stretch of a note: its telling characters, their groups of meaning, numbers and times as signs."""

    start: int
    end: int
    text: str
    words: frozenset[str]
    synonyms: frozenset[str]
    figures: frozenset[str]
    counted: frozenset[str]
    """The characters of its numbers and dates."""


def check_untold(trial: Trial) -> Iterator[Finding]:
    """Every stretch of a note with enough to tell must be told.

    Some sentence must be likelier to tell it than to have its characters by chance, as far as writers keep
    them. Of a list some sentence must have more than a third of its telling characters, words of the same
    meaning counted. Numbers and dates are looked after elsewhere; of a list that has one, something besides
    must be told.
    """
    stretches = list(stretches_of(trial.notes))
    told = Tellings(trial.prose, trial.places)
    common = Counter(chain.from_iterable([stretch.words for stretch in stretches]))
    shared = frozenset(word for word, times in common.items() if times > 1)
    for stretch in stretches:
        if _is_head(trial.notes.text, stretch):
            continue
        is_list = "、" in stretch.text
        if _is_untold(stretch, told) if is_list else _is_doubtful(trial, stretch, shared, told):
            yield trial.missing(stretch.start, stretch.end)


def stretches_of(notes: Reading) -> Iterator[Stretch]:
    """Every stretch of the notes between two stops that says something and is not said aside."""
    for clause in notes.clauses:
        if _is_aside(notes, clause):
            continue
        for part in _parts(notes, clause):
            if _CHAT.search(part.group()) or _TOPIC.search(part.group()):
                continue
            start, end = part.span()
            signs = notes.signs_of(start, end)
            words = frozenset([sign for sign in signs if len(sign) == 1])
            numbers = [
                fact.text
                for fact in notes.facts_in(start, end)
                if fact.value is not None or fact.kind is FactKind.DATE
            ]
            counted = frozenset("".join(numbers))
            yield Stretch(
                start, end, part.group(), words, signs - words, notes.figures_in(start, end), counted
            )


def _parts(notes: Reading, clause: Clause) -> Iterator[re.Match[str]]:
    for found in _PART.finditer(notes.text, clause.start, clause.end):
        yield from breaths(found)


def _is_untold(stretch: Stretch, told: Tellings) -> bool:
    words = stretch.words
    if stretch.counted:
        words -= _MEASURING | stretch.counted
        return len(words) >= _LEAST and not told.most(words, stretch.synonyms)
    if len(words) < _LEAST:
        return False
    return told.most(words, stretch.synonyms) <= (_SHARE if len(words) >= _LONG else _SHARE_OF_FEW)


def _is_doubtful(trial: Trial, stretch: Stretch, shared: frozenset[str], told: Tellings) -> bool:
    words = stretch.words - stretch.counted
    if len(words) < _FEWEST:
        return False
    kept = trial.lexicon.kept
    evidence = told.evidence(words, shared, stretch.synonyms, stretch.figures, kept)
    if evidence >= _DOUBT:
        return False
    own = _BY_ONE * trial.own_signs if len(words) > _FEWEST or trial.own_signs < _FEWEST else _AT_MOST
    return evidence < _DOUBT - min(_AT_MOST, own)


def _is_head(notes: str, stretch: Stretch) -> bool:
    """Whether a stretch only names what the note is about: 秸秆禁烧, 设了18个点."""
    return (
        stretch.end - stretch.start <= _HEAD
        and not stretch.figures
        and "了" not in stretch.text[1:]
        and notes[stretch.start - 1 : stretch.start] in ("", "\n")
        and notes[stretch.end : stretch.end + 1] not in ("", "\n")
    )


def _is_aside(notes: Reading, clause: Clause) -> bool:
    """Whether a clause of the notes speaks of what is not known, or follows such a one: 文件没找到."""
    line = notes.text.rfind("\n", 0, clause.start) + 1
    return notes.has_gap(line, clause.end)
