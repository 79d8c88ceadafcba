"""The stretches of the notes that say something, one of which the prose may have left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from ..fact import FactKind
from ..text.breaths import breaths
from ..text.reading import Clause, Reading
from ..trial import Trial
from .tellings import Tellings

_PART = re.compile(r"[^,。;!?:\n ]+")
_CHAT = re.compile(
    r"回头|别写|不要写|没数|我这儿|写的时候|写上|留着|问一下|问问|核一下|再说|你|咱|我(?:这|那|给他|也?不|没|觉|记|看|想|估|寻思|好像|承认|说|就)|这个|那个|反正|就是|记得|觉得|挺|真[的难不]|吧|哈|嘛|呗|吗|呢|差不多|还可以|怎么|什么|啥|实话"
)
_TOPIC = re.compile(
    r"(?:这块|方面|这边|情况|的话|这一块|主要[是有]?|问题|台账|的事[有过也]{0,2}[一两几]?[次回]?)$|主要[两三四五六几]条"
)
_HEAD = 6


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


class Stretches:
    """The stretches of the notes and how much of them the prose tells."""

    def __init__(self, trial: Trial) -> None:
        """Read the stretches; those that only name what their note is about are left out."""
        self._trial = trial
        found = list(stretches_of(trial.notes))
        self.shared = _repeated(stretch.words for stretch in found)
        """The telling characters that more than one of them has."""
        self.shared_figures = _repeated(stretch.figures for stretch in found)
        """The numbers and times that more than one of them has."""
        self.told = Tellings(trial.prose, trial.places)
        self.all = [stretch for stretch in found if not is_head(trial.notes.text, stretch)]

    def evidence(self, stretch: Stretch) -> float:
        """How sure it is that some sentence tells a stretch, as a logarithm."""
        words, kept = stretch.words - stretch.counted, self._trial.lexicon.kept
        return self.told.evidence(words, self.shared, stretch.synonyms, stretch.figures, kept)


def _repeated(signs: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(sign for sign, times in Counter(chain.from_iterable(signs)).items() if times > 1)


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


def is_head(notes: str, stretch: Stretch) -> bool:
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
