"""What an edited sentence says that nobody said."""

import re
from functools import lru_cache

from bot.facts import FindingKind, Lexicon
from bot.interview.word_back import Doubt

_SENTENCES = re.compile(r"[。；！？\n]")
_TOLD = re.compile(r"(?:(?![一二两三四五六七八九十百千万每])[\u4e00-\u9fff]){2}")
"""What is no part of a figure."""
_MEASURES = frozenset({"人次", "公里", "公斤", "平方", "立方", "小时", "万元", "亿元"})
_ENOUGH = 2
"""Pairs of characters that a sentence and a note share where both tell of one thing."""


@lru_cache(maxsize=512)
def doubts_of(notes: tuple[str, ...], old: str, new: str, lexicon: Lexicon) -> tuple[Doubt, ...]:
    """What does not agree with the notes in the new sentence and did in the old one, each with its note.

    A note is named only where it tells of the same thing otherwise.

    Leaving something out is nobody's doubt.
    """
    from bot.facts import compare

    known = {finding.excerpt for finding in compare(notes, old, lexicon)}
    doubts: dict[str, Doubt] = {}
    for finding in compare(notes, new, lexicon):
        if finding.kind is FindingKind.FACT_MISSING or finding.excerpt in known:
            continue
        number = finding.note if finding.note is not None else 0 if len(notes) == 1 else None
        told = number is not None and _told_of(new, finding.excerpt, notes[number])
        note = notes[number] if number is not None and told else ""
        doubts.setdefault(finding.excerpt, Doubt(finding.excerpt, note))
    found = tuple(doubts.values())
    return tuple(one for one in found if not any(_is_within(one, other) for other in found))


def _told_of(text: str, excerpt: str, note: str) -> bool:
    """Whether the note speaks of what the sentence with the excerpt does.

    谈话9人次 says nothing of 签订承诺书16份: that is new, and contradicts nothing.
    """
    around = [one for one in _SENTENCES.split(text) if excerpt in one] or [text]
    words = {pair for one in around for pair in _pairs(one.replace(excerpt, "，"))}
    inside = _pairs(excerpt)
    return bool(inside & _pairs(note)) or len(words & _pairs(note)) >= _ENOUGH


def _pairs(text: str) -> set[str]:
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return {pair for pair in pairs if _TOLD.fullmatch(pair)} - _MEASURES


def _is_within(one: Doubt, other: Doubt) -> bool:
    return one.note == other.note and one.excerpt != other.excerpt and one.excerpt in other.excerpt
