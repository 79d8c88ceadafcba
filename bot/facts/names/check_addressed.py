"""Who is called by a surname and an age or calling, told by another: 李大爷 as 李大妈, 方医生 as 常医生."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..finding import Finding, FindingKind
from ..text.scanning import Scan
from ..trial import Trial

_ALIKE = (
    "奶奶 婆婆 大娘 大妈 阿婆 婆 娘",
    "爷爷 大爷 大伯 老汉 伯 爷",
    "阿姨 大姐 大婶 婶子 婶 姨 姐",
    "大嫂 嫂子 嫂",
    "大叔 叔叔 叔",
    "大哥 哥",
    "师傅",
    "老师",
    "医生 大夫",
)
"""What people of one age and sex are called."""
_AGES = {word: row for row, words in enumerate(_ALIKE) for word in words.split()}
_AGE = Scan(
    f"[{''.join(sorted({word[0] for word in _AGES}))}]", "|".join(sorted(_AGES, key=len, reverse=True))
)
_ORDERS = frozenset("二三四五六七八九小幺")


class Called(NamedTuple):
    """A surname, which of several they are, and the row of what they are called."""

    surname: str
    order: str
    age: int


def check_addressed(trial: Trial) -> Iterator[Finding]:
    """Somebody of the notes is told nowhere by what they call them, and somebody else of that surname is.

    Or somebody else is who is called so, and whose surname the notes do not have.
    """
    told = _called(trial, trial.prose.text)
    given = _called(trial, trial.notes.text) if told else {}
    lost = given.keys() - told.keys()
    surnames, ages = {one.surname for one in lost}, {one.age for one in lost}
    for one, (start, end) in told.items():
        is_other = one.age in ages and one.surname not in trial.notes.text
        if one not in given and (one.surname in surnames or is_other):
            yield trial.told(FindingKind.NAME_INVENTED, start, end)


def _called(trial: Trial, text: str) -> dict[Called, tuple[int, int]]:
    surnames, vocabulary = trial.lexicon.surnames, trial.lexicon.vocabulary
    called = dict[Called, tuple[int, int]]()
    for found in _AGE.finditer(text):
        at = found.start() - 1
        order = text[at] if at > 0 and text[at] in _ORDERS else ""
        at -= len(order)
        if at < 0 or text[at] not in surnames:
            continue
        if at == 0 or text[at - 1 : at + 1] not in vocabulary:
            called[Called(text[at], order, _AGES[found.group()])] = (at, found.end())
    return called
